import { Fault } from '@academy/kernel';
import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { databaseConnection } from './connection-options.ts';
import { withoutValues } from './without-values.ts';

/** An open transaction of one tenant: what every store function takes. */
export type Tx = Parameters<Parameters<PostgresJsDatabase['transaction']>[0]>[0];

/** A statement may run this long before PostgreSQL ends it. */
const STATEMENT_TIMEOUT_MS = 5_000;

/**
 * A statement of so many parameters is parsed and planned once per connection; one of more, i.e. with a long list of ids, each time, as every
 * length of the list is another statement, and a connection keeps all that it was ever told to keep.
 */
const MAX_PREPARED_PARAMETERS = 16;

/** A write that lost a deadlock or a serialization race is tried this often in all. */
const MAX_ATTEMPTS = 3;

/**
 * Waits before a lost connection is opened again: 50 ms doubling to 1 s, each up to a quarter less. The driver's own go to 20 s, so that an island would not
 * answer for as long after a PostgreSQL that was away for two.
 */
const RECONNECT_FIRST_SECONDS = 0.05;
const RECONNECT_LONGEST_SECONDS = 1;

function reconnectAfterSeconds(failures: number): number {
  const seconds = Math.min(RECONNECT_FIRST_SECONDS * 2 ** failures, RECONNECT_LONGEST_SECONDS);
  return seconds * (1 - Math.random() / 4);
}

export type DatabaseOptions = {
  readonly url: string;
  /** Most connections at once; a transaction that finds none waits for one. */
  readonly maxConnections: number;
  /** Shown in pg_stat_activity. */
  readonly name: string;
};

/** One island's database under one role. */
export type Database = {
  /**
   * Runs `work` in a transaction in which exactly this tenant's rows are visible; commits when it resolves, rolls back when it rejects.
   * This is the only way to a tenant's rows. `write` is tried again, at most 3 times in all, after a deadlock or serialization failure, so `work`
   * must have no effect outside the database. Rejects with Fault UNAVAILABLE when the database cannot be reached.
   */
  inTenant<T>(tenantId: string, mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The pool itself, for the relay, which works across tenants under a role of its own. It speaks of instants as text: hand in ISO 8601, get PostgreSQL's. */
  readonly pool: postgres.Sql;
  close(): Promise<void>;
};

/** Opens a pool; connects when first used. Throws as `databaseConnection` does. */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, ssl } = databaseConnection(options.url);
  const pool = postgres(url, {
    ssl,
    max: options.maxConnections,
    idle_timeout: 60,
    connect_timeout: 5,
    backoff: reconnectAfterSeconds,
    onnotice: () => {},
    connection: { application_name: options.name, statement_timeout: STATEMENT_TIMEOUT_MS },
  });
  // Called for what it does to the pool: its parsers become Drizzle's.
  drizzle(pool);
  const dialect = new PgDialect();
  async function once<T>(tenantId: string, mode: 'read' | 'write', work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await pool.begin(mode === 'read' ? 'read only' : 'read write', (client) => {
      prepareSmallStatements(client);
      // Not waited for: it is sent and answered before whatever `work` sends, and if it fails, so does the transaction.
      client.unsafe(`select set_config('app.tenant_id', $1, true)`, [tenantId]).execute();
      return work(transactionOf(client, dialect));
    });
    return result as T;
  }
  return {
    pool,
    async inTenant(tenantId, mode, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(tenantId, mode, work);
        } catch (thrown) {
          if (mode === 'write' && attempt < MAX_ATTEMPTS && isRaceLost(thrown)) continue;
          throw asFault(thrown);
        }
      }
    },
    close: () => pool.end({ timeout: 5 }),
  };
}

/**
 * Runs `work` with the open transaction under another tenant, and puts it back afterwards: for what one who runs the platform does to a tenant that is not
 * her own, such as telling that tenant's islands. Who may is decided before. When `work` rejects, the transaction is over.
 */
export async function underTenant<T>(tx: Tx, tenant: { from: string; to: string }, work: () => Promise<T>): Promise<T> {
  if (tenant.from === tenant.to) return work();
  await tx.execute(sql`select set_config('app.tenant_id', ${tenant.to}, true)`);
  const result = await work();
  await tx.execute(sql`select set_config('app.tenant_id', ${tenant.from}, true)`);
  return result;
}

/** A client's open transaction as store functions take one, outside of any tenant: for the relay, which works across tenants. */
export function acrossTenants(client: postgres.TransactionSql): Tx {
  prepareSmallStatements(client);
  return transactionOf(client, new PgDialect());
}

/** What Drizzle's own `transaction` hands out, without the round trip that it makes to set the access mode. */
function transactionOf(client: postgres.TransactionSql, dialect: PgDialect): Tx {
  const session = new PostgresJsSession(client as unknown as postgres.Sql, dialect, undefined, {});
  return new PostgresJsTransaction(dialect, session as never, undefined) as unknown as Tx;
}

/** Drizzle names no statement, and what is not named costs postgres.js a second round trip to learn the types of its parameters. */
function prepareSmallStatements(client: postgres.TransactionSql): void {
  const send = client.unsafe.bind(client);
  client.unsafe = ((query, parameters = [], options = {}) =>
    send(query, parameters, { ...options, prepare: parameters.length <= MAX_PREPARED_PARAMETERS })) as typeof client.unsafe;
}

/** SQLSTATE of a database error, found behind the wrappers that libraries put around it; undefined for anything else. */
export function sqlState(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code;
  }
  return undefined;
}

/** True when a unique constraint refused a row (`constraint` narrows it to one). */
export function isUniqueViolation(thrown: unknown, constraint?: string): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ('code' in error && error.code === '23505') {
      return constraint === undefined || ('constraint_name' in error && error.constraint_name === constraint);
    }
  }
  return false;
}

function isRaceLost(thrown: unknown): boolean {
  const state = sqlState(thrown);
  return state === '40001' || state === '40P01';
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  // The disk is full, or the memory: whoever waits for it is served later, and what is at work tries again.
  '53100',
  '53200',
  '08006',
  '08001',
]);

/**
 * An error of the database as one that a client may be told: Fault UNAVAILABLE when it could not be reached, TIMEOUT when it took too long; any other as it is,
 * but for the values of its query, which nobody is told.
 */
export function asFault(original: unknown): unknown {
  const thrown = withoutValues(original);
  const state = sqlState(thrown);
  if (state !== undefined && UNREACHABLE.has(state)) {
    return new Fault('UNAVAILABLE', 'The data cannot be reached right now; try again shortly.', { cause: thrown });
  }
  if (state === '57014')
    return new Fault('TIMEOUT', 'The data took too long; try again with a smaller request.', { cause: thrown });
  return thrown;
}
