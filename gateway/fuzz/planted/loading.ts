import { registerHooks } from 'node:module';

/** A bug to plant: in one file of the executor, one piece of text becomes another. */
export type Patch = {
  /** What goes wrong, as a name. */
  readonly name: string;
  /** From `gateway/src/federation/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
};

const FEDERATION = new URL('../../src/federation/', import.meta.url).href;
const PLANNER = new URL('planning/planner.ts', FEDERATION).href;
const PLANNER_IN_PROCESS = new URL('planner-in-process.ts', import.meta.url).href;

/**
 * From now on the executor is loaded with its planner in this thread and, when one is given, with a bug. Production code knows nothing of
 * it. Importing throws when the text that a bug replaces is not there exactly once: the code has moved on, and the bug must follow.
 */
export function loadExecutorWith(patch: Patch | undefined): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const isPlanner = resolved.url === PLANNER && context.parentURL !== PLANNER_IN_PROCESS;
      return isPlanner ? { ...resolved, url: PLANNER_IN_PROCESS } : resolved;
    },
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      if (patch === undefined || url !== FEDERATION + patch.file) return loaded;
      return { ...loaded, source: patched(String(loaded.source), patch) };
    },
  });
}

function patched(source: string, { name, file, find, replace }: Patch): string {
  const times = source.split(find).length - 1;
  if (times !== 1) throw new Error(`"${name}" is to be planted where ${file} says "${find}", and it says so ${times} times.`);
  return source.replace(find, () => replace);
}
