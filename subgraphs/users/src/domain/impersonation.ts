import { fail, MINUTE_MS, ok, type Result } from '@academy/kernel';
import type { InvalidInput, InvalidState } from './refusal.ts';

/** The longest that an operator may act in somebody's name before she has to say why again. */
const MAX_MINUTES = 30;

/** What an operator wants to act as. */
export type ImpersonationRequest = { readonly userId: string; readonly persona: string; readonly minutes: number };

/**
 * When the session ends, if the operator may act in this person's name: another's, under a persona that the person holds and that is not an operator's own,
 * for 1 to 30 whole minutes.
 */
export function decideImpersonation(
  request: ImpersonationRequest,
  facts: { readonly impersonatorId: string; readonly held: readonly string[]; readonly now: Date },
): Result<{ readonly expiresAt: Date }, InvalidInput | InvalidState> {
  const { minutes, persona } = request;
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > MAX_MINUTES) {
    const message = `1 to ${MAX_MINUTES} minutes were expected, got ${minutes}; start another session when that is not enough.`;
    return fail({ kind: 'InvalidInput', field: 'minutes', message });
  }
  if (request.userId === facts.impersonatorId) {
    return fail({
      kind: 'InvalidInput',
      field: 'userId',
      message: 'Another person was expected; you act in your own name already.',
    });
  }
  if (facts.held.includes('super_admin')) {
    return fail({ kind: 'InvalidState', message: 'Nobody acts in the name of an operator; ask her to do it herself.' });
  }
  if (!facts.held.includes(persona)) {
    return fail({ kind: 'InvalidState', message: 'The person does not hold this persona; choose one of User.personas.' });
  }
  return ok({ expiresAt: new Date(facts.now.getTime() + minutes * MINUTE_MS) });
}
