import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from './invalid-input.ts';

/** The standard without its version: `EC0586` of `EC0586.01`. Versions of one standard certify the same competency. */
export function standardMajorOf(code: string): string {
  return code.replace(/\.\d+$/, '');
}

const CODE = /^EC(M\d{4}|\d{4}(\.\d{2})?)$/;

/** The standard of a code as a person gives it, with its version or without; EC and four digits, or ECM and four for one of a brand. */
export function parseStandardMajor(text: string): Result<string, InvalidInput> {
  const code = text.trim().toUpperCase();
  if (CODE.test(code)) return ok(standardMajorOf(code));
  const message = 'A code of a standard was expected, such as EC0325 or EC0325.01; look it up in the register of standards.';
  return fail({ kind: 'InvalidInput', field: 'standardCode', message });
}
