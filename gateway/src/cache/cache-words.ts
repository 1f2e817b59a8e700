/** What is kept: whole responses, or single entities. */
export type CacheKind = 'response' | 'entity';

/** Who may be given a kept answer: everyone in the tenant, or the one session that asked. */
export type CacheScope = 'PUBLIC' | 'PRIVATE';

/**
 * `default`: kept answers are used and made. `reload`: not used, but made anew. `no-store`: neither.
 * The words of the fetch standard for what `Cache-Control` of a request asks for.
 */
export type CacheMode = 'default' | 'reload' | 'no-store';

/** What may be said of an answer to caches on the way to the client. */
export type CacheNote = {
  readonly maxAgeSeconds: number;
  readonly scope: CacheScope;
  /** Whole seconds since the oldest part was made; undefined when everything was made for this request. */
  readonly ageSeconds: number | undefined;
};
