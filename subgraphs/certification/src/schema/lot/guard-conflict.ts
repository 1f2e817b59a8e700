import type { GuardRefusal } from '../../domain/case/refusals.ts';
import { conflictWords, dutyConflict } from '../duty-conflict.ts';

/** The union member where separation of duties is what stands in the way; undefined where something else does. `who` begins a sentence. */
export function guardConflict(guard: GuardRefusal, who: string) {
  if (guard.kind === 'OwnCase')
    return dutyConflict('Nobody verifies or rules on her own certification; leave it to another person.');
  if (guard.kind !== 'DutyConflict') return undefined;
  return dutyConflict(`${who} ${conflictWords(guard)}; leave it to another person.`);
}
