import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

const MIN_LENGTH = 12;
const MAX_LENGTH = 128;

/** A password to keep: 12 to 128 characters of any kind (NIST SP 800-63B §3.1.1: length counts, composition does not). */
export function parsePassword(text: string): Result<string, InvalidInput> {
  const length = [...text].length;
  if (length >= MIN_LENGTH && length <= MAX_LENGTH) return ok(text);
  const message = `A password of ${MIN_LENGTH} to ${MAX_LENGTH} characters was expected, got ${length}.`;
  return fail({ kind: 'InvalidInput', field: 'newPassword', message });
}
