import { fail, ok, type Result } from '@academy/kernel';

/** The longest text that may be searched for, in characters. */
export const MAX_SEARCH_CHARACTERS = 200;

/** Words of a search, each of which must appear. Throws nothing: a text that is too long, or holds NUL, is refused. */
export function searchWords(text: string): Result<readonly string[], { readonly kind: 'UnsearchableText'; readonly message: string }> {
  if (text.length > MAX_SEARCH_CHARACTERS) {
    return fail({ kind: 'UnsearchableText', message: `filter.text must have at most ${MAX_SEARCH_CHARACTERS} characters, got ${text.length}.` });
  }
  if (text.includes('\0')) return fail({ kind: 'UnsearchableText', message: 'filter.text must not hold the character NUL.' });
  return ok([...new Set(text.split(/\s+/u).filter((word) => word !== ''))]);
}
