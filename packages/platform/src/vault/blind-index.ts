import type { DataKey } from './data-key.ts';

/** What a person may be looked up by without being readable. */
export type IndexedField = 'email' | 'curp';

/**
 * What equal values of one tenant have in common, and nothing else: an HMAC under a key of the tenant and the field. E-mail addresses are compared without regard
 * to case and surrounding space, CURPs also without regard to separators. `tenantKey` is the tenant's own data key.
 */
export function blindIndex(tenantKey: DataKey, field: IndexedField, value: string): string {
  return tenantKey.fingerprint(field, NORMALISE[field](value));
}

const NORMALISE: Readonly<Record<IndexedField, (value: string) => string>> = {
  email: (value) => value.normalize('NFKC').trim().toLowerCase(),
  curp: (value) =>
    value
      .normalize('NFKC')
      .replace(/[\s.\-/]/g, '')
      .toUpperCase(),
};
