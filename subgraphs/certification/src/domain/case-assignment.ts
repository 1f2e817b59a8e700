import { fail, ok, type Persona, type Result } from '@academy/kernel';
import type { Duty } from './separation-of-duties.ts';

/** What somebody is assigned to a case for. */
export type CaseDuty = 'EVALUATOR' | 'VERIFIER' | 'AUDITOR';

/** The persona under which somebody sees and does what she is assigned for. */
export const PERSONA_OF_DUTY = {
  EVALUATOR: 'evaluator',
  VERIFIER: 'verifier',
  AUDITOR: 'auditor',
} as const satisfies Record<CaseDuty, Persona>;

/** What whoever has this duty is about to do to the case. */
export const ACT_OF_DUTY = { EVALUATOR: 'EVALUATE', VERIFIER: 'VERIFY', AUDITOR: 'AUDIT' } as const satisfies Record<
  CaseDuty,
  Duty
>;

/**
 * Who assigns people to cases, and for what (DOMAIN §3, role.assign): whoever may give somebody the persona, and nobody to herself. Auditors audit what
 * centre and certifier did, so that neither chooses them.
 */
const ASSIGNS: Partial<Record<Persona, ReadonlySet<CaseDuty>>> = {
  centre_admin: new Set<CaseDuty>(['EVALUATOR']),
  certifier: new Set<CaseDuty>(['EVALUATOR', 'VERIFIER']),
  admin: new Set<CaseDuty>(['EVALUATOR', 'VERIFIER', 'AUDITOR']),
};

/** Why somebody is not assigned, other than by what she did to the candidate before. */
export type AssignmentRefusal =
  | { readonly kind: 'NotHers'; readonly duty: CaseDuty }
  | { readonly kind: 'Herself' }
  | { readonly kind: 'NotHeld'; readonly duty: CaseDuty }
  | { readonly kind: 'CaseEnded' }
  | { readonly kind: 'Taken'; readonly duty: CaseDuty };

/**
 * Whether the duty may be given: by this persona, to somebody else who holds its persona, on a case that is not over (an auditor: on any), where no other evaluator
 * has it and she does not have it herself. Whether she is free to judge the candidate is decided apart.
 */
export function mayAssign(asked: {
  readonly duty: CaseDuty;
  readonly persona: Persona;
  readonly isHerself: boolean;
  readonly isHeld: boolean;
  readonly isCaseOpen: boolean;
  /** She has the duty on this case; of evaluators: anybody has. */
  readonly isTaken: boolean;
}): Result<void, AssignmentRefusal> {
  const { duty } = asked;
  if (!mayEnd(asked.persona, duty)) return fail({ kind: 'NotHers', duty });
  if (asked.isHerself) return fail({ kind: 'Herself' });
  if (!asked.isHeld) return fail({ kind: 'NotHeld', duty });
  if (!asked.isCaseOpen && duty !== 'AUDITOR') return fail({ kind: 'CaseEnded' });
  return asked.isTaken ? fail({ kind: 'Taken', duty }) : ok(undefined);
}

/** Whether the persona may end an assignment of this duty: whoever may make it. */
export function mayEnd(persona: Persona, duty: CaseDuty): boolean {
  return ASSIGNS[persona]?.has(duty) === true;
}
