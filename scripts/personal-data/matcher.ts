import { gunzipSync } from 'node:zlib';
import { parseCurp } from '@academy/kernel';
import { fold, formsOf, type PersonalValue } from './forms.ts';

/** Something was found: what, and how it was written. Never the value. */
export type Hit = { readonly label: string; readonly form: string };

const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const CURP = /(?<![A-Z0-9])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d(?![A-Z0-9])/g;
const EMAIL = /[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![a-z0-9-])/g;
/** What may be base64 of something that could hold an address. */
const TOKEN = /[A-Za-z0-9+/_-]{16,4096}/g;

/** Looks for given values, in every form, and for what has the form of a CURP or an e-mail address. */
export type Matcher = { search(bytes: Buffer): Hit[] };

/** `hasPatterns`: whether CURPs and addresses of people unknown are looked for too. */
export function createMatcher(values: readonly PersonalValue[], { hasPatterns }: { hasPatterns: boolean }): Matcher {
  const forms = values.flatMap(formsOf);
  return {
    search(bytes) {
      const content = unpacked(bytes);
      const hits = new Map<string, Hit>();
      const add = (label: string, form: string) => hits.set(`${label} ${form}`, { label, form });
      const raw = content.toString('latin1');
      const folded = fold(content.toString('utf8'));
      for (const one of forms) if ((one.isExact ? raw : folded).includes(one.text)) add(one.label, one.form);
      if (hasPatterns) {
        for (const [form, text] of readings(raw, folded)) {
          if (holdsCurp(text)) add('a CURP', form);
          if (holdsEmail(text)) add('an e-mail address', form);
        }
      }
      return [...hits.values()];
    },
  };
}

function holdsCurp(folded: string): boolean {
  return (folded.toUpperCase().match(CURP) ?? []).some((candidate) => parseCurp(candidate).ok);
}

function holdsEmail(folded: string): boolean {
  return folded.includes('@') && (folded.match(EMAIL) ?? []).length > 0;
}

/** The text as it stands, and what it says once unescaped. */
function* readings(raw: string, folded: string): Generator<[form: string, text: string]> {
  yield ['plain', folded];
  if (folded.includes('%'))
    yield ['url', folded.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))];
  if (folded.includes('\\u'))
    yield ['json', folded.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))];
  for (const [token] of raw.matchAll(TOKEN)) {
    const decoded = fold(Buffer.from(token, 'base64').toString('latin1'));
    // Three printable words at least: what is sealed or drawn at random decodes to noise, in which nothing is to be read.
    if (/^[\x20-\x7e\s\u0080-\u00ff]*$/.test(decoded)) yield ['base64', decoded];
  }
}

function unpacked(bytes: Buffer): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch {
    return bytes;
  }
}
