import type { LocalDate } from '../local-date.ts';

/** A cédula de acreditación: lets its holder evaluate by one standard, of any version, from the day it was given to the next 30 June. */
export type Cedula = { readonly standardMajor: string; readonly issuedOn: LocalDate };

/**
 * The last day of a cédula: the first 30 June on or after the day it was given, that day included.
 * Source: cédulas are valid to June of each year (DOMAIN §2.1, after 4C Consultoría); the day is the end of the month.
 */
export function validThroughOf(cedula: Cedula): LocalDate {
  const year = cedula.issuedOn.slice(0, 4);
  const end = `${year}-06-30`;
  return cedula.issuedOn <= end ? end : `${String(Number(year) + 1).padStart(4, '0')}-06-30`;
}

/** Whether a cédula for the standard is valid on the day; if not, the last day of the latest that there was, null when there was none. */
export function accreditationOn(
  cedulas: readonly Cedula[],
  standardMajor: string,
  on: LocalDate,
): { readonly isAccredited: true } | { readonly isAccredited: false; readonly validThrough: LocalDate | null } {
  const own = cedulas.filter((cedula) => cedula.standardMajor === standardMajor);
  if (own.some((cedula) => cedula.issuedOn <= on && on <= validThroughOf(cedula))) return { isAccredited: true };
  const ends = own.map(validThroughOf).filter((end) => end < on);
  return { isAccredited: false, validThrough: ends.sort().at(-1) ?? null };
}
