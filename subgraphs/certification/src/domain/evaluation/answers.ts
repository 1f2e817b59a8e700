import { fail, isUuid, ok, type Result } from '@academy/kernel';
import type { InvalidInput } from '../invalid-input.ts';

/** What an evaluator says of one reactivo. */
export type AnswerClaim = {
  readonly reactivoId: string;
  readonly isFulfilled: boolean;
  readonly evidenceIds: readonly string[];
  readonly note: string | null;
};

type Given = {
  readonly reactivoId: string;
  readonly isFulfilled: boolean;
  readonly evidenceIds?: readonly string[] | null | undefined;
  readonly note?: string | null | undefined;
};

const MAX_ANSWERS = 100;
const MAX_EVIDENCE = 20;
const MAX_NOTE_LENGTH = 500;

/** The answers in the form in which they are kept, or the first value that cannot be: one to a hundred, each to another reactivo. */
export function parseAnswers(given: readonly Given[]): Result<readonly AnswerClaim[], InvalidInput> {
  if (given.length === 0 || given.length > MAX_ANSWERS)
    return refuse('answers', `1 to ${MAX_ANSWERS} answers were expected, got ${given.length}.`);
  const answers: AnswerClaim[] = [];
  for (const [index, one] of given.entries()) {
    if (answers.some(({ reactivoId }) => reactivoId === one.reactivoId))
      return refuse(`answers.${index}.reactivoId`, `One answer to each reactivo was expected, got several to ${one.reactivoId}.`);
    const evidenceIds = [...new Set(one.evidenceIds ?? [])];
    if (evidenceIds.length > MAX_EVIDENCE || !evidenceIds.every(isUuid))
      return refuse(
        `answers.${index}.evidenceIds`,
        `At most ${MAX_EVIDENCE} ids of evidence of this certification were expected.`,
      );
    const note = (one.note ?? '').normalize('NFC').trim();
    const length = [...note].length;
    if (length > MAX_NOTE_LENGTH || note.includes('\0'))
      return refuse(
        `answers.${index}.note`,
        `A note of at most ${MAX_NOTE_LENGTH} characters without NUL was expected, got ${length}.`,
      );
    answers.push({ reactivoId: one.reactivoId, isFulfilled: one.isFulfilled, evidenceIds, note: note === '' ? null : note });
  }
  return ok(answers);
}

function refuse(field: string, message: string): Result<never, InvalidInput> {
  return fail({ kind: 'InvalidInput', field, message });
}
