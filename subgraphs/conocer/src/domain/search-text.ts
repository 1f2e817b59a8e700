/** Words that a search may have; more would only cost time. */
export const MAX_SEARCH_WORDS = 10;

/** A text as it is searched for: lower case, without accents (ñ is n), letters and digits with one space between words. */
export function searchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

/** The words that must all appear, at most 10. */
export function searchWords(text: string): string[] {
  return searchText(text).split(' ').filter(Boolean).slice(0, MAX_SEARCH_WORDS);
}
