/** Counts the requests that are being answered. */
export type RequestsUnderWay = {
  begin(): void;
  end(): void;
  /** Resolves when none is left; at once when there is none. */
  whenNone(): Promise<void>;
};

/** A count that stands at none. */
export function countRequests(): RequestsUnderWay {
  const waiting = new Set<() => void>();
  let underWay = 0;
  return {
    begin() {
      underWay += 1;
    },
    end() {
      underWay -= 1;
      if (underWay > 0) return;
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
    whenNone() {
      if (underWay === 0) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.add(resolve);
      return promise;
    },
  };
}
