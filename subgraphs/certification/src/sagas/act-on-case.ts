import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { type AuditAction, recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import type { CaseCommand } from '../domain/case/commands.ts';
import { isKnown } from '../domain/case/known.ts';
import type { CaseStatus } from '../domain/case/phases.ts';
import type { CaseRefusal, GuardRefusal } from '../domain/case/refusals.ts';
import type { InvalidInput } from '../domain/invalid-input.ts';
import { caseOf } from '../store/case-row.ts';
import { applyTransition, type CertificationRow, lockCase, type StaleVersion } from '../store/certification.ts';
import { hasCase } from '../store/certification-facts.ts';
import { catchUp } from './certification.ts';

/** What a person does to a case. */
export type CaseAct = {
  readonly certificationId: string;
  readonly actor: UserPrincipal;
  /** A function reads what the command rests on in the act's own transaction, of the case as it is locked; what it refuses, the act is refused for. */
  readonly command: CaseCommand | ((tx: Tx, row: CertificationRow, act: ActMoment) => Promise<Result<CaseCommand, ActRefusal>>);
  /** What else is written with the step and in its transaction; `row` is the case after it. Not for a case that is there already. */
  readonly alongside?: (tx: Tx, row: CertificationRow, act: ActMoment) => Promise<void>;
  /** What the audit log calls it, e.g. `certification.hold`. */
  readonly action: AuditAction;
  readonly why?: string | undefined;
  /** `seq` of the case that she has seen; undefined: whatever it is. */
  readonly seenSeq?: number | undefined;
  /** Whether this is a case of hers to act on; of any other she learns nothing. */
  readonly mayActOn: (row: CertificationRow, tx: Tx, actor: UserPrincipal) => boolean | Promise<boolean>;
  /** The only state in which a person does this, where the state machine would let others pass. */
  readonly onlyIn?: CaseStatus;
  readonly now: Date;
};

/** Who acts, and when. */
export type ActMoment = { readonly actor: UserPrincipal; readonly now: Date };

export type ActRefusal =
  | CaseRefusal
  | StaleVersion
  | InvalidInput
  | { readonly kind: 'NotFound' }
  /** Conocer has not been heard on the standard yet: it is being asked. */
  | { readonly kind: 'StandardNotKnownYet'; readonly standardCode: string | null }
  /** `fault`: why nobody can be judged by the instrument that there is; null when there is none. */
  | { readonly kind: 'NoInstrument'; readonly standardCode: string; readonly fault: string | null };

/** The refusal of an act for a fact that a function of it found. */
export function guardedAct(row: CertificationRow, command: CaseCommand['kind'], guard: GuardRefusal): Result<never, ActRefusal> {
  return fail({ kind: 'Guarded', guard, status: row.status, command });
}

/**
 * The case has taken the step, its saga has moved as far as that allows, and the act is on record: one transaction. A case that is there already stays
 * as it is, without another entry. Answers the case's id.
 */
export async function actOnCase(tx: Tx, act: CaseAct): Promise<Result<string, ActRefusal>> {
  const { certificationId, actor, why, now, seenSeq } = act;
  const { tenantId } = actor;
  if (!(await hasCase(tx, tenantId, certificationId))) return fail({ kind: 'NotFound' });
  const row = await lockCase(tx, tenantId, certificationId);
  if (!(await act.mayActOn(row, tx, actor))) return fail({ kind: 'NotFound' });
  const decided = typeof act.command === 'function' ? await act.command(tx, row, { actor, now }) : ok(act.command);
  if (!decided.ok) return decided;
  const command = decided.value;
  if (act.onlyIn !== undefined && row.status !== act.onlyIn && !isKnown(caseOf(row), command))
    return fail({ kind: 'NotPossible', expected: [act.onlyIn], status: row.status, command: command.kind });
  const expectedVersion = seenSeq === undefined ? undefined : row.version - (row.seq - seenSeq);
  const detail = { actor: actor.userId };
  const taken = await applyTransition(tx, { tenantId, certificationId, command, expectedVersion, detail, now });
  if (!taken.ok) return taken.error.kind === 'AlreadyKnown' ? ok(certificationId) : taken;
  await act.alongside?.(tx, taken.value, { actor, now });
  await catchUp(tx, taken.value, now);
  await recordAudit(tx, {
    principal: actor,
    action: act.action,
    subject: certificationId,
    why,
    detail: { from: row.status, to: taken.value.status },
    at: now,
  });
  return ok(certificationId);
}
