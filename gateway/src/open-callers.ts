import type { Clock } from '@academy/kernel';
import { createNonceMemory } from '@academy/platform/access';
import { tailEvents } from '@academy/platform/events';
import { openApiKeys } from './api-keys/open-api-keys.ts';
import type { DevIssuer } from './dev-issuer.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { createGuard, type ExecutionGuard } from './guard.ts';
import { createKnownRevocations } from './identity/known-revocations.ts';
import { createRevocationShelf } from './identity/revocation-shelf.ts';
import { createRevocationSource } from './identity/revocation-source.ts';
import { createTenantTokens } from './identity/tenant-tokens.ts';
import { createImpersonations } from './impersonation/impersonations.ts';
import { withImpersonation } from './impersonation/with-impersonation.ts';
import type { OperationCheck } from './operations.ts';
import { createKeySource, createTokenVerifier } from './principal.ts';
import type { RateLimiter } from './rate/rate-limiter.ts';
import { rememberSessions, type SessionMemory } from './remembered-sessions.ts';
import { createRevocations, type Revocations } from './revocations.ts';
import { createClientSignatures } from './signatures/client-signatures.ts';
import type { TenantDirectory } from './tenant.ts';
import { createTenantDirectory } from './tenant-directory.ts';
import { createDirectoryShelf } from './tenant-shelf.ts';

/** Who may call, and what of: tenants, sessions, keys, revocations, and the guard over all of them. They follow what users tells. */
export type Callers = {
  readonly guard: ExecutionGuard;
  readonly directory: TenantDirectory;
  readonly revocations: Revocations;
  /** Resolves once the events of users that are kept have been read. */
  readonly caughtUp: Promise<void>;
  stop(): Promise<void>;
};

/** Opens what decides who is admitted. */
export function openCallers(
  options: Pick<GatewayOptions, 'config' | 'transport' | 'redis' | 'signingKeys' | 'logger'> & {
    readonly devIssuer: DevIssuer | undefined;
    readonly operations: OperationCheck;
    readonly limiter: RateLimiter;
    readonly clock: Clock;
  },
): Callers {
  const { config, transport, redis, signingKeys, devIssuer, operations, limiter, clock, logger } = options;
  const { identity, tenantSources, baseDomain } = config;
  const keys = createKeySource(identity, devIssuer, { clock });
  const memory: SessionMemory = new Map();
  const installation = rememberSessions(createTokenVerifier({ ...identity, keys, clock }), { keys, clock, memory });
  const tokens = createTenantTokens({ installation, memory, outbound: config.outbound, clock });
  const shelf = createDirectoryShelf({ redis, signingKeys, clock, logger });
  const directory = createTenantDirectory({ transport, clock, logger, shelf });
  const revocations = createRevocations(clock);
  const apiKeys = openApiKeys({ transport, redis, signingKeys, clock, logger });
  const nonces = createNonceMemory(redis, (nonce) => `t:${nonce}`);
  const signatures = createClientSignatures({
    nonces: { isNew: (tenantId, nonce) => nonces.isNew(`${tenantId}:client-nonce:${nonce}`) },
    scheme: config.publicUrl?.startsWith('https:') === true ? 'https' : 'http',
    clock,
  });
  let hasCaughtUp = false;
  const known = createKnownRevocations({
    shelf: createRevocationShelf({ redis, signingKeys, clock, logger }),
    source: createRevocationSource(transport),
    revocations,
    hasCaughtUp: () => hasCaughtUp,
    clock,
    logger,
  });
  const impersonations = createImpersonations({ transport, clock });
  const plainGuard = createGuard({
    directory,
    tokens,
    apiKeys,
    signatures,
    revocations,
    known,
    operations,
    limiter,
    ...config.operations,
    tenantSources,
    baseDomain,
    clock,
    logger,
  });
  const guard = withImpersonation(plainGuard, impersonations);
  const usersEvents = tailEvents({
    producer: 'users',
    redis,
    signingKeys,
    onEvent(event) {
      revocations.apply(event);
      apiKeys.apply(event);
      directory.follow(event);
    },
    onLost: () => {
      directory.lose();
      void known.renew();
    },
    logger,
  });
  void usersEvents.caughtUp.then(() => {
    hasCaughtUp = true;
  });
  return {
    guard,
    directory,
    revocations,
    caughtUp: usersEvents.caughtUp,
    async stop() {
      await usersEvents.stop();
      await apiKeys.stop();
    },
  };
}
