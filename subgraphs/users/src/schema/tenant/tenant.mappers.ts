import type { TenantRow } from '../../store/tenants.ts';

export type TenantMapper = TenantRow;
