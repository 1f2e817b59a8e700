import { fail, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from '../invalid-input.ts';

/** What an evaluator writes in the cédula de evaluación besides the judgement; what she leaves out is not there. */
export type Remarks = {
  readonly bestPractices?: string;
  readonly improvements?: string;
  readonly incidents?: string;
  readonly recommendations?: string;
};

const FIELDS = ['bestPractices', 'improvements', 'incidents', 'recommendations'] as const;

const MAX_REMARK_LENGTH = 2_000;

/** The remarks without space around them; empty ones are left out. */
export function parseRemarks(
  given: Readonly<Partial<Record<(typeof FIELDS)[number], string | null | undefined>>>,
): Result<Remarks, InvalidInput> {
  const remarks: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const field of FIELDS) {
    const text = (given[field] ?? '').normalize('NFC').trim();
    const length = [...text].length;
    if (length > MAX_REMARK_LENGTH || text.includes('\0')) {
      const message = `A text of at most ${MAX_REMARK_LENGTH} characters without NUL was expected, got ${length}.`;
      return fail({ kind: 'InvalidInput', field: `remarks.${field}`, message });
    }
    if (text !== '') remarks[field] = text;
  }
  return ok(remarks);
}
