import type { Database, Tx } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import { sql } from 'drizzle-orm';
import { sealed } from './identity.ts';

/** So many people are sealed in one transaction. */
const BATCH = 200;

type RowInClear = { user_id: string; full_name: string; email: string; curp: string | null };

/**
 * Whatever the version before kept of people in the clear is sealed, and the columns that held it are empty. Answers how many people. Run after the migrations
 * and before the processes of this version; safe to repeat, to break off, and to run twice at once.
 */
export async function sealIdentities(database: Database, vault: Vault): Promise<number> {
  // The register of tenants is the one table of the island that is no tenant's.
  const tenants = await database.pool<{ id: string }[]>`select id from tenant_directory order by id`;
  let count = 0;
  for (const { id } of tenants) {
    for (;;) {
      const done = await database.inTenant(id, 'write', (tx) => sealSome(tx, vault, id));
      count += done;
      if (done === 0) break;
    }
  }
  return count;
}

async function sealSome(tx: Tx, vault: Vault, tenantId: string): Promise<number> {
  const rows = await tx.execute<RowInClear>(sql`
    select user_id, full_name, email, curp from user_identities
    where tenant_id = ${tenantId} and full_name is not null order by user_id limit ${BATCH} for update`);
  if (rows.length === 0) return 0;
  const keys = await vault.keysFor(tx, tenantId, [tenantId, ...rows.map((row) => row.user_id)]);
  const tenantKey = keys.get(tenantId);
  for (const row of rows) {
    const key = keys.get(row.user_id);
    if (key === undefined || tenantKey === undefined)
      throw new Error(`The key of ${row.user_id} or of its tenant ${tenantId} was destroyed.`);
    const kept = sealed(key, tenantKey, { fullName: row.full_name, email: row.email, curp: row.curp });
    await tx.execute(sql`
      update user_identities set full_name = null, email = null, curp = null, full_name_sealed = ${kept.fullName}, email_sealed = ${kept.email},
        curp_sealed = ${kept.curp}, email_index = ${kept.emailIndex}, curp_index = ${kept.curpIndex}
      where tenant_id = ${tenantId} and user_id = ${row.user_id}`);
  }
  return rows.length;
}
