import { fail, ok, type Result } from './result.ts';

/** The 33 places of birth that positions 12 and 13 may name: 32 federal entities (DF is Mexico City) and NE, born abroad. */
// biome-ignore format: a list of short codes reads better in three lines.
export const CURP_STATE_CODES = [
  'AS', 'BC', 'BS', 'CC', 'CL', 'CM', 'CS', 'CH', 'DF', 'DG', 'GT',
  'GR', 'HG', 'JC', 'MC', 'MN', 'MS', 'NT', 'NL', 'OC', 'PL', 'QT',
  'QR', 'SP', 'SL', 'SR', 'TC', 'TS', 'TL', 'VZ', 'YN', 'ZS', 'NE',
] as const;

export type CurpStateCode = (typeof CURP_STATE_CODES)[number];

const FORM = new RegExp(
  '^[A-Z][AEIOUX][A-Z]{2}\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])[HMX]' +
    `(${CURP_STATE_CODES.join('|')})[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\\d$`,
);

/** The 81 words that may not begin a CURP: the second letter becomes X. Source: the register's annex, after sanjacob/curp. */
const FORBIDDEN_WORD =
  /^([CK](A[CGK][AO]|OG[EI]|OJ[AEIO]|OLA|ULO)|BA[CK]A|[BGVW]UE[IY]|FALO|FETO|[GJT]ETA|JOTO|LILO|LO[CK][AO]|MAM[EO]|MEA[RS]|M[EI]ON|MIAR|MO[CK]O|MUL[AO]|NAC[AO]|PE(D[AO]|NE)|PIPI|PITO|POPO|PUT[AO]|QULO|RATA|ROB[AEO]|RUIN|SENO|VA[CK]A|VAG[AO])$/;

/** Values of the check digit's sum: Ñ counts 24 although no CURP may hold it. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

const LENGTH = 18;

declare const curpBrand: unique symbol;

/** A text of 18 characters that has the form of a CURP. It proves form, not identity. */
export type Curp = string & { readonly [curpBrand]: true };

export type CurpRefusal =
  | { readonly kind: 'WrongLength'; readonly expected: 18; readonly actual: number }
  | { readonly kind: 'WrongForm' }
  | { readonly kind: 'ForbiddenWord'; readonly expectedPrefix: string }
  | { readonly kind: 'ImpossibleDate'; readonly date: string }
  | { readonly kind: 'WrongCheckDigit'; readonly expected: string; readonly actual: string };

/**
 * The CURP in a text, whatever its case and the space around it: form, no forbidden word, a real date in the century that
 * position 17 tells (a digit: born by 1999; a letter: from 2000), and the check digit. No refusal repeats the whole CURP.
 * Source: sanjacob/curp and axolotl13/Curp.
 */
export function parseCurp(text: string): Result<Curp, CurpRefusal> {
  const curp = text.trim().toUpperCase();
  if (curp.length !== LENGTH) return fail({ kind: 'WrongLength', expected: LENGTH, actual: curp.length });
  if (!FORM.test(curp)) return fail({ kind: 'WrongForm' });
  const prefix = curp.slice(0, 4);
  if (FORBIDDEN_WORD.test(prefix)) return fail({ kind: 'ForbiddenWord', expectedPrefix: defuseWord(prefix) });
  const date = birthDateIn(curp);
  if (!isRealDate(date)) return fail({ kind: 'ImpossibleDate', date });
  const expected = checkDigitOf(curp);
  const actual = curp.slice(17);
  if (actual !== expected) return fail({ kind: 'WrongCheckDigit', expected, actual });
  return ok(curp as Curp);
}

/**
 * What may be shown of a CURP without a reveal: the letters of the name, sex, place of birth and check digit, as in
 * `BOXW******HNE*****9`. The stars do not count characters. A text of another length is hidden whole.
 */
export function maskCurp(curp: string): string {
  if (curp.length !== LENGTH) return '*'.repeat(LENGTH + 1);
  return `${curp.slice(0, 4)}******${curp.slice(10, 13)}*****${curp.slice(17)}`;
}

/** Who an invented CURP is for. Names as written, with accents and particles; `birthDate` is YYYY-MM-DD. */
export type CurpHolder = {
  readonly givenNames: string;
  readonly firstSurname: string;
  readonly secondSurname?: string;
  readonly birthDate: string;
  readonly sex: 'H' | 'M' | 'X';
  readonly stateCode: CurpStateCode;
};

/**
 * A CURP of valid form for an invented person: seed data and tests only, as RENAPO alone gives real ones out.
 * `disambiguator` stands for RENAPO's position 17: 0 to 9 for births by 1999, 0 to 25 (A to Z) from 2000.
 * Throws RangeError on a date that does not exist, a disambiguator out of range, or a name without letters.
 */
export function curpFor(person: CurpHolder, disambiguator = 0): Curp {
  const first = leadingWord(person.firstSurname);
  const second = person.secondSurname === undefined ? 'X' : leadingWord(person.secondSurname);
  const given = leadingGivenName(person.givenNames);
  const prefix = defuseWord(`${first.slice(0, 1)}${internalVowel(first)}${second.slice(0, 1)}${given.slice(0, 1)}`);
  const digits = person.birthDate.slice(2).replaceAll('-', '');
  const consonants = [first, second, given].map(internalConsonant).join('');
  const position17 = disambiguatorCharacter(person.birthDate, disambiguator);
  const stem = `${prefix}${digits}${person.sex}${person.stateCode}${consonants}${position17}`;
  const parsed = parseCurp(stem + checkDigitOf(stem));
  if (!parsed.ok) throw new RangeError(`No CURP can be built for this person: ${parsed.error.kind}.`);
  if (birthDateIn(parsed.value) !== person.birthDate) {
    throw new RangeError(`A birth date must be YYYY-MM-DD between 1900 and 2099, got "${person.birthDate}".`);
  }
  return parsed.value;
}

function defuseWord(prefix: string): string {
  return FORBIDDEN_WORD.test(prefix) ? `${prefix.slice(0, 1)}X${prefix.slice(2)}` : prefix;
}

function birthDateIn(curp: string): string {
  const century = /\d/.test(curp.slice(16, 17)) ? '19' : '20';
  return `${century}${curp.slice(4, 6)}-${curp.slice(6, 8)}-${curp.slice(8, 10)}`;
}

function isRealDate(date: string): boolean {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function checkDigitOf(curp: string): string {
  const sum = [...curp.slice(0, 17)].reduce((total, character, i) => total + ALPHABET.indexOf(character) * (18 - i), 0);
  return String((10 - (sum % 10)) % 10);
}

const PARTICLES = new Set('DA DAS DE DEL DER DI DIE DD EL LA LOS LAS LE LES MAC MC VAN VON Y'.split(' '));
const SKIPPED_GIVEN_NAMES = new Set(['MARIA', 'MA', 'MA.', 'M.', 'JOSE', 'J', 'J.']);

function wordsOf(name: string): string[] {
  const plain = name.toUpperCase().normalize('NFC').replaceAll('Ñ', 'X').normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.split(/\s+/).filter((word) => word !== '');
  const significant = words.filter((word) => !PARTICLES.has(word));
  return significant.length > 0 ? significant : words;
}

function leadingWord(name: string): string {
  return lettersOnly(wordsOf(name)[0]);
}

function leadingGivenName(givenNames: string): string {
  const words = wordsOf(givenNames);
  const isSkipped = words.length > 1 && SKIPPED_GIVEN_NAMES.has(words[0] ?? '');
  return lettersOnly(isSkipped ? words[1] : words[0]);
}

function lettersOnly(word: string | undefined): string {
  if (word === undefined) throw new RangeError('A name must have at least one letter.');
  return word.replace(/[^A-Z]/g, 'X');
}

function internalVowel(word: string): string {
  return /[AEIOU]/.exec(word.slice(1))?.[0] ?? 'X';
}

function internalConsonant(word: string): string {
  return /[B-DF-HJ-NP-TV-Z]/.exec(word.slice(1))?.[0] ?? 'X';
}

function disambiguatorCharacter(birthDate: string, disambiguator: number): string {
  const characters = Number(birthDate.slice(0, 4)) <= 1999 ? '0123456789' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const character = characters[disambiguator];
  if (character === undefined) {
    throw new RangeError(
      `A disambiguator must be 0 to ${characters.length - 1} for a birth on ${birthDate}, got ${disambiguator}.`,
    );
  }
  return character;
}
