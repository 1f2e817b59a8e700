import { CROCKFORD, toCrockford } from './crockford.ts';

/** Random bytes that a folio takes: 30 bits. A folio identifies; it is no secret. */
export const FOLIO_BYTES = 6;
/** Random bytes that a verification code takes: 16 characters of 5 bits are 80 bits, more than anybody can guess. */
export const VERIFICATION_CODE_BYTES = 16;

/**
 * A readable folio, e.g. `MA-26-7K3QX9-4`: the year (UTC, two digits), the random bytes in Crockford's base 32, and a check character.
 * `random` holds FOLIO_BYTES bytes. Two folios of one year may meet: the caller's unique constraint decides.
 */
export function makeFolio(issuedOn: Date, random: Uint8Array): string {
  const year = String(issuedOn.getUTCFullYear() % 100).padStart(2, '0');
  const body = toCrockford(random);
  return `MA-${year}-${body}-${checkCharacter(`MA${year}${body}`)}`;
}

/** A code to verify a certificate with, e.g. `7K3Q-X9AB-22MT-0ZRW`. `random` holds VERIFICATION_CODE_BYTES bytes. */
export function makeVerificationCode(random: Uint8Array): string {
  return (toCrockford(random).match(/.{4}/g) ?? []).join('-');
}

/**
 * The check character of a text of Crockford characters, by Luhn's algorithm in base 32: another character at any place, and almost every
 * pair of neighbours in the wrong order, gives another check character.
 */
export function checkCharacter(text: string): string {
  const sum = [...text].reverse().reduce((total, character, index) => {
    const value = CROCKFORD.indexOf(character);
    const weighted = index % 2 === 0 ? value * 2 : value;
    return total + Math.floor(weighted / 32) + (weighted % 32);
  }, 0);
  return CROCKFORD.charAt((32 - (sum % 32)) % 32);
}
