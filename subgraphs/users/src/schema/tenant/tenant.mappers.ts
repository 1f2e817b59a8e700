import type { ClientKey, ClientSignatures } from '../../domain/client-signatures.ts';
import type { TenantDomain } from '../../domain/tenant-domain.ts';
import type { TenantSettings } from '../../domain/tenant-settings.ts';
import type { TenantRow } from '../../store/tenants.ts';

export type TenantMapper = TenantRow;
export type TenantSettingsMapper = TenantSettings;
export type ClientSignaturesMapper = ClientSignatures;
export type ClientKeyMapper = ClientKey;
export type TenantDomainMapper = TenantDomain;
