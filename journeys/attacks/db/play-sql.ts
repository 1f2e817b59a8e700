import { type Database, openDatabase, sqlState } from '@academy/platform/db';
import { z } from 'zod';

const TENANT_LETTERS = ['A', 'B'] as const;
const tenant = z.enum(TENANT_LETTERS).nullable();

/** What a case does with a database. An unknown key fails the case. */
export const databaseRequest = z.strictObject({
  role: z.enum(['app_user', 'app_owner', 'postgres']),
  tenant: tenant.default(null),
  sql: z.string(),
  /** Who used the connection before: `tenant` must see nothing of that, nor the other way round. */
  afterTenant: z.union([tenant, z.boolean()]).optional(),
  /** Whether a unique key that the other tenant uses behaves as one that nobody uses. */
  compareInsert: z.boolean().optional(),
});
export type DatabaseRequest = z.infer<typeof databaseRequest>;
type TenantLetter = (typeof TENANT_LETTERS)[number];

/** A database under attack. */
export type SqlTarget = {
  /** Begins the names of its roles: `certification_app`, `certification_owner`. */
  readonly roles: string;
  readonly urls: Readonly<Record<DatabaseRequest['role'], string>>;
  readonly tenantIds: Readonly<Record<TenantLetter, string>>;
};

/** What a statement gave: rows of its last result, or the SQLSTATE of its refusal. */
export type SqlOutcome = {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly sqlstate: string | undefined;
  readonly message: string | undefined;
  /** The tenant in force. */
  readonly tenant: TenantLetter | null;
};

/** The literal names of roles and policies in a statement, as they are called here: a name that nobody bears would be refused for that alone. */
function withOwnNames(sql: string, roles: string): string {
  return sql
    .replaceAll(/\bapp_user\b/g, `${roles}_app`)
    .replaceAll(/\bapp_owner\b/g, `${roles}_owner`)
    .replaceAll(/\bpolicy iso\b/gi, 'policy tenant_isolation');
}

/**
 * Runs the statement in a transaction of the tenant and commits it. With `afterTenant`, the same connection has run it for another before; the last
 * outcome is the one that the case is about. Never rejects for what PostgreSQL refuses.
 */
export async function playSql(request: DatabaseRequest, target: SqlTarget): Promise<SqlOutcome[]> {
  const sql = withOwnNames(request.sql, target.roles);
  const database = openDatabase({ url: target.urls[request.role], maxConnections: 1, name: 'attack' });
  try {
    const outcomes: SqlOutcome[] = [];
    for (const tenant of turnsOf(request)) outcomes.push(await runFor(database, sql, tenant, target));
    return outcomes;
  } finally {
    await database.close();
  }
}

/** Who uses the connection in turn. The last is what the case asks about. */
function turnsOf({ tenant, afterTenant }: DatabaseRequest): (TenantLetter | null)[] {
  if (afterTenant === undefined || afterTenant === false) return [tenant];
  // "After tenant A, with none" is written either way round.
  if (afterTenant === null || afterTenant === true) return [tenant, null];
  return [tenant, afterTenant, tenant];
}

export async function runFor(
  database: Database,
  sql: string,
  tenant: TenantLetter | null,
  target: Pick<SqlTarget, 'tenantIds'>,
): Promise<SqlOutcome> {
  try {
    const answer: unknown = await database.pool.begin(async (tx) => {
      if (tenant !== null) await tx.unsafe(`select set_config('app.tenant_id', $1, true)`, [target.tenantIds[tenant]]);
      return tx.unsafe(sql);
    });
    return { rows: rowsOf(answer), sqlstate: undefined, message: undefined, tenant };
  } catch (thrown) {
    const state = sqlState(thrown);
    if (state === undefined || !/^[0-9A-Z]{5}$/.test(state)) throw thrown;
    return { rows: [], sqlstate: state, message: thrown instanceof Error ? thrown.message : undefined, tenant };
  }
}

/** Rows of the last result: a text of several statements gives a list of results. */
function rowsOf(answer: unknown): Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(answer)) return [];
  const last: unknown = answer.at(-1);
  return [...((Array.isArray(last) ? last : answer) as Record<string, unknown>[])];
}
