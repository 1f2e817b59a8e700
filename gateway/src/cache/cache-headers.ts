import type { CacheMode, CacheNote } from './cache-words.ts';

/** What `Cache-Control` of a request asks for. Unknown directives, and ages other than 0, ask for nothing. */
export function cacheModeOf(cacheControl: string | undefined): CacheMode {
  const directives = (cacheControl ?? '')
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim());
  if (directives.includes('no-store')) return 'no-store';
  return directives.some((directive) => directive === 'no-cache' || directive === 'max-age=0') ? 'reload' : 'default';
}

/**
 * The headers of an answer; `no-store` without a note. `public` is said only of what an anonymous caller got: a cache on the way hears of no
 * change and of no suspended tenant, so it gets nothing that was given to a credential.
 */
export function cacheHeadersOf(note: CacheNote | undefined, isAnonymous: boolean): Record<string, string> {
  if (note === undefined) return { 'cache-control': 'no-store' };
  const scope = note.scope === 'PUBLIC' && isAnonymous ? 'public' : 'private';
  return {
    'cache-control': `max-age=${note.maxAgeSeconds}, ${scope}`,
    ...(note.ageSeconds === undefined ? {} : { age: String(note.ageSeconds) }),
  };
}

/** Headers of a request on which the same URL may be answered differently: media type, credentials and tenant. */
export const VARY = 'accept, authorization, x-api-key, x-tenant-id';
