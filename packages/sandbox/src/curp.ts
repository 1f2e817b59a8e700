/** Order of the check-digit sum: Ñ stands between N and O, so Z weighs 36. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

const FORM =
  /^[A-Z][AEIOUX][A-Z]{2}\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[HMX](AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE)[B-DF-HJ-NP-TV-Z]{3}[0-9A-Z]\d$/;

/**
 * True for a CURP of legal form: pattern, a birth date that exists, and the check digit.
 * It proves form, not identity. Rule: RENAPO's, as implemented by sanjacob/curp and axolotl13/Curp.
 */
export function isCurp(text: string): boolean {
  return FORM.test(text) && hasRealBirthDate(text) && text.endsWith(String(checkDigit(text)));
}

function hasRealBirthDate(curp: string): boolean {
  // RENAPO's homonym character is a digit for people born until 1999 and a letter after.
  const century = /\d/.test(curp.charAt(16)) ? '19' : '20';
  return isCalendarDate(`${century}${curp.slice(4, 6)}-${curp.slice(6, 8)}-${curp.slice(8, 10)}`);
}

function checkDigit(curp: string): number {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += ALPHABET.indexOf(curp.charAt(index)) * (18 - index);
  return (10 - (sum % 10)) % 10;
}

/** True for a YYYY-MM-DD that exists in the calendar: 2026-02-30 does not. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
