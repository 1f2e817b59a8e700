import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import { tenantDirectory } from '../tables/tenants.ts';

export type TenantRow = typeof tenantDirectory.$inferSelect;

/** The tenants with these ids, in no order. */
export async function findTenants(tx: Tx, ids: readonly string[]): Promise<TenantRow[]> {
  return tx.select().from(tenantDirectory).where(inArray(tenantDirectory.id, ids));
}

/** A page of all tenants by id, and one row more when there is a next page. */
export async function listTenants(tx: Tx, page: PageRequest): Promise<TenantRow[]> {
  const [afterId] = page.after ?? [];
  return tx
    .select()
    .from(tenantDirectory)
    .where(afterId === undefined ? undefined : gt(tenantDirectory.id, afterId))
    .orderBy(asc(tenantDirectory.id))
    .limit(page.size + 1);
}

/** The tenant, which nobody else changes until the transaction ends. */
export async function lockTenant(tx: Tx, id: string): Promise<TenantRow | undefined> {
  const [row] = await tx.select().from(tenantDirectory).where(eq(tenantDirectory.id, id)).for('update');
  return row;
}

/** The tenant is kept as given. The caller holds its lock. */
export async function saveTenant(tx: Tx, tenant: TenantRow): Promise<void> {
  const { status, settings, changedAt, domainName, domainToken, domainVerifiedAt } = tenant;
  await tx
    .update(tenantDirectory)
    .set({ status, settings, changedAt, domainName, domainToken, domainVerifiedAt })
    .where(eq(tenantDirectory.id, tenant.id));
}

/** The tenant that this domain was shown to belong to. */
export async function findTenantOfDomain(tx: Tx, name: string): Promise<TenantRow | undefined> {
  const [row] = await tx
    .select()
    .from(tenantDirectory)
    .where(and(eq(tenantDirectory.domainName, name), isNotNull(tenantDirectory.domainVerifiedAt)));
  return row;
}

/** Registers a tenant; false when its id or slug is taken already. */
export async function addTenant(tx: Tx, tenant: typeof tenantDirectory.$inferInsert): Promise<boolean> {
  const added = await tx.insert(tenantDirectory).values(tenant).onConflictDoNothing().returning({ id: tenantDirectory.id });
  return added.length > 0;
}
