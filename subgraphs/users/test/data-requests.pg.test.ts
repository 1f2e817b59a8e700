import { createHash } from 'node:crypto';
import {
  accessRevoked,
  DATA_PART_PRODUCERS,
  type DataPartProducer,
  dataErasureStarted,
  dataPartReported,
  personaRevoked,
  personPlaced,
} from '@academy/contracts';
import { DAY_MS, Fault, type Principal } from '@academy/kernel';
import { verifyChain } from '@academy/platform/audit';
import { newId } from '@academy/platform/ids';
import { openTestIsland, type TestIsland } from '@academy/testing/island';
import { people, person, tenantIdOf, userIdOf, visitor, worker } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultUsersSettings } from '../src/config.ts';
import { seedUsers } from '../src/seed.ts';
import { defineUsers } from '../src/subgraph.ts';
import type { Services } from '../src/worker-context.ts';
import { RAICES_BY_PERSONA, SEEDED_AT, seeded } from './open-users.ts';

const { alice, carla } = people.raices;
const { diego } = people.solaris;
const pilar = seeded('raices', 'pilar');
const raices = tenantIdOf('raices');

/** Islands that do not answer. */
const away = new Set<string>();
let users: TestIsland<Services>;
beforeEach(async () => {
  away.clear();
  users = await openTestIsland(defineUsers(defaultUsersSettings), {
    seed: { name: 'people', fill: (database, vault) => seedUsers(database, SEEDED_AT, vault) },
    graph: async (island, { variables }) => {
      if (away.has(island)) throw new Fault('UNAVAILABLE', 'The island does not answer.');
      const isFirst = variables?.['after'] == null;
      const records = [JSON.stringify({ kind: 'thing', of: island, page: isFirst ? 1 : 2 })];
      return { data: { [`${island}Data`]: { records, next: isFirst ? 'thing 1' : null } } };
    },
  });
});
afterEach(() => users.close());

const FIELDS = `id kind status receiptCode isOverdue businessDaysLeft refusalGround reason subject { id displayName }
  parts { island status waitingFor records sha256 } receipt { statement sha256 }`;
const mutation = (name: string, input: string, success: string) =>
  `mutation ($input: ${input}!) { answer: ${name}(input: $input) { __typename ... on ${success} ... on UserError { code message } } }`;
const EXPORT = mutation('dataExportRequest', 'DataExportRequestInput', `DataExportRequestSuccess { request { ${FIELDS} } }`);
const ERASURE = mutation('dataErasureRequest', 'DataErasureRequestInput', `DataErasureRequestSuccess { request { ${FIELDS} } }`);
const RESOLVE = mutation(
  'dataRequestResolve',
  'DataRequestResolveInput',
  `DataRequestResolveSuccess { request { id status reason } }`,
);
const READ = mutation('dataExportRead', 'DataExportReadInput', 'DataExportReadSuccess { text piece pieces documentSha256 }');
const ONE = `query ($id: ID!) { dataRequest(id: $id) { ${FIELDS.replace('receiptCode', '')} } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers of the graph are read by path.
type Loose = any;
const ask = async (who: Principal, query: string, variables: Record<string, unknown> = {}): Promise<Loose> => {
  const { data, errors } = await users.ask(who, query, variables);
  expect(errors).toEqual([]);
  return data;
};
const open = async (who: Principal, query: string, idempotencyKey: string = newId()) =>
  (await ask(who, query, { input: { idempotencyKey } })).answer;
const resolve = async (requestId: string, input: Record<string, unknown>, who: Principal = pilar) =>
  (await ask(who, RESOLVE, { input: { requestId, idempotencyKey: newId(), ...input } })).answer;
const read = async (who: Principal, requestId: string, piece = 0) =>
  (await ask(who, READ, { input: { requestId, piece } })).answer;
const seen = async (who: Principal, id: string) => (await ask(who, ONE, { id })).dataRequest;
const rows = (table: string, where = 'true') =>
  users.database.inTenant(
    raices,
    'read',
    async (tx) => [...(await tx.execute(`select * from ${table} where ${where}`))] as Loose[],
  );

describe('a request', () => {
  test('is open once for a key, and at most one of a kind', async () => {
    const key = newId();
    const { request } = await open(alice, EXPORT, key);
    expect(request).toMatchObject({ status: 'RECEIVED', businessDaysLeft: 20, isOverdue: false, parts: [] });
    expect((await open(alice, EXPORT, key)).request).toEqual(request);
    expect(await open(alice, EXPORT)).toMatchObject({ __typename: 'InvalidStateError' });
    expect(await open(alice, ERASURE)).toMatchObject({ request: { kind: 'ERASURE' } });
    expect(await open(alice, EXPORT, '')).toMatchObject({ __typename: 'InvalidInputError' });
  });

  test('may be opened by everybody for herself, under whatever persona', async () => {
    for (const key of Object.values(RAICES_BY_PERSONA)) {
      const opened = await open(seeded('raices', key), EXPORT);
      expect(opened).toMatchObject({ request: { subject: { id: userIdOf('raices', key) } } });
    }
  });

  test('may not be opened by a visitor, nor in somebody else’s name', async () => {
    for (const who of [visitor('raices'), { ...alice, impersonatorId: userIdOf('raices', 'sara') }]) {
      const { errors } = await users.ask(who, ERASURE, { input: { idempotencyKey: newId() } });
      expect(errors[0]?.code).toBe('FORBIDDEN');
    }
    expect(await rows('data_requests')).toEqual([]);
  });

  test('is seen by its person and the privacy officer, and by nobody else', async () => {
    const { request } = await open(alice, EXPORT);
    expect((await seen(alice, request.id)).subject.id).toBe(alice.userId);
    expect((await seen(pilar, request.id)).subject.id).toBe(alice.userId);
    for (const other of [carla, diego, seeded('raices', 'aurelio')]) expect(await seen(other, request.id)).toBeNull();
    const list = '{ dataRequests(first: 10) { edges { node { id } } } }';
    expect((await ask(alice, list)).dataRequests.edges).toHaveLength(1);
    expect((await ask(pilar, list)).dataRequests.edges).toHaveLength(1);
    expect((await ask(carla, list)).dataRequests.edges).toEqual([]);
    const code = await users.ask(pilar, 'query ($id: ID!) { dataRequest(id: $id) { receiptCode } }', { id: request.id });
    expect(code).toMatchObject({ data: { dataRequest: { receiptCode: null } }, errors: [{ code: 'FORBIDDEN' }] });
  });

  test('is answered by a privacy officer of the tenant alone, and never by its person', async () => {
    const { request } = await open(alice, EXPORT);
    for (const who of [alice, carla]) {
      const { errors } = await users.ask(who, RESOLVE, {
        input: { requestId: request.id, decision: 'ACCEPT', idempotencyKey: newId() },
      });
      expect(errors[0]?.code).toBe('FORBIDDEN');
    }
    const foreign: Principal = { ...diego, persona: 'privacy_officer' };
    expect(await resolve(request.id, { decision: 'ACCEPT' }, foreign)).toMatchObject({ code: 'NOT_FOUND' });
    const hers = await open(pilar, EXPORT);
    expect(await resolve(hers.request.id, { decision: 'ACCEPT' })).toMatchObject({ __typename: 'InvalidStateError' });
  });

  test('that is refused says why, and another may be opened', async () => {
    const { request } = await open(alice, ERASURE);
    const input = { decision: 'REFUSE', ground: 'LEGAL_DUTY', reason: 'La ley obliga a conservarlos.' };
    expect(await resolve(request.id, input)).toMatchObject({ request: { status: 'REFUSED', reason: input.reason } });
    expect(await seen(alice, request.id)).toMatchObject({ refusalGround: 'LEGAL_DUTY', businessDaysLeft: null });
    expect(await open(alice, ERASURE)).toMatchObject({ request: { status: 'RECEIVED' } });
    expect(await resolve(request.id, { decision: 'ACCEPT' })).toMatchObject({ __typename: 'InvalidStateError' });
  });

  test('has its clock: overdue after 20 business days, or 40 when it was extended', async () => {
    const { request } = await open(alice, EXPORT);
    expect(await resolve(request.id, { decision: 'EXTEND', reason: 'Faltan documentos.' })).toMatchObject({
      request: { status: 'RECEIVED' },
    });
    expect(await resolve(request.id, { decision: 'EXTEND', reason: 'Otra vez.' })).toMatchObject({
      __typename: 'InvalidStateError',
    });
    expect((await seen(pilar, request.id)).businessDaysLeft).toBe(40);
    users.clock.advance(70 * DAY_MS);
    expect(await seen(pilar, request.id)).toMatchObject({ isOverdue: true, businessDaysLeft: 0 });
  });
});

describe('an export', () => {
  test('waits for an island that is away, then is one document that its person alone reads, each reading on record', async () => {
    const { request } = await open(alice, EXPORT);
    await resolve(request.id, { decision: 'ACCEPT' });
    away.add('conocer');
    await expect(users.runDueJobs()).rejects.toThrow('does not answer');
    for (let tries = 0; tries < 5; tries += 1) await users.runDueJobs().catch(() => {});
    expect((await seen(alice, request.id)).status).toBe('IN_PROGRESS');
    expect(await read(alice, request.id)).toMatchObject({ __typename: 'InvalidStateError' });
    away.clear();
    await users.runDueJobs();
    const done = await seen(alice, request.id);
    expect(done.status).toBe('COMPLETED');
    expect(done.parts.filter((part: Loose) => part.island !== 'USERS').map((part: Loose) => part.records)).toEqual([2, 2, 2, 2]);

    const piece = await read(alice, request.id);
    expect(piece).toMatchObject({ piece: 0, pieces: 5 });
    let text = '';
    for (let at = 0; at < piece.pieces; at += 1) text += (await read(alice, request.id, at)).text;
    expect(createHash('sha256').update(text).digest('hex')).toBe(piece.documentSha256);
    const document: Loose = JSON.parse(text);
    expect(document.users[0]).toMatchObject({ kind: 'person', email: 'alice@raices.example.mx' });
    expect(document.conocer).toEqual([
      { kind: 'thing', of: 'conocer', page: 1 },
      { kind: 'thing', of: 'conocer', page: 2 },
    ]);
    const kept = JSON.stringify([
      await rows('data_export_pieces'),
      await rows('audit_log'),
      await rows('outbox'),
      await rows('due_work'),
    ]);
    for (const value of ['alice@raices', document.users[0].curp, document.users[0].fullName]) expect(kept).not.toContain(value);

    for (const other of [pilar, carla, diego]) expect(await read(other, request.id)).toMatchObject({ code: 'NOT_FOUND' });
    for (const at of [-1, 5]) expect(await read(alice, request.id, at)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await rows('audit_log', `action = 'arco.export-read'`)).toHaveLength(6);
    expect(await verifyChain(users.database, raices)).toMatchObject({ isWhole: true });
  });

  test('is gone after seven days; its receipt stays', async () => {
    const { request } = await open(alice, EXPORT);
    await resolve(request.id, { decision: 'ACCEPT' });
    await users.runDueJobs();
    expect(await rows('data_export_pieces')).not.toEqual([]);
    users.clock.advance(7 * DAY_MS);
    expect(await read(alice, request.id)).toMatchObject({ __typename: 'InvalidStateError' });
    await users.runDueJobs();
    expect(await rows('data_export_pieces')).toEqual([]);
    expect((await seen(alice, request.id)).receipt.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('an erasure', () => {
  const HASH = 'a'.repeat(64);
  const reports = (island: DataPartProducer, requestId: string, id?: string) =>
    users.deliver(dataPartReported[island], {
      tenantId: raices,
      subject: requestId,
      data: { requestId, state: 'DONE', records: 1, sha256: HASH, keyHash: null, auditNumber: 1, auditHash: HASH },
      ...(id === undefined ? {} : { id }),
    });
  const accepted = async () => {
    const { request } = await open(alice, ERASURE);
    await resolve(request.id, { decision: 'ACCEPT' });
    return request as { id: string; receiptCode: string };
  };

  test('blocks the person at once, and begins when her sessions are over', async () => {
    const { id } = await accepted();
    const [revoked] = await users.emitted(raices, accessRevoked);
    expect(revoked?.data.revokedBeforeSeconds).toBeGreaterThan(Date.parse('9000-01-01') / 1_000);
    const shown = `query ($id: ID!) { user(id: $id) { displayName fullName email } }`;
    const masked = `query ($id: ID!) { user(id: $id) { curpMasked } }`;
    const celia = person('raices', 'celia', 'certifier');
    const place = 'mutation ($input: PersonPlaceInput!) { personPlace(input: $input) { __typename } }';
    const placing = (centreId: string | null) => ({ userId: alice.userId, centreId, reason: 'Se muda', idempotencyKey: newId() });
    // What was assigned to her under a persona is free for others, in all islands.
    expect(await rows('persona_grants', `user_id = '${alice.userId}'`)).toEqual([]);
    expect((await users.emitted(raices, personaRevoked)).map(({ data }) => [data.userId, data.persona])).toEqual([
      [alice.userId, 'learner'],
    ]);
    expect((await ask(carla, place, { input: placing(null) })).personPlace.__typename).toBe('NotFoundError');
    expect((await ask(carla, shown, { id: alice.userId })).user).toEqual({
      displayName: 'Cuenta suprimida',
      fullName: null,
      email: null,
    });
    expect((await ask(celia, masked, { id: alice.userId })).user).toEqual({ curpMasked: null });
    expect((await ask(pilar, shown, { id: alice.userId })).user).toMatchObject({
      fullName: 'Alicia Robles Cárdenas',
      email: 'alice@raices.example.mx',
    });
    expect((await ask(pilar, masked, { id: alice.userId })).user.curpMasked).toMatch(/^[A-Z]{4}/);
    const named = (service: string) => worker('raices', service, ['profile.read', 'curp.reveal']);
    const asked = '{ _entities(representations: [{ __typename: "User", id: "ID" }]) { ... on User { fullName curp } } }'.replace(
      'ID',
      alice.userId,
    );
    expect((await ask(named('certification-worker'), asked))._entities).toEqual([
      { fullName: 'Alicia Robles Cárdenas', curp: expect.any(String) },
    ]);
    expect((await ask(named('api-key:abc'), asked))._entities).toEqual([{ fullName: null, curp: null }]);
    const reveal = `mutation ($input: CurpRevealInput!) { curpReveal(input: $input) { __typename } }`;
    const revealed = async (purpose: string) =>
      (await ask(pilar, reveal, { input: { userId: alice.userId, purpose } })).curpReveal.__typename;
    expect(await revealed('IDENTITY_VERIFICATION')).toBe('InvalidStateError');
    expect(await revealed('LEGAL_OBLIGATION')).toBe('CurpRevealSuccess');
    expect(await open(alice, EXPORT)).toMatchObject({ __typename: 'InvalidStateError' });

    await users.runDueJobs();
    expect(await users.emitted(raices, dataErasureStarted)).toEqual([]);
    users.clock.advance(10_000);
    await users.runDueJobs();
    expect((await users.emitted(raices, dataErasureStarted)).map((event) => event.data)).toEqual([
      { requestId: id, subjectId: alice.userId },
    ]);
  });

  test('leaves a tombstone and a receipt when all other islands have done their part, however often they say so', async () => {
    const { id, receiptCode } = await accepted();
    users.clock.advance(10_000);
    await users.runDueJobs();
    await users.deliver(dataPartReported.certification, {
      tenantId: raices,
      subject: id,
      data: { requestId: id, state: 'WAITING', waitingFor: 'AUTHORITY' },
    });
    for (const island of DATA_PART_PRODUCERS.filter((one) => one !== 'certification')) {
      const event = newId();
      for (let times = 0; times < 2; times += 1) await reports(island, id, event);
      await reports(island, id);
    }
    await users.runDueJobs();
    const waiting = await seen(pilar, id);
    expect(waiting.status).toBe('IN_PROGRESS');
    expect(waiting.parts).toContainEqual(
      expect.objectContaining({ island: 'CERTIFICATION', status: 'WAITING', waitingFor: 'AUTHORITY' }),
    );
    expect(await rows('user_identities', `user_id = '${alice.userId}'`)).toHaveLength(1);

    await reports('certification', id);
    await users.runDueJobs();
    const done = await seen(pilar, id);
    expect(done).toMatchObject({ status: 'COMPLETED', subject: { id: alice.userId, displayName: 'Cuenta suprimida' } });
    // A centre that she stood in can be closed.
    expect(await rows('users', `id = '${alice.userId}'`)).toMatchObject([{ centre_id: null }]);
    expect((await users.emitted(raices, personPlaced)).at(-1)?.data).toMatchObject({ userId: alice.userId, centreId: null });
    for (const table of ['user_identities', 'credentials', 'notifications', 'portfolio_entries', 'persona_grants'])
      expect(await rows(table, `user_id = '${alice.userId}'`)).toEqual([]);
    expect(await rows('data_keys', `subject = '${alice.userId}'`)).toMatchObject([{ wrapped: null }]);
    const receipt = (
      await ask(visitor('raices'), 'query ($code: String!) { dataReceipt(code: $code) { status statement sha256 } }', {
        code: receiptCode,
      })
    ).dataReceipt;
    expect(receipt).toMatchObject({ status: 'COMPLETED', sha256: createHash('sha256').update(receipt.statement).digest('hex') });
    const [complete] = await rows('audit_log', `action = 'arco.complete'`);
    expect(JSON.parse(complete.detail)).toMatchObject({ receipt: receipt.sha256 });
    expect(
      (await ask(visitor('solaris'), 'query ($code: String!) { dataReceipt(code: $code) { status } }', { code: receiptCode }))
        .dataReceipt,
    ).toBeNull();

    // A report that comes once more, and a job that is handed out once more, change nothing.
    const before = await rows('data_request_parts');
    users.clock.advance(60_000);
    await reports('courses', id);
    await users.runDueJobs();
    expect(await rows('data_request_parts')).toEqual(before);
    expect(await verifyChain(users.database, raices)).toMatchObject({ isWhole: true });
  });

  test('is not accepted for the last admin of an academy', async () => {
    const { request } = await open(carla, ERASURE);
    expect(await resolve(request.id, { decision: 'ACCEPT' })).toMatchObject({
      __typename: 'InvalidStateError',
      message: expect.stringContaining('last admin'),
    });
  });

  test('says nothing to a request of another tenant, of another kind, or of none', async () => {
    const { request } = await open(alice, EXPORT);
    await resolve(request.id, { decision: 'ACCEPT' });
    await reports('courses', request.id);
    await reports('courses', newId());
    expect((await seen(alice, request.id)).parts.map((part: Loose) => part.status)).not.toContain('DONE');
  });
});
