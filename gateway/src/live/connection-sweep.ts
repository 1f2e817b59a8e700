/** Looks at every open connection by one timer, where a timer of each would cost thousands. */
export type ConnectionSweep = {
  /** Runs `look` once in each round, with `performance.now()`, until the returned function is called. It must not throw. */
  add(look: (nowMs: number) => void): () => void;
};

/** A round is gone in so many turns, so that nothing waits for ten thousand looks at once. */
const TURNS = 20;

/** A sweep with a round this often; it has a timer only while there is something to look at. */
export function createConnectionSweep(everyMs: number): ConnectionSweep {
  const parts = Array.from({ length: TURNS }, () => new Set<(nowMs: number) => void>());
  let size = 0;
  let added = 0;
  let turns = 0;
  let timer: NodeJS.Timeout | undefined;

  function turn(): void {
    const nowMs = performance.now();
    turns = (turns + 1) % TURNS;
    for (const look of parts[turns] ?? []) look(nowMs);
  }
  return {
    add(look) {
      added = (added + 1) % TURNS;
      const part = parts[added];
      part?.add(look);
      size += 1;
      timer ??= setInterval(turn, everyMs / TURNS);
      return () => {
        if (part?.delete(look) !== true) return;
        size -= 1;
        if (size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
