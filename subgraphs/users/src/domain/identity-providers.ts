import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

/** Who vouches for a tenant's people: an OpenID provider. */
export type IdentityProvider = {
  /** As its tokens name it in `iss`, and its configuration in `issuer`. */
  issuer: string;
  /** What its tokens must be for (`aud`). */
  audience: string;
  /** Null: as the issuer's configuration says. */
  jwksUrl: string | null;
  /** Claims that hold the tenant's id, the persona, what the token is for, and the person's id here. */
  tenantClaim: string;
  personaClaim: string;
  tokenUseClaim: string;
  userClaim: string;
};

/** A provider as an admin names it; claims that are missing have their usual names. */
export type IdentityProviderInput = { readonly issuer: string; readonly audience: string } & {
  readonly [Name in Exclude<keyof IdentityProvider, 'issuer' | 'audience'>]?: string | null | undefined;
};

/** Each is a set of keys that the gateway holds. */
const MAX_PROVIDERS = 5;
const MAX_TEXT = 200;
const FIELD = 'identityProviders';

/**
 * The providers with everything that was left out. `wrongWith` says what is wrong with an address that the gateway would call, if anything.
 * Refuses more than five, two with the same issuer, addresses that may not be called, and an issuer with a query or a fragment (OpenID Connect Discovery §2).
 */
export function parseIdentityProviders(
  given: readonly IdentityProviderInput[],
  wrongWith: (address: string) => string | undefined,
): Result<IdentityProvider[], InvalidInput> {
  if (given.length > MAX_PROVIDERS)
    return refuse(FIELD, `At most ${MAX_PROVIDERS} providers were expected, got ${given.length}.`);
  const providers: IdentityProvider[] = [];
  for (const [index, one] of given.entries()) {
    const at = `${FIELD}.${index}`;
    const provider: IdentityProvider = {
      issuer: one.issuer,
      audience: one.audience,
      jwksUrl: one.jwksUrl ?? null,
      tenantClaim: one.tenantClaim ?? 'tenant',
      personaClaim: one.personaClaim ?? 'persona',
      tokenUseClaim: one.tokenUseClaim ?? 'token_use',
      userClaim: one.userClaim ?? 'sub',
    };
    const wrongIssuer = wrongWith(provider.issuer);
    if (wrongIssuer !== undefined) return refuse(`${at}.issuer`, wrongIssuer);
    if (/[?#]/.test(provider.issuer)) return refuse(`${at}.issuer`, 'An issuer without query and fragment was expected.');
    if (providers.some(({ issuer }) => issuer === provider.issuer))
      return refuse(`${at}.issuer`, 'Each issuer was expected once.');
    const wrongJwks = provider.jwksUrl === null ? undefined : wrongWith(provider.jwksUrl);
    if (wrongJwks !== undefined) return refuse(`${at}.jwksUrl`, wrongJwks);
    for (const field of ['audience', 'tenantClaim', 'personaClaim', 'tokenUseClaim', 'userClaim'] as const) {
      const { length } = provider[field];
      if (length < 1 || length > MAX_TEXT)
        return refuse(`${at}.${field}`, `1 to ${MAX_TEXT} characters were expected, got ${length}.`);
    }
    providers.push(provider);
  }
  return ok(providers);
}

function refuse(field: string, message: string): Result<never, InvalidInput> {
  return fail({ kind: 'InvalidInput', field, message });
}
