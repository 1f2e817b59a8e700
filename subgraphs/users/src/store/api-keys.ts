import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { apiKeys } from '../tables/access.ts';

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** At most `page.size + 1` of the open transaction's tenant's keys after the page's cursor (created at, id), newest first. */
export async function findApiKeyPage(tx: Tx, page: PageRequest): Promise<ApiKeyRow[]> {
  const { createdAt, id } = apiKeys;
  const [afterInstant, afterId] = page.after ?? [];
  const isAfter =
    page.after === undefined ? undefined : sql`(${createdAt}, ${id}) < (${afterInstant}::timestamptz, ${afterId}::uuid)`;
  return tx
    .select()
    .from(apiKeys)
    .where(isAfter)
    .orderBy(desc(createdAt), desc(id))
    .limit(page.size + 1);
}

/** The tenant's key with this id. */
export async function findApiKey(tx: Tx, tenantId: string, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, id)));
  return row;
}

/** The tenant's key with this public id. */
export async function findApiKeyByPublicId(tx: Tx, tenantId: string, publicId: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.publicId, publicId)));
  return row;
}

/** The key, which nobody else changes until the transaction ends. */
export async function lockApiKey(tx: Tx, tenantId: string, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, id)))
    .for('update');
  return row;
}

/** How many keys of the tenant are good at an instant. */
export async function countActiveApiKeys(tx: Tx, tenantId: string, now: Date): Promise<number> {
  const [found] = await tx
    .select({ number: count() })
    .from(apiKeys)
    .where(and(eq(apiKeys.tenantId, tenantId), isNull(apiKeys.revokedAt), gt(apiKeys.expiresAt, now)));
  return found?.number ?? 0;
}

/** The key is kept as given. The caller holds its lock. */
export async function saveApiKey(tx: Tx, row: ApiKeyRow): Promise<void> {
  const { tenantId, id, ...rest } = row;
  await tx
    .update(apiKeys)
    .set(rest)
    .where(and(eq(apiKeys.tenantId, tenantId), eq(apiKeys.id, id)));
}
