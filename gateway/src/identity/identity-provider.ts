import { z } from 'zod';

/** Names of the claims that say what a token is for and whom it is of; claims of the standard keep their names. */
export type ClaimNames = {
  /** The tenant's id. */
  readonly tenant: string;
  /** The persona that the session acts under, in the words of `PERSONAS`. */
  readonly persona: string;
  /** `access`, unless the header's `typ` says so (RFC 9068). */
  readonly tokenUse: string;
  /** The person's id here. */
  readonly user: string;
};

/** What tokens say where nothing else was agreed with their issuer. */
export const DEFAULT_CLAIMS: ClaimNames = { tenant: 'tenant', persona: 'persona', tokenUse: 'token_use', user: 'sub' };

/** Who vouches for a tenant's people, as the users island keeps it. */
export const identityProvider = z.object({
  issuer: z.url({ protocol: /^https?$/ }),
  audience: z.string(),
  /** Null: found through the issuer's `/.well-known/openid-configuration`. */
  jwksUrl: z.string().nullable().default(null),
  tenantClaim: z.string().default(DEFAULT_CLAIMS.tenant),
  personaClaim: z.string().default(DEFAULT_CLAIMS.persona),
  tokenUseClaim: z.string().default(DEFAULT_CLAIMS.tokenUse),
  userClaim: z.string().default(DEFAULT_CLAIMS.user),
});

export type IdentityProvider = z.infer<typeof identityProvider>;

/** The same text for the same provider with the same settings: whoever changes one of them has another provider. */
export function providerKey(provider: IdentityProvider): string {
  const { issuer, audience, jwksUrl, tenantClaim, personaClaim, tokenUseClaim, userClaim } = provider;
  return JSON.stringify([issuer, audience, jwksUrl, tenantClaim, personaClaim, tokenUseClaim, userClaim]);
}

export function claimsOf({ tenantClaim, personaClaim, tokenUseClaim, userClaim }: IdentityProvider): ClaimNames {
  return { tenant: tenantClaim, persona: personaClaim, tokenUse: tokenUseClaim, user: userClaim };
}
