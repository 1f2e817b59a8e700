import { randomBytes } from 'node:crypto';
import { type Clock, fail, ok, type Result } from '@academy/kernel';
import { isUniqueViolation, type Tx } from '@academy/platform/db';
import type { InvalidInput, InvalidState, NotFound } from '../domain/refusal.ts';
import { parseDomainName, type TenantDomain } from '../domain/tenant-domain.ts';
import { featuresOf } from '../domain/tenant-features.ts';
import type { Actor } from './audit.ts';
import { changeTenant } from './tenant-changes.ts';
import { findTenantOfDomain, type TenantRow } from './tenants.ts';

/** Nobody guesses it, so whoever publishes it has been told it. */
const TOKEN_BYTES = 16;

const TAKEN = 'Another tenant is reached under this domain already; have it removed there first.';

/** The tenant claims the domain; a name that it has already keeps its token and what was shown of it. */
export async function claimDomain(
  tx: Tx,
  actor: Actor,
  claim: { tenantId?: string | null | undefined; name: string },
  clock: Clock,
): Promise<Result<TenantRow, InvalidInput | InvalidState | NotFound>> {
  const name = parseDomainName(claim.name);
  if (!name.ok) return name;
  const holder = await findTenantOfDomain(tx, name.value);
  return changeTenant(
    tx,
    actor,
    { tenantId: claim.tenantId, action: 'tenant.domain-set', clock },
    (tenant): Result<Partial<TenantRow>, InvalidInput | InvalidState> => {
      if (!featuresOf(tenant.settings.features).includes('CUSTOM_DOMAIN')) {
        return fail({
          kind: 'InvalidState',
          message: 'Domains of their own are switched off for this tenant; ask for the feature CUSTOM_DOMAIN.',
        });
      }
      if (holder !== undefined && holder.id !== tenant.id) return fail({ kind: 'InvalidInput', field: 'name', message: TAKEN });
      if (tenant.domainName === name.value) return ok({});
      return ok({ domainName: name.value, domainToken: randomBytes(TOKEN_BYTES).toString('hex'), domainVerifiedAt: null });
    },
  );
}

/** The domain is in force for the tenant whose record was seen; refused when another was claimed meanwhile, or another tenant was faster. */
export async function confirmDomain(
  tx: Tx,
  actor: Actor,
  seen: { tenantId: string; domain: TenantDomain },
  clock: Clock,
): Promise<Result<TenantRow, InvalidState | NotFound>> {
  return changeTenant(tx, actor, { tenantId: seen.tenantId, action: 'tenant.domain-verify', clock }, (tenant) => {
    if (tenant.domainName !== seen.domain.name || tenant.domainToken !== seen.domain.token) {
      return fail({ kind: 'InvalidState', message: 'Another domain was claimed meanwhile; verify that one.' });
    }
    return ok({ domainVerifiedAt: tenant.domainVerifiedAt ?? clock.now() });
  });
}

/** The tenant has no domain. */
export async function removeDomain(
  tx: Tx,
  actor: Actor,
  tenantId: string | null | undefined,
  clock: Clock,
): Promise<Result<TenantRow, NotFound>> {
  return changeTenant(tx, actor, { tenantId, action: 'tenant.domain-remove', clock }, () =>
    ok({ domainName: null, domainToken: null, domainVerifiedAt: null }),
  );
}

/** The refusal of a confirmation that lost the race for a domain; undefined for anything else that was thrown. */
export function takenMeanwhile(thrown: unknown): InvalidState | undefined {
  return isUniqueViolation(thrown, 'tenant_directory_domain_name_key') ? { kind: 'InvalidState', message: TAKEN } : undefined;
}
