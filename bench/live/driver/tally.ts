/** What one answer says of itself; every document of the benchmark asks for these. */
export type Told = { readonly kind: 'SNAPSHOT' | 'CHANGE' | 'RESET'; readonly seq: number; readonly occurredAt: string };

/** What was counted since the last reset, for the report of one stretch. */
export type Report = {
  readonly deliveries: number;
  /** From the event's own instant to its receipt. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** When the last one came, ms since the epoch; 0 when none did. */
  readonly lastAtMs: number;
  readonly lost: number;
  readonly duplicates: number;
  /** RESETs, and snapshots where a resume was asked for. */
  readonly resets: number;
  /** Answers that did not have what the document must bring. */
  readonly incomplete: number;
  /** Whatever else went wrong, with how often. */
  readonly trouble: Readonly<Record<string, number>>;
};

/** Counts what all watchers of one driver are told. */
export class Tally {
  #latencies: number[] = [];
  #counts = { lost: 0, duplicates: 0, resets: 0, incomplete: 0 };
  #trouble = new Map<string, number>();
  #lastAtMs = 0;

  delivered(occurredAtMs: number): void {
    this.#lastAtMs = Date.now();
    this.#latencies.push(this.#lastAtMs - occurredAtMs);
  }

  count(what: 'lost' | 'duplicates' | 'resets' | 'incomplete', times = 1): void {
    this.#counts[what] += times;
  }

  note(trouble: string): void {
    this.#trouble.set(trouble, (this.#trouble.get(trouble) ?? 0) + 1);
  }

  get deliveries(): number {
    return this.#latencies.length;
  }

  /** Everything since the last one; counting starts anew. */
  report(): Report {
    const sorted = this.#latencies.sort((a, b) => a - b);
    const report = {
      deliveries: sorted.length,
      p50Ms: quantile(sorted, 0.5),
      p99Ms: quantile(sorted, 0.99),
      maxMs: sorted.at(-1) ?? Number.NaN,
      lastAtMs: this.#lastAtMs,
      ...this.#counts,
      trouble: Object.fromEntries(this.#trouble),
    };
    this.#latencies = [];
    this.#counts = { lost: 0, duplicates: 0, resets: 0, incomplete: 0 };
    this.#trouble = new Map();
    this.#lastAtMs = 0;
    return report;
  }
}

/** The value below which this share of sorted numbers lies; NaN of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
