/** For how long certificates in a standard are valid. */
export type Validity = { readonly kind: 'YEARS'; readonly years: number } | { readonly kind: 'INDEFINITE' | 'UNSPECIFIED' };

/**
 * The last day of a certificate that was issued on this day, YYYY-MM-DD: the same day so many years later, and of 29 February the 28th. Null when it is valid for good, or
 * when nobody says for how long.
 */
export function certificateEndOf(validity: Validity, issuedOn: string): string | null {
  if (validity.kind !== 'YEARS') return null;
  const year = String(Number(issuedOn.slice(0, 4)) + validity.years).padStart(4, '0');
  const end = new Date(`${year}${issuedOn.slice(4)}T00:00:00Z`);
  const isSameDay = !Number.isNaN(end.getTime()) && end.toISOString().slice(5, 10) === issuedOn.slice(5);
  return isSameDay ? `${year}${issuedOn.slice(4)}` : `${year}-02-28`;
}
