/** Codes from here on are the sandbox's own: the highest that the register has given is EC1731. */
const FIRST_SAMPLE_NUMBER = 8_600;

/** True for a standard that the sandbox invented, by its code and its title, which begins with SAMPLE: CONOCER has no such standard. */
export function isSampleStandard({ code, title }: { readonly code: string; readonly title: string }): boolean {
  return title.startsWith('SAMPLE') || (/^EC\d/.test(code) && Number(code.slice(2, 6)) >= FIRST_SAMPLE_NUMBER);
}
