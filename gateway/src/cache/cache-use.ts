import type { CachePlan } from './cache-plan.ts';
import type { Look, Slot } from './shelf.ts';

/** A look that is under way for one operation: under which supergraph, by which plan, where. */
export type LookAhead = {
  readonly schemaId: string;
  readonly plan: CachePlan;
  readonly slot: Slot;
  readonly look: Promise<Look | undefined>;
};

/** What is kept: whole responses, or single entities. */
export type CacheKind = 'response' | 'entity';

/** Who may be given a kept answer: everyone in the tenant, or the one session that asked. */
export type CacheScope = 'PUBLIC' | 'PRIVATE';

/**
 * `default`: kept answers are used and made. `reload`: not used, but made anew. `no-store`: neither.
 * The words of the fetch standard for what `Cache-Control` of a request asks for.
 */
export type CacheMode = 'default' | 'reload' | 'no-store';

/** How one operation may use what is kept, and how old the oldest part is that it was given. */
export type CacheUse = {
  readonly mode: CacheMode;
  /** The look at the whole response, where it was begun before it was known whether the operation may be executed. */
  readonly ahead?: LookAhead | undefined;
  /** Milliseconds since the epoch; lowered by each layer that answers from what it kept. undefined: nothing was kept before. */
  oldestAsOfMs: number | undefined;
};

/** What may be said of an answer to caches on the way to the client. */
export type CacheNote = {
  readonly maxAgeSeconds: number;
  readonly scope: CacheScope;
  /** Whole seconds since the oldest part was made; undefined when everything was made for this request. */
  readonly ageSeconds: number | undefined;
};
