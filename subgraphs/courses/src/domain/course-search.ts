import { fail, ok, type Result } from '@academy/kernel';

/** The longest text that may be searched for, in characters. */
export const MAX_SEARCH_CHARACTERS = 200;

/** What a course must be or hold; conditions that were not given are undefined or empty. */
export type CourseSearch = {
  readonly standardCode: string | undefined;
  /** Each must appear in title or summary. */
  readonly words: readonly string[];
};

export type SearchRefusal = { readonly kind: 'CannotSearch'; readonly message: string };

/** The conditions that a filter sets. Refused: a text that is too long, and NUL, which no stored text can hold. */
export function courseSearch(filter: {
  readonly standardCode?: string | null | undefined;
  readonly text?: string | null | undefined;
}): Result<CourseSearch, SearchRefusal> {
  const text = filter.text ?? '';
  const standardCode = filter.standardCode ?? undefined;
  if (text.length > MAX_SEARCH_CHARACTERS) {
    const message = `filter.text must have at most ${MAX_SEARCH_CHARACTERS} characters, got ${text.length}.`;
    return fail({ kind: 'CannotSearch', message });
  }
  if (text.includes('\0') || standardCode?.includes('\0') === true) {
    return fail({ kind: 'CannotSearch', message: 'filter must not hold the character NUL.' });
  }
  return ok({ standardCode, words: [...new Set(text.split(/\s+/u).filter((word) => word !== ''))] });
}
