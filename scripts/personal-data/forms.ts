import { createHash } from 'node:crypto';

/** A value of a person, under a name that may be shown: the value itself never is. */
export type PersonalValue = { readonly label: string; readonly value: string };

/** How a value may be written down. `folded` forms are looked for in text without case and accents, `exact` ones byte by byte. */
export type Form = { readonly label: string; readonly form: string; readonly text: string; readonly isExact: boolean };

/** Shorter values are everywhere by chance. */
const SHORTEST = 5;
/** And encoded ones this short stand by chance in what is sealed or drawn at random. */
const SHORTEST_ENCODED = 8;

/** Text without case and accents, so that `MUÑOZ`, `Muñoz` and `munoz` are one. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Every way that we know a value to be written: as it is; its words joined by other signs; in a URL, JSON, HTML, quoted-printable; in hex and base64 at each of
 * the three places that it can begin at; and as a hash without a key, which is as good as the value for whoever can guess it. Throws on a value too short to look for.
 */
export function formsOf({ label, value }: PersonalValue): Form[] {
  const plain = value.trim().normalize('NFC');
  if ([...plain].length < SHORTEST)
    throw new RangeError(`The value "${label}" is shorter than ${SHORTEST} characters: it would be found everywhere.`);
  const spellings = [...new Set([plain, plain.toLowerCase(), plain.toUpperCase(), plain.normalize('NFD'), unaccented(plain)])];
  const found = new Map<string, Form>();
  const add = (form: string, text: string, isExact = false) => {
    const looked = isExact ? text : fold(text);
    if (isExact && looked.length < SHORTEST_ENCODED) return;
    const key = `${isExact} ${looked}`;
    if (!found.has(key)) found.set(key, { label, form, text: looked, isExact });
  };
  for (const spelling of spellings) {
    const bytes = Buffer.from(spelling, 'utf8');
    add('plain', spelling);
    for (const [form, joint] of JOINTS) if (/\s/.test(spelling)) add(form, spelling.replace(/\s+/g, joint));
    add('url', encodeURIComponent(spelling));
    add('url', encodeURIComponent(spelling).replaceAll('%20', '+'));
    // Once, and within a text of JSON that is itself a text of JSON.
    for (const slash of ['\\', '\\\\'])
      add(
        'json',
        escaped(spelling, (code) => `${slash}u${code.toString(16).padStart(4, '0')}`),
      );
    add(
      'html',
      escaped(spelling, (code) => `&#${code};`),
    );
    add(
      'html',
      escaped(spelling, (code) => `&#x${code.toString(16)};`),
    );
    add(
      'quoted-printable',
      spelling.replace(/[^ -~]/gu, (sign) => [...Buffer.from(sign)].map((byte) => `=${byte.toString(16)}`).join('')),
    );
    add('hex', bytes.toString('hex'));
    add('utf-16', Buffer.from(spelling, 'utf16le').toString('hex'));
    for (const text of base64Forms(bytes)) {
      add('base64', text, true);
      add('base64', text.replaceAll('+', '-').replaceAll('/', '_'), true);
    }
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      const hash = createHash(algorithm).update(bytes).digest();
      add(`${algorithm} without a key`, hash.toString('hex'));
      add(`${algorithm} without a key`, hash.toString('base64').replace(/=+$/, ''), true);
      add(`${algorithm} without a key`, hash.toString('base64url'), true);
    }
  }
  return [...found.values()];
}

const JOINTS = [
  ['words joined', ''],
  ['words joined', '-'],
  ['words joined', '_'],
  ['words joined', '.'],
  ['words joined', ','],
  ['words joined', '\u00a0'],
] as const;

function unaccented(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

function escaped(text: string, write: (code: number) => string): string {
  return text.replace(/[^ -~]/g, (sign) => write(sign.charCodeAt(0)));
}

/** What the bytes look like within base64 that begins 0, 1 or 2 bytes before them: the signs that depend on nothing else. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const begin = Math.ceil((shift * 8) / 6);
    const end = Math.floor(((shift + bytes.length) * 8) / 6);
    return text.slice(begin, end);
  });
}
