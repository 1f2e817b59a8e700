import { fail, ok, type Result } from '@academy/kernel';
import type { ClientSignatures } from './client-signatures.ts';
import { type IdentityProvider, type IdentityProviderInput, parseIdentityProviders } from './identity-providers.ts';
import { parseOrigins } from './origins.ts';
import type { InvalidInput } from './refusal.ts';
import { type AuthorityChange, type AuthorityChoice, type AuthorityName, chooseAuthority } from './tenant-authority.ts';
import type { FeatureChoices } from './tenant-features.ts';
import type { TenantLimits, TenantTier } from './tenant-limits.ts';

/** Decisions of a tenant on certification. Scores are 0 to 100. */
export type Policies = AuthorityChoice & OwnPolicies;

type OwnPolicies = {
  solarpunkPolicy: 'GATE' | 'ADVISORY';
  minimumSustainability: number;
  minimumSocialJustice: number;
  evaluation: 'AUTOMATIC_FROM_ASSESSMENT' | 'ACCREDITED_EVALUATOR';
  certificationStart: 'ON_COMPLETION' | 'ON_REQUEST';
};

/** Everything that operators decide for one tenant. */
export type TenantSettings = {
  tier: TenantTier;
  /** As browsers send them in `Origin`. */
  allowedOrigins: string[];
  /** What was agreed with the tenant; the rest is as its plan says. */
  limits: Partial<TenantLimits>;
  /** Rows from before there was a choice of authority lack it. */
  policies: OwnPolicies & Partial<AuthorityChoice>;
  /** Missing in settings from before there were any: not required. */
  clientSignatures?: ClientSignatures;
  /** What was decided; missing in rows from before there were any. */
  features?: FeatureChoices;
  /** Whether only registered operations are answered; missing: no. */
  isTrustedOnly?: boolean;
  /** Who vouches for the tenant's people; empty or missing: the installation's issuer. */
  identityProviders?: IdentityProvider[];
};

/** What an admin wants changed; what is missing or null stays as it is, but for the authority and its rate: there null is the installation's. */
export type SettingsChange = AuthorityChange & {
  readonly [Field in keyof OwnPolicies]?: OwnPolicies[Field] | null | undefined;
} & {
  readonly allowedOrigins?: readonly string[] | null | undefined;
  /** Checked already. */
  readonly clientSignatures?: ClientSignatures | null | undefined;
  readonly identityProviders?: readonly IdentityProviderInput[] | null | undefined;
};

/** What settings are checked against. */
export type Installation = {
  /** What is wrong with an address, in words for who gave it; undefined: nothing. */
  wrongWithAddress(address: string): string | undefined;
  /** Those that a tenant may choose. */
  readonly authorities: readonly AuthorityName[];
};

/** The decisions with what rows from before lack. */
export function policiesIn({ policies }: Pick<TenantSettings, 'policies'>): Policies {
  return { authority: null, submissionsPerMinute: null, ...policies };
}

/**
 * The settings with the change applied. Refuses an origin that no browser sends, more than 20 of them, scores out of range, identity providers as
 * `parseIdentityProviders` does, and an authority as `chooseAuthority` does.
 */
export function changeSettings(
  settings: TenantSettings,
  change: SettingsChange,
  { wrongWithAddress, authorities }: Installation,
): Result<TenantSettings, InvalidInput> {
  const origins = change.allowedOrigins == null ? ok(settings.allowedOrigins) : parseOrigins(change.allowedOrigins);
  if (!origins.ok) return origins;
  const providers =
    change.identityProviders == null ? ok(undefined) : parseIdentityProviders(change.identityProviders, wrongWithAddress);
  if (!providers.ok) return providers;
  const before = policiesIn(settings);
  const chosen = chooseAuthority(before, change, authorities);
  if (!chosen.ok) return chosen;
  const policies: Policies = {
    ...chosen.value,
    solarpunkPolicy: change.solarpunkPolicy ?? before.solarpunkPolicy,
    minimumSustainability: change.minimumSustainability ?? before.minimumSustainability,
    minimumSocialJustice: change.minimumSocialJustice ?? before.minimumSocialJustice,
    evaluation: change.evaluation ?? before.evaluation,
    certificationStart: change.certificationStart ?? before.certificationStart,
  };
  for (const field of ['minimumSustainability', 'minimumSocialJustice'] as const) {
    const score = policies[field];
    if (!Number.isInteger(score) || score < 0 || score > 100) {
      return fail({ kind: 'InvalidInput', field, message: `A whole number from 0 to 100 was expected, got ${score}.` });
    }
  }
  const clientSignatures = change.clientSignatures ?? settings.clientSignatures;
  return ok({
    ...settings,
    allowedOrigins: origins.value,
    policies,
    ...(clientSignatures === undefined ? {} : { clientSignatures }),
    ...(providers.value === undefined ? {} : { identityProviders: providers.value }),
  });
}
