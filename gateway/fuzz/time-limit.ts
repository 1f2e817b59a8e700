import { Script } from 'node:vm';

/** Longer than any plan takes that is made at all; some operations make the planner try for minutes, and run out of memory. */
const LIMIT_MS = 2_000;
const script = new Script('globalThis.fuzzedWork()');

/** The result of synchronous work. Throws when it throws, and when it takes longer than 2 s. */
export function withinLimit<T>(work: () => T): T {
  Object.assign(globalThis, { fuzzedWork: work });
  return script.runInThisContext({ timeout: LIMIT_MS }) as T;
}
