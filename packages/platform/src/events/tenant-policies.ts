import { DEFAULT_TENANT_POLICIES, type TenantPolicies, tenantConfigured, tenantPolicies } from '@academy/contracts';
import { eq, lte } from 'drizzle-orm';
import type { Tx } from '../db/database.ts';
import { tenantPoliciesTable } from '../db/platform-tables.ts';
import { type Reaction, reaction } from './consumer.ts';

/**
 * Keeps this island's copy of its tenants' policies. An event that happened before the one already taken in changes nothing,
 * so that events published again after an outage never bring old policies back.
 */
export const tenantPoliciesReaction: Reaction<unknown> = reaction('tenant-policies', tenantConfigured, async (tx, event) => {
  const { slug, policies } = event.data;
  const changedAt = new Date(event.occurredAt);
  await tx
    .insert(tenantPoliciesTable)
    .values({ tenantId: event.tenantId, slug, policies, changedAt })
    .onConflictDoUpdate({
      target: tenantPoliciesTable.tenantId,
      set: { slug, policies, changedAt },
      setWhere: lte(tenantPoliciesTable.changedAt, changedAt),
    });
});

/** The tenant's policies as far as this island knows them: the defaults until users has told of any. */
export async function policiesOf(tx: Tx, tenantId: string): Promise<TenantPolicies> {
  const [row] = await tx
    .select({ policies: tenantPoliciesTable.policies })
    .from(tenantPoliciesTable)
    .where(eq(tenantPoliciesTable.tenantId, tenantId));
  if (row === undefined) return DEFAULT_TENANT_POLICIES;
  // A row may be older than a policy that was added since: what it lacks holds as decided by default.
  return tenantPolicies.parse({ ...DEFAULT_TENANT_POLICIES, ...(row.policies as object) });
}
