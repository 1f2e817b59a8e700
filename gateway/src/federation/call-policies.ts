/** What a call of a subgraph may cost and how a subgraph that is not well is spared. Each number is per subgraph and per gateway process. */
export type CallPolicies = {
  /** Calls under way at once. More of them: more load on a subgraph that is slow already, and more memory of answers here. Default 64. */
  readonly maxConcurrent: number;
  /** Calls that wait for their turn, until their deadlines; one more is UNAVAILABLE at once. Costs a few kilobytes each. Default 1,024. */
  readonly maxQueued: number;
  /** Most retries of one query; mutations are sent once. Default 2. */
  readonly maxRetries: number;
  /** The first retry waits up to so long, the second up to twice that, `retryMaxMs` at most. Defaults 50 and 250. */
  readonly retryBaseMs: number;
  readonly retryMaxMs: number;
  /** Retries are this share of the calls in the long run: what a subgraph that fails gets on top of its load. Default 0.2. */
  readonly retryShare: number;
  /** Retries that a quiet time leaves. Default 10. */
  readonly retryReserve: number;
  /** Calls in a row without an answer, retries included, after which calls are refused at once. Default 5. */
  readonly failuresUntilBroken: number;
  /** How long calls are refused before one tries. Default 2,000: after a partition heals, service is back within two seconds. */
  readonly tryAfterMs: number;
  /** A deadline that passes speaks against a subgraph only if it had this long: it may have got the rest of a deadline. Default 1,000. */
  readonly slowMs: number;
  /** Identical queries of one principal that are under way at the same time are one call. Costs about a microsecond per call. Default true. */
  readonly isDeduplicating: boolean;
  /**
   * A query without an answer after so long is sent a second time, and the first answer counts. Costs load just when a subgraph is slow (it
   * spends the budget of retries). Default undefined: off.
   */
  readonly hedgeAfterMs: number | undefined;
};

export const defaultCallPolicies: CallPolicies = {
  maxConcurrent: 64,
  maxQueued: 1_024,
  maxRetries: 2,
  retryBaseMs: 50,
  retryMaxMs: 250,
  retryShare: 0.2,
  retryReserve: 10,
  failuresUntilBroken: 5,
  tryAfterMs: 2_000,
  slowMs: 1_000,
  isDeduplicating: true,
  hedgeAfterMs: undefined,
};
