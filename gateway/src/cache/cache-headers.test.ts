import { describe, expect, test } from 'vitest';
import { cacheHeadersOf, cacheModeOf } from './cache-headers.ts';

describe('what a client asks of the cache', () => {
  test.each([
    [undefined, 'default'],
    ['', 'default'],
    ['max-age=60', 'default'],
    ['no-cache', 'reload'],
    ['max-age=0', 'reload'],
    ['No-Cache, max-age=60', 'reload'],
    ['no-store', 'no-store'],
    ['no-cache,no-store', 'no-store'],
    ['x-no-cache', 'default'],
  ] as const)('%s is %s', (header, mode) => {
    expect(cacheModeOf(header)).toBe(mode);
  });
});

describe('what caches on the way are told', () => {
  const note = { maxAgeSeconds: 300, scope: 'PUBLIC', ageSeconds: 12 } as const;

  test('an answer without a note is not to be stored', () => {
    expect(cacheHeadersOf(undefined, true)).toEqual({ 'cache-control': 'no-store' });
  });
  test('what an anonymous caller got of the public is public, with its age', () => {
    expect(cacheHeadersOf(note, true)).toEqual({ 'cache-control': 'max-age=300, public', age: '12' });
  });
  test('what came to a credential is hers, public or not', () => {
    expect(cacheHeadersOf(note, false)).toEqual({ 'cache-control': 'max-age=300, private', age: '12' });
    expect(cacheHeadersOf({ ...note, scope: 'PRIVATE' }, true)['cache-control']).toBe('max-age=300, private');
  });
  test('what was made for this request has no age', () => {
    expect(cacheHeadersOf({ ...note, ageSeconds: undefined }, true)).toEqual({ 'cache-control': 'max-age=300, public' });
  });
});
