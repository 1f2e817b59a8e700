import { DEFAULT_TENANT_POLICIES, tenantConfigured } from '@academy/contracts';
import { PLATFORM_TENANT_ID } from '@academy/kernel';
import { people, tenantIdOf, worker } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { countBacklogs } from '../src/authority/backlog-watch.ts';
import { type Office, openOffice, raices } from './office.ts';

const { alice, bruno, carla } = people.raices;
const PERSONAS = [
  'learner',
  'instructor',
  'mentor',
  'evaluator',
  'verifier',
  'centre_admin',
  'certifier',
  'admin',
  'super_admin',
  'analyst',
  'auditor',
  'privacy_officer',
  'employer',
] as const;
const as = (persona: (typeof PERSONAS)[number]) => ({ ...alice, persona });
const celia = as('certifier');

const STATUS = `{ authorityStatus { authority state since cause triesAt waiting oldestWaitingAt answeredAt breakers { side state since } } }`;
const TOTALS =
  '{ authorityTotals { authority waiting oldestWaitingAt tenantsAway answeredAt countedAt breakers { side state } } }';
const status = async (office: Office, by = celia) => (await office.island.ask(by, STATUS)).data?.['authorityStatus'];

/** Five cases of the tenant meet an authority that says 503 to each, and the breaker opens. */
async function awayFor(office: Office, tenant: 'raices' | 'solaris' = 'raices'): Promise<void> {
  office.sandbox.plan({ mode: 'e500', routes: ['submit'] });
  for (let one = 0; one < 9; one += 1) await office.request({ tenant });
  await office.island.runDueJobs();
  await office.island.context.services.authorities.settled();
}

test('an authority that says 500 is left alone after five cases; the others wait, and the certifier sees since when and how many', async () => {
  await using office = await openOffice({}, { BREAKER_PAUSE_MS: '60000' });
  expect(await status(office)).toEqual({
    authority: 'SANDBOX',
    state: 'ANSWERING',
    since: null,
    cause: null,
    triesAt: null,
    waiting: 0,
    oldestWaitingAt: null,
    answeredAt: null,
    breakers: [],
  });
  await awayFor(office);
  const now = office.island.clock.now().toISOString();
  expect(office.sandbox.ledger.calls.filter(({ route }) => route === 'submit')).toHaveLength(5);
  const away = {
    authority: 'SANDBOX',
    state: 'AWAY',
    since: now,
    cause: 'BREAKER_OPEN',
    waiting: 4,
    oldestWaitingAt: now,
    answeredAt: null,
    breakers: [{ side: 'SUBMIT', state: 'OPEN', since: now }],
  };
  expect(await status(office)).toMatchObject(away);
  expect(await status(office, as('admin'))).toMatchObject(away);
  expect(await office.told()).toEqual(expect.arrayContaining(['held', 'held', 'held', 'held']));
});

test('an alert tells when the breaker opened and when it closed: by count and by an entry in the platform’s log', async () => {
  await using office = await openOffice({}, { BREAKER_PAUSE_MS: '50' });
  await awayFor(office);
  office.sandbox.plan({ mode: 'ok' });
  await office.settle();
  await expect
    .poll(async () => {
      await office.request();
      await office.settle();
      return (await status(office)) as { state: string };
    })
    .toMatchObject({ state: 'ANSWERING', waiting: 0, breakers: [{ side: 'SUBMIT', state: 'CLOSED' }] });
  await office.island.context.services.authorities.settled();
  const entries = await office.island.inTenant(PLATFORM_TENANT_ID, (tx) =>
    tx.execute<{ action: string; subject: string }>('select action, subject from audit_log order by number'),
  );
  expect([...entries]).toEqual([
    { action: 'authority.breaker-opened', subject: 'SANDBOX:SUBMIT' },
    { action: 'authority.breaker-closed', subject: 'SANDBOX:SUBMIT' },
  ]);
  const { text } = await office.island.resources.telemetry.render();
  expect(text).toMatch(/academy_authority_alerts_total\{alert="AUTHORITY_BREAKER_OPENED",side="submit"[^}]*\} 1/);
  expect(text).toMatch(/academy_authority_alerts_total\{alert="AUTHORITY_BREAKER_CLOSED",side="submit"[^}]*\} 1/);
});

test('the operator sees the platform’s totals over all tenants, and names of none', async () => {
  await using office = await openOffice({}, { BREAKER_PAUSE_MS: '60000' });
  await awayFor(office);
  await office.request({ tenant: 'solaris' });
  await office.island.runDueJobs();
  await countBacklogs(office.island.resources);
  const answer = await office.island.ask(as('super_admin'), TOTALS);
  expect(answer.data?.['authorityTotals']).toMatchObject([
    { authority: 'SANDBOX', waiting: 5, tenantsAway: 2, breakers: [{ side: 'SUBMIT', state: 'OPEN' }] },
    { authority: 'MANUAL_LOT', waiting: 0, tenantsAway: 0, countedAt: null, breakers: [] },
  ]);
  expect((await office.island.resources.telemetry.render()).text).toMatch(
    /academy_authority_waiting\{authority="SANDBOX"[^}]*\} 5/,
  );
});

test('a tenant sees its own cases that wait, and none of another’s', async () => {
  await using office = await openOffice({}, { BREAKER_PAUSE_MS: '60000' });
  await awayFor(office, 'solaris');
  expect(await status(office)).toMatchObject({ state: 'ANSWERING', waiting: 0, oldestWaitingAt: null });
  const fabian = people.solaris.fabian;
  expect(await status(office, fabian)).toMatchObject({ state: 'AWAY', waiting: 4 });
});

test('of a tenant whose authority people serve, it counts what waits for a lot', async () => {
  await using office = await openOffice();
  const policies = { ...DEFAULT_TENANT_POLICIES, authority: 'MANUAL_LOT' as const };
  await office.island.deliver(tenantConfigured, { tenantId: raices, subject: raices, data: { slug: 'raices', policies } });
  await office.request({ authority: 'MANUAL_LOT' });
  await office.island.runDueJobs();
  expect(await status(office)).toMatchObject({ authority: 'MANUAL_LOT', state: 'SERVED_BY_PEOPLE', waiting: 1, breakers: [] });
});

test('the tenant’s is for certifier and admin, the platform’s for the operator alone', async () => {
  await using office = await openOffice();
  const seen = async (query: string, field: string) => {
    const who: string[] = [];
    for (const persona of PERSONAS) {
      const { data, errors } = await office.island.ask(as(persona), query);
      if (data?.[field] !== null) who.push(persona);
      else expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    }
    return who;
  };
  expect(await seen(STATUS, 'authorityStatus')).toEqual(['certifier', 'admin']);
  expect(await seen(TOTALS, 'authorityTotals')).toEqual(['super_admin']);
  const process = worker('raices', 'w', ['submission.status', 'tenant.read']);
  expect((await office.island.ask(process, STATUS)).data).toEqual({ authorityStatus: null });
});

const PRIORITIZE = `mutation ($input: SubmissionPrioritizeInput!) { submissionPrioritize(input: $input) { __typename
  ... on SubmissionPrioritizeSuccess { submission { priority authority status } } ... on InvalidInputError { field } } }`;

test('a certifier has a case go before those that asked earlier, with a reason that is kept', async () => {
  await using office = await openOffice();
  for (let one = 0; one < 3; one += 1) await office.request();
  office.island.clock.advance(10);
  const urgent = await office.request();
  const prioritize = async (by = celia, input: object = {}) =>
    (
      await office.island.ask(by, PRIORITIZE, {
        input: { certificationId: urgent.certificationId, reason: 'Contratación en puerta', idempotencyKey: 'one', ...input },
      })
    ).data?.['submissionPrioritize'];
  const first = {
    __typename: 'SubmissionPrioritizeSuccess',
    submission: { priority: 'REQUESTED', authority: 'SANDBOX', status: 'PREPARED' },
  };
  expect(await prioritize()).toEqual(first);
  expect(await prioritize()).toEqual(first);
  expect(await prioritize(celia, { reason: 'Otro motivo' })).toEqual({ __typename: 'ConflictError' });
  expect(await prioritize(celia, { reason: ' ', idempotencyKey: 'two' })).toEqual({
    __typename: 'InvalidInputError',
    field: 'reason',
  });
  expect(await prioritize(carla)).toBeNull();
  expect(await prioritize(bruno)).toBeNull();
  const foreign = { ...celia, tenantId: tenantIdOf('solaris'), userId: people.solaris.fabian.userId };
  expect(await prioritize(foreign)).toEqual({ __typename: 'NotFoundError' });
  await office.settle();
  expect(office.sandbox.ledger.submissions[0]?.externalRef).toBe(urgent.externalRef);
  expect(await prioritize(celia, { idempotencyKey: 'three' })).toEqual({ __typename: 'InvalidStateError' });
  const entries = await office.island.inTenant(raices, (tx) =>
    tx.execute<{ why: string }>(`select why from audit_log where action = 'submission.prioritize'`),
  );
  expect([...entries]).toEqual([{ why: 'Contratación en puerta' }]);
});
