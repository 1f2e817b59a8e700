import { Fault } from '@academy/kernel';
import { asFault, type Database, type Tx } from './database.ts';

/**
 * The database as one GraphQL operation sees it: all reads share one read-only transaction, opened by the first of them;
 * each write is a transaction of its own and ends the shared one first, so that later reads see what was written
 * and no operation ever holds two connections. Once `signal` has aborted, `read` rejects with Fault TIMEOUT; a write still happens,
 * so that what a mutation began is not left half done.
 */
export class RequestDatabase {
  readonly #database: Database;
  readonly #tenantId: string;
  readonly #signal: { readonly aborted: boolean } | undefined;
  #isClosed = false;
  #shared: { tx: Promise<Tx>; end(): Promise<void> } | undefined;

  constructor(database: Database, tenantId: string, signal?: { readonly aborted: boolean }) {
    this.#database = database;
    this.#tenantId = tenantId;
    this.#signal = signal;
  }

  /** The transaction of the reads begins now rather than with the first of them. `close` must be called all the same. */
  begin(): void {
    if (!this.#isClosed && this.#signal?.aborted !== true) this.#shared ??= this.#open();
  }

  async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    // It would open a transaction that nobody ends.
    if (this.#isClosed) throw new Fault('TIMEOUT', 'The operation was over before this was read.');
    if (this.#signal?.aborted === true) throw new Fault('TIMEOUT', 'The data took too long; try again with a smaller request.');
    this.#shared ??= this.#open();
    const tx = await this.#shared.tx;
    try {
      return await work(tx);
    } catch (thrown) {
      // Of one read among several that share the transaction: it does not hear of it, and goes on to its own end.
      throw asFault(thrown);
    }
  }

  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await this.end();
    return this.#database.inTenant(this.#tenantId, 'write', work);
  }

  /**
   * The operation is over: gives the shared connection back for good. A resolver whose object was nulled by a field beside it goes on after the answer was
   * given; its reads reject from here on.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.end();
  }

  /** Gives the shared connection back until the next read; `close` must be called all the same when the operation is over. */
  async end(): Promise<void> {
    const shared = this.#shared;
    this.#shared = undefined;
    await shared?.end();
  }

  #open(): { tx: Promise<Tx>; end(): Promise<void> } {
    const opened = Promise.withResolvers<Tx>();
    const over = Promise.withResolvers<void>();
    const whole = this.#database
      .inTenant(this.#tenantId, 'read', async (tx) => {
        opened.resolve(tx);
        await over.promise;
      })
      .catch((thrown: unknown) => opened.reject(thrown));
    opened.promise.catch(() => {});
    return {
      tx: opened.promise,
      async end() {
        over.resolve();
        await whole;
      },
    };
  }
}
