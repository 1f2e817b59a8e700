import { fail, idempotencyKeyFault, isUuid, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './invalid-input.ts';
import { LOT_MAX_SIZE } from './lot.ts';
import type { DictamenOutcome } from './lot-dictamen.ts';
import { standardMajorOf } from './standard-major.ts';

const MIN_REASON_LENGTH = 3;
const MAX_REASON_LENGTH = 500;

/** The idempotency key as it came: 1 to 100 characters. */
export function parseIdempotencyKey(key: string): Result<string, InvalidInput> {
  const fault = idempotencyKeyFault(key);
  return fault === undefined ? ok(key) : refuse(fault.field, fault.message);
}

/** The reason without space around it: 3 to 500 characters. */
export function parseReason(text: string): Result<string, InvalidInput> {
  const reason = text.normalize('NFC').trim();
  const length = [...reason].length;
  if (length >= MIN_REASON_LENGTH && length <= MAX_REASON_LENGTH && !reason.includes('\0')) return ok(reason);
  return refuse(
    'reason',
    `A reason of ${MIN_REASON_LENGTH} to ${MAX_REASON_LENGTH} characters without NUL was expected, got ${length}.`,
  );
}

const ROOT = /^[0-9a-f]{64}$/;

/** The root of a portfolio as somebody found it: 64 hex digits, in lower case then; null where there is none. */
export function parsePortfolioRoot(text: string | null): Result<string | null, InvalidInput> {
  if (text === null) return ok(null);
  const root = text.trim().toLowerCase();
  return ROOT.test(root) ? ok(root) : refuse('portfolioRoot', 'A SHA-256 root of 64 hex digits was expected, or none.');
}

/** What somebody says of the certifications of a lot, each with its reason where there must be one: 1 to 100, on one certification each. */
export function parseOpinions(
  given: readonly { certificationId: string; outcome: DictamenOutcome; reason?: string | null | undefined }[],
): Result<{ certificationId: string; outcome: DictamenOutcome; reason: string | null }[], InvalidInput> {
  if (given.length === 0 || given.length > LOT_MAX_SIZE)
    return refuse('opinions', `1 to ${LOT_MAX_SIZE} opinions were expected, got ${given.length}.`);
  const known = new Set<string>();
  const opinions: { certificationId: string; outcome: DictamenOutcome; reason: string | null }[] = [];
  for (const [index, { certificationId, outcome, reason: text }] of given.entries()) {
    const field = `opinions.${index}`;
    if (!isUuid(certificationId)) return refuse(`${field}.certificationId`, 'The id of a certification was expected.');
    if (known.has(certificationId)) return refuse(`${field}.certificationId`, 'One opinion on each certification was expected.');
    known.add(certificationId);
    if (outcome === 'VALID' && text !== null && text !== undefined)
      return refuse(`${field}.reason`, 'A reason was expected where the outcome is INVALID only.');
    const reason = outcome === 'VALID' ? ok(null) : parseReason(text ?? '');
    if (!reason.ok) return refuse(`${field}.reason`, reason.error.message);
    opinions.push({ certificationId, outcome, reason: reason.value });
  }
  return ok(opinions);
}

const CODE = /^EC(M\d{4}|\d{4}(\.\d{2})?)$/;

/** The standard of a code as a person gives it, with its version or without; EC and four digits, or ECM and four for one of a brand. */
export function parseStandardMajor(text: string): Result<string, InvalidInput> {
  const code = text.trim().toUpperCase();
  if (CODE.test(code)) return ok(standardMajorOf(code));
  return refuse('standardCode', 'A code of a standard was expected, such as EC0325 or EC0325.01; look it up in the register.');
}

function refuse(field: string, message: string) {
  return fail<InvalidInput>({ kind: 'InvalidInput', field, message });
}
