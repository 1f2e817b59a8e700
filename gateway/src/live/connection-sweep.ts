/** Looks at every open connection by one timer, where a timer of each would cost thousands. */
export type ConnectionSweep = {
  /** Runs `look` at every turn, with `performance.now()`, until the returned function is called. It must not throw. */
  add(look: (nowMs: number) => void): () => void;
};

/** A sweep with a turn this often; it has a timer only while there is something to look at. */
export function createConnectionSweep(everyMs: number): ConnectionSweep {
  const looks = new Set<(nowMs: number) => void>();
  let timer: NodeJS.Timeout | undefined;

  function turn(): void {
    const nowMs = performance.now();
    for (const look of looks) look(nowMs);
  }
  return {
    add(look) {
      looks.add(look);
      timer ??= setInterval(turn, everyMs);
      return () => {
        looks.delete(look);
        if (looks.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
