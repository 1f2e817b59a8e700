import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

const MIN_LENGTH = 3;
const MAX_LENGTH = 500;

/** Why a person with power acted, for the audit log: without space around it, 3 to 500 characters. */
export function parseReason(text: string, field = 'reason'): Result<string, InvalidInput> {
  const reason = text.trim();
  const length = [...reason].length;
  if (length >= MIN_LENGTH && length <= MAX_LENGTH) return ok(reason);
  const message = `A text of ${MIN_LENGTH} to ${MAX_LENGTH} characters was expected, got ${length}; the audit log needs one.`;
  return fail({ kind: 'InvalidInput', field, message });
}
