import type { CachePlan } from './cache-plan.ts';
import type { CacheMode } from './cache-words.ts';
import type { Look, Slot } from './shelf.ts';

/** A look that is under way for one operation: under which supergraph, by which plan, where. */
export type LookAhead = {
  readonly schemaId: string;
  readonly plan: CachePlan;
  readonly slot: Slot;
  readonly look: Promise<Look | undefined>;
};

/** How one operation may use what is kept, and how old the oldest part is that it was given. */
export type CacheUse = {
  readonly mode: CacheMode;
  /** The look at the whole response, where it was begun before it was known whether the operation may be executed. */
  readonly ahead?: LookAhead | undefined;
  /** Milliseconds since the epoch; lowered by each layer that answers from what it kept. undefined: nothing was kept before. */
  oldestAsOfMs: number | undefined;
};
