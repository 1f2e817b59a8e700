/** A calendar day as `YYYY-MM-DD`; two of them compare as text. */
export type LocalDate = string;

/** Where accreditations, plans and certificates have their days. */
const ZONE = 'America/Mexico_City';

const format = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in Mexico City at this instant. */
export function localDateOf(at: Date): LocalDate {
  return format.format(at);
}

/**
 * The last day of a cédula de acreditación: the first 30 June on or after the day it was given, that day included.
 * Source: cédulas are valid to June of each year (DOMAIN §2.1, after 4C Consultoría); the day is the end of the month.
 */
export function cedulaEndOf(issuedOn: LocalDate): LocalDate {
  const year = issuedOn.slice(0, 4);
  const end = `${year}-06-30`;
  return issuedOn <= end ? end : `${String(Number(year) + 1).padStart(4, '0')}-06-30`;
}
