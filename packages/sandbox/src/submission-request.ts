import * as z from 'zod';
import { isCalendarDate, isCurp } from './curp.ts';
import { type FieldError, fieldErrors } from './field-errors.ts';
import type { SubmissionRequest } from './ledger-event.ts';

/** What the rules of a submission depend on besides the request. */
export type SubmissionRules = { isActiveStandard(code: string): boolean; today(): string };

export type ParsedSubmission = { ok: true; request: SubmissionRequest } | { ok: false; errors: FieldError[] };

const EXTERNAL_REF = /^[A-Za-z0-9._:-]{1,100}$/;
const STANDARD_CODE = /^(EC\d{4}(\.\d{2})?|ECM\d{4})$/;
/** `CE1399-OC063-18`, `OC0046`, `ECE213-15`. */
const CENTRE_CODE = /^[A-Z]{2,3}\d{2,5}(-[A-Z0-9]{2,7}){0,2}$/;
const CERTIFICATE_FOLIO = /^[A-Za-z0-9./-]{1,64}$/;
const DIGEST = /^(sha256:)?[0-9a-f]{64}$/;

/** Turns a JSON body into a submission, or into every reason why it is none. */
export function createSubmissionParser(rules: SubmissionRules): (body: unknown) => ParsedSubmission {
  const schema = submissionSchema(rules);
  return (body) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return { ok: true, request: parsed.data };
    return { ok: false, errors: fieldErrors(parsed.error, body, ['candidate']) };
  };
}

function submissionSchema(rules: SubmissionRules) {
  return z.strictObject(
    {
      externalRef: text('1 to 100 letters, digits, or any of . _ : -', (value) => EXTERNAL_REF.test(value)),
      standardCode: text(
        'the code of an active standard, such as EC0586.01',
        (value) => STANDARD_CODE.test(value) && rules.isActiveStandard(value),
      ),
      candidate: z.strictObject(
        {
          curp: text('a CURP: 18 characters, a real birth date, a matching check digit', isCurp),
          fullName: text('a name of 3 to 200 printable characters', isFullName),
        },
        { error: wrongObject('an object with curp and fullName') },
      ),
      certificateFolio: text('1 to 64 letters, digits, or any of . / -', (value) => CERTIFICATE_FOLIO.test(value)).optional(),
      evaluatedOn: text(
        'a calendar date as YYYY-MM-DD, today (UTC) or earlier',
        (value) => isCalendarDate(value) && value <= rules.today(),
      ),
      centreCode: text('a code such as CE1399-OC063-18, OC0046 or ECE213-15', (value) => CENTRE_CODE.test(value)).optional(),
      evidenceDigest: text('a SHA-256 digest: 64 hexadecimal digits in lower case', (value) => DIGEST.test(value)).optional(),
    },
    { error: wrongObject('a JSON object') },
  );
}

function text(expected: string, accepts: (value: string) => boolean) {
  return z.string({ error: expected }).refine(accepts, { error: expected });
}

/** An unknown key keeps its own message: it names the key. */
function wrongObject(expected: string) {
  return (issue: { code?: string | undefined }) => (issue.code === 'invalid_type' ? expected : undefined);
}

function isFullName(value: string): boolean {
  return value.trim().length >= 3 && value.length <= 200 && !/\p{Cc}/u.test(value);
}
