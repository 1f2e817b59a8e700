import type { Database, Tx } from '@academy/platform/db';

const STATEMENTS = new Set<PropertyKey>([
  'select',
  'selectDistinct',
  'selectDistinctOn',
  'insert',
  'update',
  'delete',
  'execute',
]);

/**
 * Counts the statements that a database begins while `work` runs. Parts of a statement that are built with `select` too (subqueries)
 * count as well, so the figure is never too low.
 */
export async function countStatements(database: Database, work: () => Promise<unknown>): Promise<number> {
  const inTenant = database.inTenant;
  let count = 0;
  const counting = (tx: Tx): Tx =>
    new Proxy(tx, {
      get(target, name) {
        if (STATEMENTS.has(name)) count += 1;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  database.inTenant = (tenantId, mode, inside) => inTenant.call(database, tenantId, mode, (tx) => inside(counting(tx))) as never;
  try {
    await work();
  } finally {
    database.inTenant = inTenant;
  }
  return count;
}
