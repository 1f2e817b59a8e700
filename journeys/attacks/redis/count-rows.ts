import { openDatabase } from '@academy/platform/db';

/** Where what is refused is laid aside: it may grow, nothing else may. */
const LAID_ASIDE = /dead_letter|quarantin|forged/;

export type Counted = { readonly rows: number; readonly deadLetters: readonly string[] };

/**
 * Rows that this tenant has in these databases, and what was laid aside, whosever it is, as one text for each. A superuser's URLs. Other tenants' rows
 * may change meanwhile for reasons of their own.
 */
export async function countRows(adminUrls: readonly string[], tenantId: string): Promise<Counted> {
  const counted = await Promise.all(adminUrls.map((url) => countIn(url, tenantId)));
  return {
    rows: counted.reduce((sum, { rows }) => sum + rows, 0),
    deadLetters: counted.flatMap(({ deadLetters }) => deadLetters),
  };
}

async function countIn(url: string, tenantId: string): Promise<Counted> {
  const database = openDatabase({ url, maxConnections: 1, name: 'attack-counter' });
  try {
    const tables = await database.pool<{ name: string }[]>`
      select format('%I.%I', n.nspname, k.relname) as name from pg_class k join pg_namespace n on n.oid = k.relnamespace
      join pg_attribute a on a.attrelid = k.oid and a.attname = 'tenant_id' and not a.attisdropped
      where n.nspname = 'public' and k.relkind in ('r', 'p') and not k.relispartition order by 1`;
    let rows = 0;
    const deadLetters: string[] = [];
    for (const { name } of tables) {
      if (LAID_ASIDE.test(name)) {
        const found = await database.pool.unsafe<{ row: string }[]>(`select row_to_json(t)::text as row from ${name} t`);
        deadLetters.push(...found.map(({ row }) => row));
      } else {
        const [found] = await database.pool.unsafe<{ count: number }[]>(
          `select count(*)::int as count from ${name} where tenant_id = $1::uuid`,
          [tenantId],
        );
        rows += found?.count ?? 0;
      }
    }
    return { rows, deadLetters };
  } finally {
    await database.close();
  }
}
