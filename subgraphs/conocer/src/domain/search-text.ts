/** Words that a search may have; more would only cost time. */
export const MAX_SEARCH_WORDS = 10;

/** Words that nearly every title has: they narrow nothing, and a title may have them otherwise. */
const FILLERS = new Set(['de', 'del', 'la', 'las', 'el', 'los', 'en', 'y', 'a', 'e', 'o', 'con', 'para', 'por']);

/** A text as it is searched for: lower case, without accents (ñ is n), letters and digits with one space between words. */
export function searchText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

/** The words with which words of a title or code must begin, all of them, at most 10; without fillers, unless there is nothing else. */
export function searchWords(text: string): string[] {
  const words = searchText(text).split(' ').filter(Boolean);
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : words).slice(0, MAX_SEARCH_WORDS).map(singular);
}

/** A plural's stem, so that `fotovoltaicos` finds `fotovoltaico`: words are looked for by their beginning, so too short a stem finds too much, not too little. */
function singular(word: string): string {
  return /^\p{L}{5,}$/u.test(word) ? word.replace(/(?<=[lnrd])es$|s$/u, '') : word;
}

/** What is searched of a standard: the title's words, then its code, the code that its versions share, and that code's digits. */
export function standardSearchText(standard: { readonly code: string; readonly major: string; readonly title: string }): string {
  const { code, major, title } = standard;
  return [searchText(title), code.toLowerCase(), major.toLowerCase(), major.replace(/\D/g, '')].filter(Boolean).join(' ');
}
