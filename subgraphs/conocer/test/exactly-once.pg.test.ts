import type { FaultPlan } from '@academy/sandbox';
import { describe, expect, test } from 'vitest';
import { aliceRequest, calling, connect, openSandbox } from './authority.ts';
import { type Office, openOffice, raices } from './office.ts';
import { authorityOf, never, runAside } from './run-job.ts';

const STAGES = ['sent', 'accepted', 'issued'];

/** What the authority's ledger and our events must say at the end of every story: one submission, one certificate, each stage told once. */
async function expectOneCertificate(office: Office, certificationId: string): Promise<void> {
  expect(office.sandbox.ledger.submissions).toHaveLength(1);
  expect(office.sandbox.ledger.duplicates).toEqual([]);
  const told = await office.told();
  expect(told.filter((kind) => STAGES.includes(kind))).toEqual(STAGES);
  expect(told.slice(-3)).toEqual(STAGES);
  expect(await office.row(certificationId)).toMatchObject({
    status: 'APPROVED',
    official_folio: office.sandbox.ledger.submissions[0]?.folio,
  });
}

const submitsOf = (office: Office) => office.sandbox.ledger.calls.filter(({ route }) => route === 'submit').length;

describe('handing in to an authority that does not know repeats', () => {
  const cases: [what: string, plan: Omit<FaultPlan, 'routes' | 'count'>, before: string[], attempts: number][] = [
    ['it commits and never answers', { mode: 'timeoutAfter' }, ['unknown'], 1],
    ['it commits and resets the connection', { mode: 'resetAfter' }, ['unknown'], 1],
    ['it commits and answers half', { mode: 'truncated' }, ['unknown'], 1],
    ['it commits and answers byte by byte', { mode: 'slowDrip', dripMs: 50 }, ['unknown'], 1],
    ['it commits and says 500', { mode: 'e500', committed: true }, ['unknown'], 1],
    ['it commits and says 503', { mode: 'e503retry', committed: true, retryAfterSeconds: 0 }, ['unknown'], 1],
    ['it commits and answers nonsense', { mode: 'garbage', committed: true }, ['unknown'], 1],
    ['it commits and answers HTML', { mode: 'html200', committed: true }, ['unknown'], 1],
    ['it commits and redirects', { mode: 'redirect', committed: true }, ['unknown'], 1],
    ['it commits and sends 64 MiB', { mode: 'hugeBody', committed: true }, ['unknown'], 1],
    ['it answers with an id that leads nowhere', { mode: 'wrongId' }, [], 1],
    ['it answers twice', { mode: 'dupResponse' }, [], 1],
    ['it says 500 and did nothing', { mode: 'e500' }, ['unknown'], 2],
    ['it says 503 and did nothing', { mode: 'e503retry', retryAfterSeconds: 0 }, ['unknown'], 2],
    ['it never got it', { mode: 'timeoutBefore' }, ['unknown'], 2],
    ['it resets the connection before', { mode: 'resetBefore' }, ['unknown'], 2],
    ['it answers HTML and did nothing', { mode: 'html200' }, ['unknown'], 2],
    ['it refuses for want of room', { mode: 'e429', retryAfterSeconds: 0 }, ['held'], 1],
  ];
  test.each(cases)('%s', async (_what, plan, before, attempts) => {
    await using office = await openOffice();
    office.sandbox.plan({ ...plan, routes: ['submit'], count: 1 } as FaultPlan);
    const { certificationId } = await office.request();
    await office.settle();
    await expectOneCertificate(office, certificationId);
    expect((await office.told()).slice(0, -3)).toEqual(before);
    expect(await office.row(certificationId)).toMatchObject({ attempts });
    expect(office.sandbox.ledger.calls.filter(({ route }) => route === 'elsewhere')).toEqual([]);
  });

  test('five unclear answers in a row are five look-ups, one uncertainty told, and one submission', async () => {
    await using office = await openOffice();
    office.sandbox.plan({ mode: 'e500', routes: ['submit'], count: 4 });
    const { certificationId } = await office.request();
    await office.settle();
    await expectOneCertificate(office, certificationId);
    expect(await office.told()).toEqual(['unknown', ...STAGES]);
    expect(await office.row(certificationId)).toMatchObject({ attempts: 5 });
  });

  test('while it cannot be asked, nothing is sent again, however long that lasts', async () => {
    await using office = await openOffice();
    office.sandbox.plan({ mode: 'timeoutAfter', routes: ['submit'], count: 1 });
    office.sandbox.plan({ mode: 'e500', routes: ['poll'] });
    const { certificationId } = await office.request();
    await office.settle({ hours: 0.5 });
    expect(await office.row(certificationId)).toMatchObject({ status: 'UNKNOWN', attempts: 1 });
    expect(submitsOf(office)).toBe(1);
    office.sandbox.plan({ mode: 'ok' });
    await office.settle();
    await expectOneCertificate(office, certificationId);
  });

  test('a look-up that shows somebody else’s approval proves nothing', async () => {
    await using office = await openOffice();
    office.sandbox.plan({ mode: 'timeoutAfter', routes: ['submit'], count: 1 });
    office.sandbox.plan({ mode: 'wrongId', routes: ['poll'], count: 3 });
    const { certificationId } = await office.request();
    await office.settle();
    await expectOneCertificate(office, certificationId);
    expect(submitsOf(office)).toBe(1);
  });
});

describe('a worker that dies', () => {
  test('after the authority received it: another finds it by its key and adopts it', async () => {
    await using office = await openOffice();
    const { certificationId } = await office.request();
    const authority = authorityOf(office).process;
    const dying = runAside(office, 'send', certificationId, {
      submit: async (...call) => {
        await authority.submit(...call);
        return never();
      },
    });
    await expect.poll(() => office.sandbox.ledger.submissions.length).toBe(1);
    expect(await office.row(certificationId)).toMatchObject({ status: 'SENDING', calls: 1 });
    await office.settle();
    await expectOneCertificate(office, certificationId);
    expect(await office.told()).toEqual(['unknown', ...STAGES]);
    expect(submitsOf(office)).toBe(1);
    await Promise.race([dying, Promise.resolve()]);
  });

  test('before a byte left: another looks twice, a settle time apart, and only then sends', async () => {
    await using office = await openOffice();
    const { certificationId } = await office.request();
    const begun = office.island.clock.now().getTime();
    void runAside(office, 'send', certificationId, { submit: never });
    await expect.poll(async () => (await office.row(certificationId))['status']).toBe('SENDING');
    await office.island.runDueJobs();
    expect(submitsOf(office)).toBe(0);
    await office.settle();
    await expectOneCertificate(office, certificationId);
    const attempts = await attemptsOf(office);
    expect(attempts.map(({ outcome }) => outcome)).toEqual([null, 'ACCEPTED']);
    // 400 ms for the call, then twice 5 s to settle.
    expect(new Date(attempts[1]?.started_at ?? 0).getTime() - begun).toBeGreaterThanOrEqual(10_400);
  });

  test('while its call may still be under way, nobody else takes it for dead', async () => {
    await using office = await openOffice();
    const { certificationId } = await office.request();
    void runAside(office, 'send', certificationId, { submit: never });
    await expect.poll(async () => (await office.row(certificationId))['status']).toBe('SENDING');
    await runAside(office, 'send', certificationId);
    expect(await office.row(certificationId)).toMatchObject({ status: 'SENDING' });
    expect(await office.told()).toEqual([]);
  });

  test('and was only slow: its late answer is taken, and nothing is sent twice', async () => {
    await using office = await openOffice();
    const { certificationId } = await office.request();
    const late = Promise.withResolvers<void>();
    const authority = authorityOf(office).process;
    const slow = runAside(office, 'send', certificationId, {
      submit: async (...call) => {
        const outcome = await authority.submit(...call);
        await late.promise;
        return outcome;
      },
    });
    await expect.poll(() => office.sandbox.ledger.submissions.length).toBe(1);
    await office.settle();
    late.resolve();
    await slow;
    await office.settle();
    await expectOneCertificate(office, certificationId);
    expect(await office.concerns()).toEqual([]);
  });

  test('with two workers at once on one submission, one of them calls', async () => {
    await using office = await openOffice();
    const { certificationId } = await office.request();
    await Promise.all([1, 2, 3, 4].map(() => runAside(office, 'send', certificationId)));
    await office.settle();
    await expectOneCertificate(office, certificationId);
    expect(submitsOf(office)).toBe(1);
  });
});

describe('an authority that is slow to show what it has', () => {
  test('is looked up again after it settled, before anything is sent a second time', async () => {
    await using office = await openOffice();
    office.sandbox.plan({ mode: 'timeoutAfter', routes: ['submit'], count: 1 });
    const { certificationId } = await office.request();
    await runAside(office, 'send', certificationId);
    expect(office.sandbox.ledger.submissions).toHaveLength(1);
    const blind = { find: async () => ({ kind: 'answered' as const, value: [] }) };
    office.island.clock.advance(5_500);
    await runAside(office, 'send', certificationId, blind);
    expect(await office.row(certificationId)).toMatchObject({ status: 'UNKNOWN', absent_at: expect.anything() });
    await runAside(office, 'send', certificationId, blind);
    expect(await office.row(certificationId)).toMatchObject({ status: 'UNKNOWN' });
    await office.settle();
    await expectOneCertificate(office, certificationId);
    expect(submitsOf(office)).toBe(1);
  });

  test('and has it twice all the same: the first is adopted, and a person is told', async () => {
    await using office = await openOffice();
    const { certificationId, externalRef } = await office.request();
    await using other = connect(office.sandbox.url);
    for (const _ of [1, 2]) await other.submit(aliceRequest({ externalRef }), calling);
    void runAside(office, 'send', certificationId, { submit: never });
    await expect.poll(async () => (await office.row(certificationId))['status']).toBe('SENDING');
    await office.settle();
    const [first] = office.sandbox.ledger.submissions;
    expect(await office.row(certificationId)).toMatchObject({ status: 'APPROVED', authority_id: first?.id });
    expect(await office.told()).toEqual(['unknown', ...STAGES]);
    expect(await office.concerns()).toEqual(['RECEIVED_TWICE']);
  });

  test('and received a call that was followed by another: a person is told', async () => {
    await using office = await openOffice();
    const { certificationId } = await office.request();
    const late = Promise.withResolvers<void>();
    const slow = runAside(office, 'send', certificationId, {
      submit: async () => {
        await late.promise;
        return { kind: 'accepted', authorityId: 'SBX-LATE' };
      },
    });
    await expect.poll(async () => (await office.row(certificationId))['status']).toBe('SENDING');
    await office.settle();
    late.resolve();
    await slow;
    await expectOneCertificate(office, certificationId);
    expect(await office.concerns()).toEqual(['RECEIVED_TWICE']);
  });
});

describe('an authority that is away', () => {
  test('for hours: the submission waits, that is told once, and it is sent when the authority is back', async () => {
    await using office = await openOffice();
    const { port } = office.sandbox;
    const { certificationId } = await office.request();
    await office.sandbox.stop();
    expect(await office.settle({ hours: 3 })).toBeGreaterThanOrEqual(3);
    expect(await office.row(certificationId)).toMatchObject({ status: 'PREPARED', is_authority_away: true, attempts: 0 });
    expect(await office.told()).toEqual(['held']);
    // The waits grow to a minute here, less a fifth at most.
    expect((await attemptsOf(office)).length).toBeLessThan((3 * 60) / 0.8 + 10);
    await using back = await openSandbox({ port });
    await office.settle();
    expect(back.ledger.submissions).toHaveLength(1);
    expect(await office.told()).toEqual(['held', ...STAGES]);
  });
});

async function attemptsOf(office: Office): Promise<{ outcome: string | null; started_at: string }[]> {
  const rows = await office.island.inTenant(raices, (tx) =>
    tx.execute('select outcome, started_at from submission_attempts order by call'),
  );
  return rows as unknown as { outcome: string | null; started_at: string }[];
}
