import { type Clock, Fault, isPersona, isUuid, type Principal, SECOND_MS } from '@academy/kernel';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JWKSCacheInput,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwksCache,
  jwtVerify,
} from 'jose';
import { z } from 'zod';
import type { IdentityConfig } from './config.ts';
import type { DevIssuer } from './dev-issuer.ts';
import { MAX_TOKEN_AGE_MS } from './revocations.ts';

/** A session, as its token tells. */
export type Session = {
  readonly principal: Exclude<Principal, { kind: 'anonymous' }>;
  readonly issuedAtSeconds: number;
  readonly expiresAtSeconds: number;
  /** Of what can end before it expires by more than the lists of revocations: false once it has. Cheap. */
  readonly stillHolds?: () => boolean;
};

/** Turns a token into a session. */
export type TokenVerifier = {
  /** Rejects with Fault UNAUTHENTICATED, the same for every flaw of the token, or UNAVAILABLE when its keys cannot be had. */
  verify(token: string): Promise<Session>;
};

/** The keys that tokens are checked with. */
export type KeySource = {
  /** The key for a token. Throws Fault UNAVAILABLE when no keys can be had. */
  readonly find: JWTVerifyGetKey;
  /** The key set that `find` looks in, one object for as long as it is the same set; undefined when `find` would fetch another first. */
  inForce(): object | undefined;
};

/** The one answer to a token that is not accepted, whatever is wrong with it. */
export const BAD_TOKEN_MESSAGE = 'The token is not accepted; sign in again.';

/** Clocks of two machines may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** A longer token is refused unread. */
const MAX_TOKEN_LENGTH = 8_192;

/** A new key of the provider is accepted within the cooldown, a removed one refused after the age. */
const KEYS_COOLDOWN_MS = 30_000;
const KEYS_MAX_AGE_MS = 60_000;
const KEYS_TIMEOUT_MS = 2_000;

/**
 * A verifier of access tokens: RS256 or ES256, under the provider's keys alone (a key inside the token counts for nothing), with issuer,
 * audience, life, subject, token id, tenant and persona.
 */
export function createTokenVerifier(options: { issuer: string; audience: string; keys: KeySource; clock: Clock }): TokenVerifier {
  return {
    async verify(token) {
      if (token.length > MAX_TOKEN_LENGTH) throw refusal(new Error('longer than any token of ours'));
      const { payload } = await jwtVerify(token, options.keys.find, {
        algorithms: ['RS256', 'ES256'],
        issuer: options.issuer,
        audience: options.audience,
        requiredClaims: ['iss', 'aud', 'exp', 'iat', 'sub', 'jti'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        maxTokenAge: MAX_TOKEN_AGE_MS / SECOND_MS,
        currentDate: options.clock.now(),
      }).catch((thrown: unknown) => {
        throw thrown instanceof Fault ? thrown : refusal(thrown);
      });
      return readSession(payload);
    },
  };
}

/** The second from which on a session is refused, by its token's life and by how old any token may be. */
export function endOfSession({ issuedAtSeconds, expiresAtSeconds }: Session): number {
  return Math.min(expiresAtSeconds, issuedAtSeconds + MAX_TOKEN_AGE_MS / SECOND_MS) + CLOCK_TOLERANCE_SECONDS;
}

/** The keys of the identity: the provider's are fetched on first use, and again when they are a minute old. */
export function createKeySource(identity: IdentityConfig, devIssuer: DevIssuer | undefined): KeySource {
  if (devIssuer !== undefined) return { find: createLocalJWKSet(devIssuer.jwks), inForce: () => devIssuer.jwks };
  if (identity.kind === 'development') throw new Error('The development identity needs its issuer.');
  // jose puts each set that it fetches here.
  const held: JWKSCacheInput = {};
  let opening: Promise<RemoteKeys> | undefined;
  let opened: RemoteKeys | undefined;
  return {
    async find(header, input) {
      try {
        opening ??= openRemoteKeys(identity.issuer, identity.jwksUrl, held);
        opened = await opening.catch(forgetAndThrow);
        return await opened(header, input);
      } catch (thrown) {
        if (isAboutToken(thrown)) throw thrown;
        throw outage(thrown);
      }
    },
    inForce: () => (opened?.fresh === true ? held['jwks'] : undefined),
  };

  function forgetAndThrow(thrown: unknown): never {
    opening = undefined;
    throw thrown;
  }
}

/** The token in an `authorization` header; undefined when it bears none. Throws Fault UNAUTHENTICATED on any other scheme. */
export function bearerToken(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization === '') return undefined;
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw refusal(new Error('not a bearer token'));
  return token;
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

async function openRemoteKeys(issuer: string, jwksUrl: string | undefined, held: JWKSCacheInput): Promise<RemoteKeys> {
  const url = jwksUrl ?? (await discover(issuer));
  return createRemoteJWKSet(new URL(url), {
    cooldownDuration: KEYS_COOLDOWN_MS,
    cacheMaxAge: KEYS_MAX_AGE_MS,
    timeoutDuration: KEYS_TIMEOUT_MS,
    [jwksCache]: held,
  });
}

async function discover(issuer: string): Promise<string> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(KEYS_TIMEOUT_MS),
  });
  if (!response.ok) throw new TypeError(`the issuer's configuration answered ${response.status}`);
  const document = z.object({ issuer: z.literal(issuer), jwks_uri: z.url() }).parse(await response.json());
  return document.jwks_uri;
}

function readSession(payload: JWTPayload): Session {
  const { sub, jti, exp, iat } = payload;
  const tenantId = payload['tenant'];
  const persona = payload['persona'];
  if (
    payload['token_use'] !== 'access' ||
    sub === undefined ||
    jti === undefined ||
    jti.length === 0 ||
    jti.length > 128 ||
    exp === undefined ||
    iat === undefined ||
    !isUuid(tenantId) ||
    !isPersona(persona)
  ) {
    throw refusal(new Error('a claim is missing or of the wrong form'));
  }
  const life = { issuedAtSeconds: iat, expiresAtSeconds: exp };
  if (persona === 'service') {
    const scope = payload['scope'];
    const scopes = typeof scope === 'string' ? scope.split(' ').filter((part) => part !== '') : [];
    return { principal: { kind: 'service', tenantId, service: sub, scopes }, ...life };
  }
  if (!isUuid(sub)) throw refusal(new Error('the subject is no user id'));
  return { principal: { kind: 'user', tenantId, userId: sub, persona, sessionId: jti, expiresAtSeconds: exp }, ...life };
}

function outage(cause: unknown): Fault {
  return new Fault('UNAVAILABLE', 'Sign-in cannot be checked now; try again shortly.', { cause });
}

function refusal(cause: unknown): Fault {
  return new Fault('UNAUTHENTICATED', BAD_TOKEN_MESSAGE, { cause });
}

/** Whether the key set was there and simply has no key for this token. */
function isAboutToken(thrown: unknown): boolean {
  return (
    thrown instanceof errors.JWKSNoMatchingKey ||
    thrown instanceof errors.JWKSMultipleMatchingKeys ||
    thrown instanceof errors.JOSENotSupported
  );
}
