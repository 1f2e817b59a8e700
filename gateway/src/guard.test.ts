import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessRevoked, tenantSuspended } from '@academy/contracts';
import { createLogger } from '@academy/platform/logger';
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
import { DEFAULT_LIMITS } from './limits.ts';
import { createOperationCheck } from './operations.ts';
import { createKeySource, createTokenVerifier } from './principal.ts';
import { createRateLimiter } from './rate/rate-limiter.ts';
import { rememberSessions } from './remembered-sessions.ts';
import { createRevocations } from './revocations.ts';
import { createTenantDirectory } from './tenant-directory.ts';

const logger = createLogger({ process: 'test', level: 'silent' });
const schema = buildSchema('type Query { me: String tenant: String } type Subscription { changed: String }');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guard-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function buildGuard({ isUsersDown }: { isUsersDown: boolean }) {
  const clock = createMovingClock();
  const { transport, state } = createDirectoryIsland(tenants);
  state.isDown = isUsersDown;
  const identity = { kind: 'development', issuer: 'urn:test', audience: 'academy', directory: folder } as const;
  const issuer = await createDevIssuer({ ...identity, isProduction: false, clock });
  const keys = createKeySource(identity, issuer);
  const revocations = createRevocations(clock);
  const guard = createGuard({
    directory: createTenantDirectory({ transport, clock, logger }),
    tokens: rememberSessions(createTokenVerifier({ ...identity, keys, clock }), { keys, clock }),
    apiKeys: { verify: () => Promise.reject(new Error('no API key comes here')) },
    signatures: { check: () => Promise.reject(new Error('no tenant demands signatures here')) },
    revocations,
    operations: createOperationCheck({
      limits: DEFAULT_LIMITS,
      isIntrospectionOn: false,
      schema: () => ({ schema, id: '1' }),
      supergraphSdl: () => printSchema(schema),
      documents: { persisted: () => NO_DOCUMENTS, hasPersisted: false, automatic: undefined },
    }),
    limiter: createRateLimiter({
      config: { globalCostPerMinute: 1_000, scale: 1, answerWithinMs: 50, processes: 1 },
      trustedProxies: trustProxies([]),
      redis: undefined,
      secret: 'only for this test',
      logger,
      telemetry: createTelemetry({ process: 'gateway' }),
    }),
    isTrustedOnly: false,
    isApqOn: false,
    isQueryPlanOpen: false,
    tenantSources: ['path'],
    baseDomain: 'localhost',
    clock,
    logger,
  });
  return { guard, clock, state, revocations, issuer };
}

/** A guard that has admitted alice. */
async function openGuard() {
  const { issuer, ...parts } = await buildGuard({ isUsersDown: false });
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
