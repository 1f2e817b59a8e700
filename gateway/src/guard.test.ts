import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessRevoked, tenantSuspended } from '@academy/contracts';
import { createLogger } from '@academy/platform/logger';
import { DEFAULT_OUTBOUND_POLICY } from '@academy/platform/outbound';
import { createTelemetry } from '@academy/platform/telemetry';
import { buildSchema, printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDirectoryIsland } from '../test/directory-island.ts';
import { createMovingClock } from '../test/moving-clock.ts';
import { alice, raices, tenants } from '../test/people.ts';
import { createDevIssuer } from './dev-issuer.ts';
import { NO_DOCUMENTS } from './documents/persisted-documents.ts';
import { type Approach, createGuard } from './guard.ts';
import { trustProxies } from './http/client-address.ts';
import { createTenantTokens } from './identity/tenant-tokens.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { createOperationCheck } from './operations.ts';
import { createKeySource, createTokenVerifier, type TokenVerifier } from './principal.ts';
import { createRateLimiter } from './rate/rate-limiter.ts';
import { rememberSessions, type SessionMemory } from './remembered-sessions.ts';
import { createRevocations } from './revocations.ts';
import { createTenantDirectory } from './tenant-directory.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const schema = buildSchema('type Query { me: String tenant: String } type Subscription { changed: String }');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guard-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function buildGuard({ isUsersDown, isCountedLater = false }: { isUsersDown: boolean; isCountedLater?: boolean }) {
  const clock = createMovingClock();
  const { transport, state } = createDirectoryIsland(tenants);
  state.isDown = isUsersDown;
  const identity = { kind: 'development', issuer: 'urn:test', audience: 'academy', directory: folder } as const;
  const issuer = await createDevIssuer({ ...identity, isProduction: false, clock });
  const keys = createKeySource(identity, issuer);
  const revocations = createRevocations(clock);
  const verified: string[] = [];
  const memory: SessionMemory = new Map();
  const strict = rememberSessions(createTokenVerifier({ ...identity, keys, clock }), { keys, clock, memory });
  const installation: TokenVerifier = {
    verify(token) {
      verified.push(token);
      return strict.verify(token);
    },
  };
  const tokens = createTenantTokens({ installation, memory, outbound: DEFAULT_OUTBOUND_POLICY, clock });
  const limiter = createRateLimiter({
    config: { globalCostPerMinute: 1_000, scale: 1, answerWithinMs: 50, processes: 1 },
    trustedProxies: trustProxies([]),
    redis: undefined,
    secret: 'only for this test',
    logger,
    telemetry: createTelemetry({ process: 'gateway' }),
  });
  const guard = createGuard({
    directory: createTenantDirectory({ transport, clock, logger }),
    tokens,
    apiKeys: { verify: () => Promise.reject(new Error('no API key comes here')) },
    signatures: { check: () => Promise.reject(new Error('no tenant demands signatures here')) },
    revocations,
    known: { ensure: () => undefined },
    operations: createOperationCheck({
      limits: DEFAULT_LIMITS,
      isIntrospectionOn: false,
      schema: () => ({ schema, id: '1' }),
      supergraphSdl: () => printSchema(schema),
      documents: { persisted: () => NO_DOCUMENTS, hasPersisted: false, automatic: undefined },
    }),
    limiter: isCountedLater ? { ...limiter, spend: async (payer, cost) => limiter.spend(payer, cost) } : limiter,
    isTrustedOnly: false,
    isApqOn: false,
    isQueryPlanOpen: false,
    tenantSources: ['path'],
    baseDomain: 'localhost',
    clock,
    logger,
  });
  return { guard, clock, state, revocations, issuer, verified };
}

/** A guard that has admitted alice. */
async function openGuard({ isCountedLater = false } = {}) {
  const { issuer, ...parts } = await buildGuard({ isUsersDown: false, isCountedLater });
  const token = await issuer.issueToken({ ...alice, lifetimeSeconds: 600 });
  const approach: Approach = { requestId: 'request-1', tenant: { path: 'raices' }, authorization: `Bearer ${token}` };
  const admitted = await parts.guard.admit(approach);
  if (!admitted.ok) throw new Error(`alice was refused: ${JSON.stringify(admitted.error)}`);
  return { ...parts, approach, admission: admitted.value };
}

function event(type: string, subject: string, data: unknown) {
  return {
    id: '01956f00-0000-7000-8000-000000000001',
    type,
    tenantId: raices.id,
    subject,
    occurredAt: '2026-03-02T12:00:01.000Z',
    data,
  };
}

describe('who was admitted stays so', () => {
  test('until her token expires', async () => {
    const { guard, clock, admission } = await openGuard();
    clock.advance(599_999);
    expect(guard.isStillAdmitted(admission)).toBe(true);
    clock.advance(1);
    expect(guard.isStillAdmitted(admission)).toBe(false);
  });

  test('until her sessions are ended', async () => {
    const { guard, clock, revocations, admission, approach } = await openGuard();
    const revokedBeforeSeconds = clock.now().getTime() / 1_000 + 1;
    revocations.apply(event(accessRevoked.type, alice.userId, { userId: alice.userId, revokedBeforeSeconds }));
    expect(guard.isStillAdmitted(admission)).toBe(false);
    expect(await guard.admit(approach)).toMatchObject({ ok: false, error: { status: 401 } });
  });

  test('until her tenant is suspended, by the event', async () => {
    const { guard, revocations, admission } = await openGuard();
    revocations.apply(event(tenantSuspended.type, raices.id, { slug: 'raices' }));
    expect(guard.isStillAdmitted(admission)).toBe(false);
  });

  test('until her tenant is suspended, by the directory, should the event be lost', async () => {
    const { guard, clock, state, admission } = await openGuard();
    state.tenants = state.tenants.map((tenant) => ({ ...tenant, status: 'SUSPENDED' }));
    clock.advance(2_000);
    guard.isStillAdmitted(admission);
    await expect.poll(() => guard.isStillAdmitted(admission)).toBe(false);
  });

  test('while the users island is away', async () => {
    const { guard, clock, state, admission } = await openGuard();
    state.isDown = true;
    clock.advance(10_000);
    expect(guard.isStillAdmitted(admission)).toBe(true);
  });
});

describe('an operation of somebody admitted', () => {
  test('is held to the settings of now, not to those when the connection was opened', async () => {
    const { guard, clock, state, admission } = await openGuard();
    const query = { query: '{ me }' };
    expect(guard.examine(admission, query, 'r')).toMatchObject({ ok: true });
    state.tenants = state.tenants.map((tenant) => ({ ...tenant, settings: { ...tenant.settings, isTrustedOnly: true } }));
    clock.advance(2_000);
    guard.examine(admission, query, 'r');
    await expect
      .poll(() => guard.examine(admission, query, 'r'))
      .toMatchObject({
        ok: false,
        error: { status: 403, errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] },
      });
  });

  test('may be prepared for while it is counted, unless it is refused for what it is', async () => {
    const { guard, admission } = await openGuard({ isCountedLater: true });
    const begun: string[] = [];
    const note = ({ source }: { source: string }) => void begun.push(source);
    const counting = guard.examine(admission, { query: '{ me }' }, 'r', note);
    expect(begun).toEqual(['{ me }']);
    expect(await counting).toMatchObject({ ok: true });
    expect(await guard.examine(admission, { query: '{ ghost }' }, 'r', note)).toMatchObject({ ok: false });
    expect(begun).toEqual(['{ me }']);
  });

  test('is held to the same rules whatever it is: a subscription too', async () => {
    const { guard, admission } = await openGuard();
    const anonymous = await guard.admit({ requestId: 'request-2', tenant: { path: 'raices' }, authorization: undefined });
    if (!anonymous.ok) throw new Error('an anonymous caller was refused');
    const subscription = { query: 'subscription { changed }' };
    expect(guard.examine(admission, subscription, 'r')).toMatchObject({
      ok: true,
      value: { kind: 'subscription', rootFields: ['changed'] },
    });
    expect(guard.examine(anonymous.value, subscription, 'r')).toMatchObject({ ok: false, error: { status: 401 } });
    expect(guard.examine(admission, { query: '{ __schema { types { name } } }' }, 'r')).toMatchObject({
      ok: false,
      error: { status: 400, errors: [{ extensions: { code: 'INTROSPECTION_DISABLED', requestId: 'r' } }] },
    });
  });
});

test('while nothing is known of tenants, nobody is admitted: an outage, not a refusal', async () => {
  const { guard } = await buildGuard({ isUsersDown: true });
  expect(await guard.admit({ requestId: 'request-1', tenant: { path: 'raices' }, authorization: undefined })).toMatchObject({
    ok: false,
    error: { status: 503, headers: { 'retry-after': '1' }, errors: [{ extensions: { code: 'UNAVAILABLE' } }] },
  });
});

describe('what is wrong about a tenant', () => {
  /** How four askings are answered but for their request id, and what each had done. */
  async function refusals(authorization: string | undefined, paths: readonly string[]) {
    const { guard, state, verified, clock } = await buildGuard({ isUsersDown: false });
    await guard.admit({ requestId: 'first', tenant: { path: 'raices' }, authorization: undefined });
    const seen: { answer: Awaited<ReturnType<typeof guard.admit>>; reads: number; checks: number }[] = [];
    for (const path of paths) {
      clock.advance(600);
      const before = { reads: state.calls.length, checks: verified.length };
      const answer = await guard.admit({ requestId: 'request-1', tenant: { path }, authorization });
      seen.push({ answer, reads: state.calls.length - before.reads, checks: verified.length - before.checks });
    }
    return seen;
  }

  test('is told in one and the same words after the same work: unknown, suspended, and of another tenant', async () => {
    const { issuer } = await buildGuard({ isUsersDown: false });
    const token = `Bearer ${await issuer.issueToken({ ...alice, lifetimeSeconds: 600 })}`;
    const [unknown, ...others] = await refusals(token, ['nowhere', 'olvido', 'horizonte']);
    expect(unknown).toMatchObject({
      answer: { ok: false, error: { status: 403, headers: {}, errors: [{ extensions: { code: 'TENANT_MISMATCH' } }] } },
      reads: 1,
      checks: 1,
    });
    for (const other of others) expect(other).toEqual(unknown);
    const [unknownToAll, suspendedToAll] = await refusals(undefined, ['nowhere', 'olvido']);
    expect(suspendedToAll).toEqual(unknownToAll);
    expect(unknownToAll).toMatchObject({ answer: unknown?.answer, reads: 1, checks: 0 });
  });

  test('is explained to a good token of the very tenant, and to no other', async () => {
    const { issuer } = await buildGuard({ isUsersDown: false });
    const olvido = tenants.find(({ slug }) => slug === 'olvido');
    const token = await issuer.issueToken({ ...alice, tenantId: olvido?.id ?? '', lifetimeSeconds: 600 });
    const [own, other] = await refusals(`Bearer ${token}`, ['olvido', 'raices']);
    expect(own?.answer).toMatchObject({ error: { status: 403, errors: [{ extensions: { reason: 'TENANT_SUSPENDED' } }] } });
    expect(JSON.stringify(other?.answer)).not.toContain('reason');
    const expired = await issuer.issueToken({ ...alice, tenantId: olvido?.id ?? '', lifetimeSeconds: -600 });
    expect((await refusals(`Bearer ${expired}`, ['olvido']))[0]?.answer).toMatchObject({ error: { status: 401 } });
  });
});
