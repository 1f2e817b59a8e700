/** Root fields that need no login: what a sign-in page, a catalogue and an employer see. Their islands' rules still apply. */
export const PUBLIC_ROOT_FIELDS: ReadonlySet<string> = new Set([
  '__typename',
  'certificateVerification',
  'consentTexts',
  'course',
  'courses',
  'credentialIssuer',
  'credentialVerification',
  'dataReceipt',
  'standard',
  'standards',
  'tenant',
]);

/** Root fields that show the schema; public where introspection is on. */
export const INTROSPECTION_ROOT_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type']);
