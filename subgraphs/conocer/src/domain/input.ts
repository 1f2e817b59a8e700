import { fail, idempotencyKeyFault, ok, type Result } from '@academy/kernel';

/** A value of an input that cannot be accepted; `field` is its path in the input. */
export type InvalidInput = { readonly kind: 'InvalidInput'; readonly field: string; readonly message: string };

const MIN_REASON_LENGTH = 3;
const MAX_REASON_LENGTH = 500;

/** The refusal of one value. */
export function invalid(field: string, message: string): Result<never, InvalidInput> {
  return fail({ kind: 'InvalidInput', field, message });
}

/** The idempotency key as it came: 1 to 100 characters. */
export function parseIdempotencyKey(key: string): Result<string, InvalidInput> {
  const fault = idempotencyKeyFault(key);
  return fault === undefined ? ok(key) : invalid(fault.field, fault.message);
}

/** The reason without space around it: 3 to 500 characters. */
export function parseReason(text: string): Result<string, InvalidInput> {
  const reason = text.normalize('NFC').trim();
  const length = [...reason].length;
  if (length >= MIN_REASON_LENGTH && length <= MAX_REASON_LENGTH && !reason.includes('\0')) return ok(reason);
  return invalid(
    'reason',
    `A reason of ${MIN_REASON_LENGTH} to ${MAX_REASON_LENGTH} characters without NUL was expected, got ${length}.`,
  );
}
