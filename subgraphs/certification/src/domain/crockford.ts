/** Crockford's base 32: no I, L, O or U, so that a code survives being read aloud and typed again. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Five bits of each byte as one character; the other three are dropped, so every character is equally likely when the bytes are random. */
export function toCrockford(bytes: Uint8Array): string {
  return [...bytes].map((byte) => CROCKFORD.charAt(byte & 31)).join('');
}

/**
 * A folio or code as it is looked up, however it was typed: capitals without accents, spaces or dashes; I and L read as 1, O as 0.
 */
export function lookupKey(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replaceAll('O', '0');
}
