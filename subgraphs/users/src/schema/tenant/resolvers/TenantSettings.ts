import { NO_CLIENT_SIGNATURES } from '../../../domain/client-signatures.ts';
import { featuresOf } from '../../../domain/tenant-features.ts';
import { limitsOf } from '../../../domain/tenant-limits.ts';
import { policiesIn } from '../../../domain/tenant-settings.ts';
import type { TenantSettingsResolvers } from '../../types.generated.ts';

export const TenantSettings: TenantSettingsResolvers = {
  limits: ({ tier, limits }) => limitsOf(tier, limits),
  clientSignatures: ({ clientSignatures }) => clientSignatures ?? NO_CLIENT_SIGNATURES,
  features: ({ features }) => featuresOf(features),
  identityProviders: ({ identityProviders }) => identityProviders ?? [],
  isTrustedOnly: ({ isTrustedOnly }) => isTrustedOnly === true,
  policies: (settings) => policiesIn(settings),
};
