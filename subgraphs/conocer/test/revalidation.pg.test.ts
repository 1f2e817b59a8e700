import { officialCertificateDisputed } from '@academy/contracts';
import { DAY_MS, MINUTE_MS } from '@academy/kernel';
import { expect, test } from 'vitest';
import { type Office, openOffice, raices } from './office.ts';

/** A day passes, with the rounds that are due in it. */
async function day(office: Office): Promise<void> {
  const { clock } = office.island;
  const end = clock.now().getTime() + DAY_MS;
  const pool = office.island.resources.relayDatabase.pool;
  for (;;) {
    await office.island.runDueJobs();
    const [next] = await pool<{ due_at: string | null }[]>`select min(due_at) as due_at from due_work`;
    if (next?.due_at == null || new Date(next.due_at).getTime() > end) break;
    clock.set(new Date(next.due_at));
  }
  clock.set(new Date(end));
}
const disputes = async (office: Office) =>
  (await office.island.emitted(raices, officialCertificateDisputed)).map(({ data }) => [data.finding, data.foundFolio]);
const polls = (office: Office) => office.sandbox.ledger.calls.filter(({ route }) => route === 'poll').length;

async function issued(cases = 1): Promise<Office> {
  const office = await openOffice();
  for (let made = 0; made < cases; made += 1) await office.request();
  await office.settle();
  return office;
}

test('a certificate that stands is asked about once a day, and nothing is told', async () => {
  await using office = await issued();
  await day(office);
  const before = polls(office);
  await day(office);
  expect(polls(office) - before).toBe(1);
  await day(office);
  expect(polls(office) - before).toBe(2);
  expect(await disputes(office)).toEqual([]);
});

test('one that the authority withdrew is told of once, also when it says so every day', async () => {
  await using office = await issued();
  const [submission] = office.sandbox.ledger.submissions;
  office.sandbox.decide(submission?.externalRef ?? '', 'REJECTED', 'REVERSED_ON_REVIEW');
  await day(office);
  await day(office);
  await day(office);
  expect(await disputes(office)).toEqual([['WITHDRAWN', null]]);
});

test('one that it no longer knows is told of after two rounds, not after one', async () => {
  await using office = await issued();
  office.sandbox.reset();
  await office.island.runDueJobs();
  await day(office);
  const told = await disputes(office);
  await day(office);
  await day(office);
  expect([told.length, await disputes(office)]).toEqual([0, [['UNKNOWN', null]]]);
});

test('an authority that is away says nothing, and is asked again every ten minutes until the round is over', async () => {
  await using office = await issued();
  await day(office);
  office.sandbox.plan({ mode: 'e500', routes: ['poll'], count: 3 });
  await day(office);
  await day(office);
  expect(await disputes(office)).toEqual([]);
  const rows = await office.island.inTenant(raices, (tx) => tx.execute('select revalidation_misses from submissions'));
  expect(rows).toMatchObject([{ revalidation_misses: 0 }]);
});

test('many are asked about in batches, at most twenty in a minute, each once', async () => {
  await using office = await issued(12);
  await day(office);
  const from = office.sandbox.ledger.calls.length;
  await day(office);
  const times = office.sandbox.ledger.calls
    .slice(from)
    .flatMap(({ route, at }) => (route === 'poll' ? [new Date(at).getTime()] : []));
  expect(times).toHaveLength(12);
  const rows = await office.island.inTenant(raices, (tx) =>
    tx.execute('select revalidated_at from submissions order by revalidated_at'),
  );
  const asked = (rows as unknown as { revalidated_at: string }[]).map((row) => new Date(row.revalidated_at).getTime());
  for (const instant of asked) {
    expect(asked.filter((other) => other >= instant && other < instant + MINUTE_MS).length).toBeLessThanOrEqual(20);
  }
  expect(new Set(asked).size).toBeGreaterThanOrEqual(3);
});
