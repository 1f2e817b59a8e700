/** What has the length and the form of a CURP, valid or mistyped, wherever it stands in a text. */
const CURP_LIKE = /[A-ZÑ][AEIOUX][A-ZÑ]{2}[\s./-]?\d{6}[\s./-]?[HMX][\s./-]?[A-Z]{2}[A-ZÑ]{3}[\s./-]?[0-9A-Z]\d/giu;

/** The text with whatever could be a CURP taken out: what is signed can never be taken back, and titles are typed by people. */
export function withoutCurps(text: string): string {
  return text.replace(CURP_LIKE, '•••');
}
