/** A calendar day as `YYYY-MM-DD`; two of them compare as text. */
export type LocalDate = string;

/** Where evaluators' accreditations, plans and certificates have their days. */
const ZONE = 'America/Mexico_City';

const format = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in Mexico City at this instant. */
export function localDateOf(at: Date): LocalDate {
  return format.format(at);
}
