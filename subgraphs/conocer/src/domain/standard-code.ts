import { fail, ok, type Result } from '@academy/kernel';

/**
 * A code of a competency standard, read. `code` is canonical (`EC0586.01`); `major` is what versions share (`EC0586`), and what a
 * candidate may have one open case for; `version` is null where the code bears none. A brand standard (`ECM0358`) belongs to the
 * brand's owner, who alone decides who may be certified against it.
 */
export type StandardCode =
  | { readonly kind: 'NATIONAL'; readonly code: string; readonly major: string; readonly version: string | null }
  | { readonly kind: 'BRAND'; readonly code: string; readonly major: string; readonly version: null };

export type StandardCodeRefusal =
  | { readonly kind: 'EmptyStandardCode' }
  | { readonly kind: 'MalformedStandardCode'; readonly text: string };

const NATIONAL = /^(EC\d{4})(?:\.(\d{2}))?$/;
const BRAND = /^ECM\d{4}$/;

/** Marks that print as nothing: soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * The standard code in a text, whatever its case and the spaces or invisible marks around it: the public register ends some of
 * its codes with a space or a no-break space. Space inside a code is refused.
 */
export function parseStandardCode(text: string): Result<StandardCode, StandardCodeRefusal> {
  const code = cleanRegisterText(text).toUpperCase();
  if (code === '') return fail({ kind: 'EmptyStandardCode' });
  if (BRAND.test(code)) return ok({ kind: 'BRAND', code, major: code, version: null });
  const [, major, version] = NATIONAL.exec(code) ?? [];
  if (major === undefined) return fail({ kind: 'MalformedStandardCode', text });
  return ok({ kind: 'NATIONAL', code, major, version: version ?? null });
}

/** A text of the register as it should be: one plain space between words, none around them, no invisible marks, composed accents. */
export function cleanRegisterText(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim().normalize('NFC');
}
