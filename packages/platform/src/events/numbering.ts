import type { EventContract } from '@academy/contracts';
import type { Tx } from '../db/database.ts';

/**
 * How events of one kind are numbered within their tenant, from 1 without gaps, once they are committed: the order of a log that many
 * transactions write at once. The relay asks for it and publishes no event before its number is committed, so that a number that anybody saw is
 * never another event's.
 */
export type Numbering = {
  readonly contract: EventContract<unknown>;
  /**
   * Numbers these events, which are committed, at the latest when it is asked for them often enough; in the order in which they are given for one
   * tenant. Answers by id of the event the number that was committed before; null when it is not committed yet; nothing when the event is none of
   * the log's. Runs under the relay's role, outside of any tenant, and must bear that another transaction does the same at the same time.
   */
  number(
    tx: Tx,
    events: readonly { readonly tenantId: string; readonly id: string }[],
  ): Promise<ReadonlyMap<string, number | null>>;
};
