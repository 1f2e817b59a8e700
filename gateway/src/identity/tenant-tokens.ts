import { type Clock, personaOf } from '@academy/kernel';
import { createOutboundFetch, type OutboundPolicy } from '@academy/platform/outbound';
import { decodeJwt } from 'jose';
import { LRUCache } from 'lru-cache';
import { badToken, createTokenVerifier, type Session, type TokenVerifier } from '../principal.ts';
import { rememberSessions, type SessionMemory } from '../remembered-sessions.ts';
import type { TenantRecord } from '../tenant.ts';
import { claimsOf, type IdentityProvider, providerKey } from './identity-provider.ts';
import { createProviderKeys } from './provider-keys.ts';
import { readTenantDocument } from './read-document.ts';

/** Tokens of the installation's issuer and of those that tenants named. */
export type TenantTokens = {
  /**
   * The session of a token that came with a request for this tenant; undefined: for none that is known. The issuer that the token names, unverified,
   * only selects among the tenant's own; every other token is verified as one of the installation's. Rejects as `TokenVerifier.verify`.
   */
  verify(token: string, tenant: TenantRecord | undefined): Promise<Session>;
  /**
   * Whether the tenant lets in sessions of whoever vouched for this one: its own providers, and the installation only if it has none. The operator's
   * super_admin is let in nevertheless: otherwise nobody could take back a provider that lets nobody in.
   */
  accepts(tenant: TenantRecord, session: Session): boolean;
};

/**
 * Providers at a time whose keys are held, 64 KiB of keys at most each. A tenant has five at most; when there are more in use at once,
 * the least recently used is fetched again.
 */
const HELD_PROVIDERS = 2_000;

/** Verifies the tokens of all tenants. `installation` is whoever vouches where a tenant named nobody. */
export function createTenantTokens(options: {
  installation: TokenVerifier;
  memory: SessionMemory;
  outbound: OutboundPolicy;
  clock: Clock;
}): TenantTokens {
  const { installation, memory, clock } = options;
  const read = readTenantDocument(createOutboundFetch(options.outbound));
  const verifiers = new LRUCache<string, TokenVerifier>({ max: HELD_PROVIDERS });

  function verifierOf(provider: IdentityProvider): TokenVerifier {
    const key = providerKey(provider);
    const held = verifiers.get(key);
    if (held !== undefined) return held;
    const { issuer, audience, jwksUrl } = provider;
    const keys = createProviderKeys({ issuer, jwksUrl: jwksUrl ?? undefined, read, clock });
    const strict = createTokenVerifier({ issuer, audience, keys, clock, claims: claimsOf(provider), vouchedBy: key });
    const opened = rememberSessions(strict, { keys, clock, memory, name: key });
    verifiers.set(key, opened);
    return opened;
  }

  return {
    async verify(token, tenant) {
      const own = tenant?.settings.identityProviders ?? [];
      const issuer = own.length === 0 ? undefined : claimedIssuer(token);
      const provider = own.find((one) => one.issuer === issuer);
      if (provider === undefined) return installation.verify(token);
      const session = await verifierOf(provider).verify(token);
      // Such a token speaks for the tenant that named its issuer, and for nobody else; no tenant's provider makes operators or processes.
      const persona = personaOf(session.principal);
      if (session.principal.tenantId !== tenant?.id || persona === 'super_admin' || persona === 'service') {
        throw badToken(new Error(`a provider of tenant ${tenant?.id} vouched for what it may not`));
      }
      return session;
    },
    accepts({ settings: { identityProviders: own } }, session) {
      // An API key is the tenant's own, whoever vouches for its people.
      if (session.stillHolds !== undefined) return true;
      if (session.vouchedBy === undefined) return own.length === 0 || personaOf(session.principal) === 'super_admin';
      return own.some((provider) => providerKey(provider) === session.vouchedBy);
    },
  };
}

function claimedIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
