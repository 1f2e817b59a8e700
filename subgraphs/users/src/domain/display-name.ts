import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './refusal.ts';

const MAX_LENGTH = 80;

/** Control characters, and those that turn the direction of text around: a name with one of them can pass for another's. */
const MISLEADING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The name as others will see it: composed (NFC), without space around it, 1 to 80 characters. */
export function parseDisplayName(text: string): Result<string, InvalidInput> {
  const name = text.normalize('NFC').trim();
  const length = [...name].length;
  if (length < 1 || length > MAX_LENGTH) {
    return refuse(`A name of 1 to ${MAX_LENGTH} characters was expected, got ${length}; shorten it or write one.`);
  }
  if (MISLEADING.test(name)) return refuse('A name without control characters was expected; type it again.');
  return ok(name);
}

function refuse(message: string) {
  return fail<InvalidInput>({ kind: 'InvalidInput', field: 'displayName', message });
}
