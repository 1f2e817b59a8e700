import { readFileSync } from 'node:fs';
import { type Database, openDatabase } from '@academy/platform/db';
import type { IndexedQuery } from './indexed-queries.ts';

/** A transaction of postgres.js. */
export type Client = Parameters<Parameters<Database['pool']['begin']>[1]>[0];

/** What a query is asked with. */
export type Asked = { readonly tenantId: string; readonly parameters: readonly string[] };

/** By the query: how long it took, and the processor time of the PostgreSQL process that answered; NaN where that cannot be told. */
export type Cost = { readonly ms: number; readonly cpuMs: number };

/** One role's only connection, and the process at its other end. */
export class RowSide {
  readonly #database: Database;
  readonly #pid: number;

  private constructor(database: Database, pid: number) {
    this.#database = database;
    this.#pid = pid;
  }

  static async open(url: string): Promise<RowSide> {
    const database = openDatabase({ url, maxConnections: 1, name: 'bench' });
    const [row] = await database.pool<{ pid: number }[]>`select pg_backend_pid() as pid`;
    return new RowSide(database, row?.pid ?? 0);
  }

  /** Runs `work` in a read-only transaction. */
  begin<Result>(work: (client: Client) => Promise<Result>): Promise<Result> {
    return this.#database.pool.begin('read only', work) as Promise<Result>;
  }

  /** What each of `count` runs cost. */
  async measure(count: number, work: () => PromiseLike<unknown>): Promise<Cost> {
    const [began, cpuBefore] = [performance.now(), this.#cpuMs()];
    for (let one = 0; one < count; one += 1) await work();
    return { ms: (performance.now() - began) / count, cpuMs: (this.#cpuMs() - cpuBefore) / count };
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** On a processor, not waiting for one: what other work on the machine touches least. Of Linux; the first figure is in nanoseconds. */
  #cpuMs(): number {
    try {
      return Number(readFileSync(`/proc/${this.#pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
    } catch {
      return Number.NaN;
    }
  }
}

/** Sets the transaction's tenant as `Database.inTenant` does. */
export function setTenant(client: Client, { tenantId }: Asked): Promise<unknown> {
  return client.unsafe(`select set_config('app.tenant_id', $1, true)`, [tenantId], { prepare: true }).execute();
}

/** Asks one query, with its tenant in the policy or in its own predicate. */
export function ask(client: Client, { tenantId, parameters }: Asked, query: IndexedQuery, how: 'policy' | 'explicit') {
  const { underPolicy, explicit, isPrepared: prepare } = query;
  // Without parameters the driver would send text to be planned each time, which no query of an island is.
  const options = { prepare, simple: false };
  return how === 'policy'
    ? client.unsafe(underPolicy, [...parameters], options)
    : client.unsafe(explicit, [tenantId, ...parameters], options);
}
