import type { DutyFact } from '../domain/separation-of-duties.ts';

const DID = {
  TAUGHT: 'trained',
  EVALUATED: 'evaluates or evaluated',
  RULED: 'verifies or ruled on',
  AUDITED: 'audits or audited what was done for',
} as const satisfies Record<DutyFact['duty'], string>;

/** The union member for somebody who may not take a duty towards a candidate. */
export function dutyConflict(message: string) {
  return { __typename: 'DutyConflictError', code: 'DUTY_CONFLICT', message } as const;
}

/** What stands in the way, and since when; `at` may have been stored as JSON. */
export function conflictWords({ duty, at }: { readonly duty: DutyFact['duty']; readonly at: Date | string }): string {
  return `${DID[duty]} the candidate for this standard, last on ${new Date(at).toISOString().slice(0, 10)}`;
}
