import { cedulaEndOf, type LocalDate } from '@academy/kernel';

/** A cédula de acreditación: lets its holder evaluate by one standard, of any version, from the day it was given to the next 30 June. */
export type Cedula = { readonly standardMajor: string; readonly issuedOn: LocalDate };

/** The last day of a cédula: the first 30 June on or after the day it was given. */
export function validThroughOf(cedula: Cedula): LocalDate {
  return cedulaEndOf(cedula.issuedOn);
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
