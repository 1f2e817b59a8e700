import { type Clock, Fault, isPersona, isUuid, type Principal, SECOND_MS, systemClock } from '@academy/kernel';
import { createLocalJWKSet, type JWTPayload, type JWTVerifyResult, jwtVerify } from 'jose';
import type { IdentityConfig } from './config.ts';
import type { DevIssuer } from './dev-issuer.ts';
import { type ClaimNames, DEFAULT_CLAIMS } from './identity/identity-provider.ts';
import { createProviderKeys, type KeySource } from './identity/provider-keys.ts';
import { type ReadDocument, readOperatorDocument } from './identity/read-document.ts';
import { MAX_TOKEN_AGE_MS } from './revocations.ts';

/** A session, as its token tells. */
export type Session = {
  readonly principal: Exclude<Principal, { kind: 'anonymous' }>;
  readonly issuedAtSeconds: number;
  readonly expiresAtSeconds: number;
  /** Of what can end before it expires by more than the lists of revocations: false once it has. Cheap. */
  readonly stillHolds?: () => boolean;
  /** Key of the tenant's own provider that vouched for it; undefined: it is not one of a tenant's. */
  readonly vouchedBy?: string;
};

/** Turns a token into a session. */
export type TokenVerifier = {
  /** Rejects with Fault UNAUTHENTICATED, the same for every flaw of the token, or UNAVAILABLE when its keys cannot be had. */
  verify(token: string): Promise<Session>;
};

/** The one answer to a token that is not accepted, whatever is wrong with it. */
export const BAD_TOKEN_MESSAGE = 'The token is not accepted; sign in again.';

/** Clocks of two machines may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** A longer token is refused unread. */
const MAX_TOKEN_LENGTH = 8_192;

/** No shared secrets, and nothing that a key of another kind could be taken for. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Headers that bring a key, or say where to fetch one: nobody who vouches for us needs them. */
const KEY_HEADERS = ['jwk', 'jku', 'x5c', 'x5u'];

/**
 * A verifier of access tokens: under the provider's keys alone, with issuer, audience, life, subject, token id, tenant and persona. One that
 * brings a key, or demands an extension, is refused.
 */
export function createTokenVerifier(options: {
  issuer: string;
  audience: string;
  keys: KeySource;
  clock: Clock;
  claims?: ClaimNames | undefined;
  /** Of the sessions; undefined: nobody's own provider. */
  vouchedBy?: string;
}): TokenVerifier {
  const { claims = DEFAULT_CLAIMS, vouchedBy } = options;
  return {
    async verify(token) {
      if (token.length > MAX_TOKEN_LENGTH) throw badToken(new Error('longer than any token of ours'));
      const verified = await jwtVerify(token, options.keys.find, {
        algorithms: ALGORITHMS,
        issuer: options.issuer,
        audience: options.audience,
        requiredClaims: ['iss', 'aud', 'exp', 'iat', 'sub', 'jti'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        maxTokenAge: MAX_TOKEN_AGE_MS / SECOND_MS,
        currentDate: options.clock.now(),
      }).catch((thrown: unknown) => {
        throw thrown instanceof Fault ? thrown : badToken(thrown);
      });
      const session = readSession(verified, claims);
      return vouchedBy === undefined ? session : { ...session, vouchedBy };
    },
  };
}

/** The second from which on a session is refused, by its token's life and by how old any token may be. */
export function endOfSession({ issuedAtSeconds, expiresAtSeconds }: Session): number {
  return Math.min(expiresAtSeconds, issuedAtSeconds + MAX_TOKEN_AGE_MS / SECOND_MS) + CLOCK_TOLERANCE_SECONDS;
}

/** The keys of the installation's identity. */
export function createKeySource(
  identity: IdentityConfig,
  devIssuer: DevIssuer | undefined,
  options: { clock?: Clock; read?: ReadDocument } = {},
): KeySource {
  if (devIssuer !== undefined) return { find: createLocalJWKSet(devIssuer.jwks), inForce: () => devIssuer.jwks };
  if (identity.kind === 'development') throw new Error('The development identity needs its issuer.');
  const { clock = systemClock, read = readOperatorDocument } = options;
  return createProviderKeys({ issuer: identity.issuer, jwksUrl: identity.jwksUrl, read, clock });
}

/** The token in an `authorization` header; undefined when it bears none. Throws Fault UNAUTHENTICATED on any other scheme. */
export function bearerToken(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization === '') return undefined;
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw badToken(new Error('not a bearer token'));
  return token;
}

/** The one answer to a token that is not accepted; `cause` is for the log. */
export function badToken(cause: unknown): Fault {
  return new Fault('UNAUTHENTICATED', BAD_TOKEN_MESSAGE, { cause });
}

function readSession({ payload, protectedHeader }: JWTVerifyResult, claims: ClaimNames): Session {
  if (KEY_HEADERS.some((name) => name in protectedHeader)) throw badToken(new Error('the token brings a key'));
  const { jti, exp, iat } = payload;
  const tenantId = payload[claims.tenant];
  const persona = payload[claims.persona];
  const userId = payload[claims.user];
  if (
    !isAccessToken(protectedHeader.typ, payload[claims.tokenUse]) ||
    typeof userId !== 'string' ||
    jti === undefined ||
    jti.length === 0 ||
    jti.length > 128 ||
    exp === undefined ||
    iat === undefined ||
    !isUuid(tenantId) ||
    !isPersona(persona)
  ) {
    throw badToken(new Error('a claim is missing or of the wrong form'));
  }
  const life = { issuedAtSeconds: iat, expiresAtSeconds: exp };
  if (persona === 'service')
    return { principal: { kind: 'service', tenantId, service: userId, scopes: scopesOf(payload) }, ...life };
  if (!isUuid(userId)) throw badToken(new Error('the subject is no user id'));
  return { principal: { kind: 'user', tenantId, userId, persona, sessionId: jti, expiresAtSeconds: exp }, ...life };
}

/**
 * Whether a token says of itself that it is for access: by its claim, or by the type of RFC 9068. One that says anything else by either is not,
 * and neither is one that says nothing: an identity token does not.
 */
function isAccessToken(typ: string | undefined, tokenUse: unknown): boolean {
  const type = typ?.toLowerCase().replace(/^application\//, '');
  if (type !== undefined && type !== 'at+jwt' && type !== 'jwt') return false;
  return tokenUse === undefined ? type === 'at+jwt' : tokenUse === 'access';
}

function scopesOf({ scope }: JWTPayload): string[] {
  return typeof scope === 'string' ? scope.split(' ').filter((part) => part !== '') : [];
}
