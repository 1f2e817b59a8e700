import { expect, test } from 'vitest';
import { courseSearch, MAX_SEARCH_CHARACTERS } from './course-search.ts';

test('a search is for words, however they are spaced, each once', () => {
  expect(courseSearch({ text: '  huerto\u00a0 escuela\nhuerto ' })).toEqual({
    ok: true,
    value: { standardCode: undefined, words: ['huerto', 'escuela'] },
  });
});

test('no filter sets no condition', () => {
  const none = { ok: true, value: { standardCode: undefined, words: [] } };
  expect(courseSearch({})).toEqual(none);
  expect(courseSearch({ text: null, standardCode: null })).toEqual(none);
});

test('a text may have 200 characters and no more', () => {
  expect(courseSearch({ text: 'a'.repeat(MAX_SEARCH_CHARACTERS) }).ok).toBe(true);
  expect(courseSearch({ text: 'a'.repeat(MAX_SEARCH_CHARACTERS + 1) })).toMatchObject({
    ok: false,
    error: { kind: 'CannotSearch', message: 'filter.text must have at most 200 characters, got 201.' },
  });
});

test('NUL is refused wherever it comes, as the database cannot even be asked for it', () => {
  expect(courseSearch({ text: 'huerto\0' }).ok).toBe(false);
  expect(courseSearch({ standardCode: 'EC0586.01\0' }).ok).toBe(false);
});
