import type { FaultMode, RouteClass } from './faults.ts';

/** Oldest calls are forgotten beyond this many; `total` is not. */
const MOST_CALLS = 10_000;

/** One request to the authority's interface, or to a page that a redirect points at (`elsewhere`). */
export type CallRecord = {
  /** RFC 3339, UTC: when the request had arrived whole. */
  at: string;
  route: RouteClass | 'elsewhere';
  method: string;
  /** Path and query, cut at 200 characters. */
  target: string;
  /** What the authority answered, whether or not the answer arrived; null where it never got to answer. */
  status: number | null;
  /** The fault that changed the answer or its way. */
  fault: FaultMode | null;
};

/** What was asked of the authority, in order of arrival. Health checks and the control plane are not in it. */
export class CallLog {
  readonly #records: CallRecord[] = [];
  #total = 0;

  /** The record stays open: its status and fault are written when they are known. */
  begin(at: Date, route: CallRecord['route'], method: string, target: string): CallRecord {
    const record: CallRecord = {
      at: at.toISOString(),
      route,
      method,
      target: target.slice(0, 200),
      status: null,
      fault: null,
    };
    this.#records.push(record);
    this.#total += 1;
    if (this.#records.length > MOST_CALLS) this.#records.shift();
    return record;
  }

  get total(): number {
    return this.#total;
  }

  records(): CallRecord[] {
    return this.#records.map((record) => ({ ...record }));
  }

  clear(): void {
    this.#records.length = 0;
    this.#total = 0;
  }
}
