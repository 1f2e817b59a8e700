import { certificationStatusChanged } from '@academy/contracts';
import { fail, ok, type Result } from '@academy/kernel';
import { findCentreOf } from '@academy/platform/centres';
import { sagas, type Tx } from '@academy/platform/db';
import { emit, policiesOf } from '@academy/platform/events';
import { derivedId, newId } from '@academy/platform/ids';
import { and, eq } from 'drizzle-orm';
import type { CaseCommand } from '../domain/case/commands.ts';
import { pathOf } from '../domain/case/opening.ts';
import type { CaseRefusal } from '../domain/case/refusals.ts';
import { transition } from '../domain/case/transition.ts';
import { standardMajorOf } from '../domain/standard-major.ts';
import { toldOf } from '../domain/told-steps.ts';
import { certificationEvents, certifications } from '../tables/cases.ts';
import { caseOf, columnsOf } from './case-row.ts';
import type { CompletionRow } from './completion.ts';
import { revokeCredential } from './credential.ts';
import { tellPeople } from './tell-people.ts';

export type CertificationRow = typeof certifications.$inferSelect;

/** Name of the saga that works for a case; its subject is the case's id. */
export const SAGA_NAME = 'certification';

/** Where a case comes from, when it follows another: the one that it tries again, or redoes. */
export type CaseOrigin = { readonly retryOf?: string; readonly redoOf?: string };

/**
 * A case is open for this completion, in the centre that the candidate stands in, in REGISTERED, on the path that its tenant has decided on (what redoes another always on an evaluator's), with its first history entry and its event. Undefined
 * when the candidate has an open case for the same standard already: nothing changes.
 */
export async function openCase(
  tx: Tx,
  completion: CompletionRow,
  now: Date,
  origin: CaseOrigin = {},
): Promise<CertificationRow | undefined> {
  const { tenantId, standardCode } = completion;
  const { evaluation } = await policiesOf(tx, tenantId);
  // The service would judge the same evidence in the same way.
  const isRedo = origin.redoOf !== undefined;
  const centreId = await findCentreOf(tx, tenantId, completion.learnerId);
  const [row] = await tx
    .insert(certifications)
    .values({
      tenantId,
      id: newId(),
      candidateId: completion.learnerId,
      courseId: completion.courseId,
      courseTitle: completion.courseTitle,
      enrollmentId: completion.enrollmentId,
      instructorId: completion.instructorId,
      centreId,
      standardCode,
      standardMajor: standardCode === null ? null : standardMajorOf(standardCode),
      path: pathOf(isRedo ? 'ACCREDITED_EVALUATOR' : evaluation, standardCode),
      ...origin,
      status: 'REGISTERED',
      isOpen: true,
      seq: 1,
      openedAt: now,
      changedAt: now,
    })
    .onConflictDoNothing()
    .returning();
  if (row !== undefined) await recordOpening(tx, row, { ...origin });
  return row;
}

/** The history and the event of a case that was just opened. */
export async function recordOpening(tx: Tx, row: CertificationRow, detail: Readonly<Record<string, unknown>>): Promise<void> {
  await recordEntry(tx, row, null, detail);
}

/** A step for a case. `detail` is what it rests on; `expectedVersion` that of the case which was decided on, when it was read before. */
export type CaseChange = {
  readonly tenantId: string;
  readonly certificationId: string;
  readonly command: CaseCommand;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly expectedVersion?: number | undefined;
  readonly now: Date;
};

/** The case was changed since it was decided on: decide again on the case as it is. */
export type StaleVersion = Pick<CaseRefusal, 'status' | 'command'> & {
  readonly kind: 'StaleVersion';
  readonly expected: number;
  readonly came: number;
};

/**
 * The case has taken the step that the command leads to: state, version, history entry `seq + 1` and event in one. Or it stays as it is, and why.
 * The saga's row is locked before the case's, as the engine does it, so that the two never wait for each other.
 * Throws when the tenant has no such case.
 */
export async function applyTransition(tx: Tx, change: CaseChange): Promise<Result<CertificationRow, CaseRefusal | StaleVersion>> {
  const { command, expectedVersion, now } = change;
  const row = await lockCase(tx, change.tenantId, change.certificationId);
  const { status, version } = row;
  if (expectedVersion !== undefined && expectedVersion !== version)
    return fail({ kind: 'StaleVersion', status, command: command.kind, expected: version, came: expectedVersion });
  const decided = transition(caseOf(row), command);
  if (!decided.ok) return decided;
  const { next } = decided.value;
  const [changed] = await tx
    .update(certifications)
    .set({ ...columnsOf(next, row), seq: row.seq + 1, version: version + 1, changedAt: now })
    .where(and(eq(certifications.tenantId, row.tenantId), eq(certifications.id, row.id), eq(certifications.version, version)))
    .returning();
  if (changed === undefined) throw new Error('A case changed while its row was locked.');
  // Who holds a revoked certificate is no longer attested to hold it.
  if (changed.status === 'REVOKED')
    await revokeCredential(tx, { tenantId: row.tenantId, certificationId: row.id, kind: 'COMPETENCY' }, now);
  await recordEntry(tx, changed, status, change.detail ?? {});
  return ok(changed);
}

/** The case, locked until the transaction ends, after the saga that works for it. Throws when the tenant has no such case. */
export async function lockCase(tx: Tx, tenantId: string, certificationId: string): Promise<CertificationRow> {
  await tx
    .select({ id: sagas.id })
    .from(sagas)
    .where(and(eq(sagas.tenantId, tenantId), eq(sagas.name, SAGA_NAME), eq(sagas.subject, certificationId)))
    .for('update');
  const [row] = await tx
    .select()
    .from(certifications)
    .where(and(eq(certifications.tenantId, tenantId), eq(certifications.id, certificationId)))
    .for('update');
  if (row === undefined) throw new Error(`There is no certification ${certificationId} in this tenant.`);
  return row;
}

/** History entry and event of the state that the row is in now; the candidate is told, where this is a step that she is told of. */
async function recordEntry(
  tx: Tx,
  row: CertificationRow,
  previousStatus: CertificationRow['status'] | null,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { tenantId, id: certificationId, seq, status, hold, changedAt } = row;
  const id = entryId(certificationId, seq);
  await tx
    .insert(certificationEvents)
    .values({ tenantId, certificationId, seq, id, previousStatus, status, hold, detail, occurredAt: changedAt });
  const { candidateId, courseId, enrollmentId, standardCode } = row;
  await emit(tx, certificationStatusChanged, {
    tenantId,
    id,
    subject: certificationId,
    occurredAt: changedAt,
    data: { certificationId, seq, previousStatus, status, hold, candidateId, courseId, enrollmentId, standardCode },
  });
  const told = toldOf(previousStatus, row);
  if (told !== undefined) await tellPeople(tx, row, told, changedAt);
}

/** Id of a history entry and of the event that tells of it: always the same for one case and number. */
export function entryId(certificationId: string, seq: number): string {
  return derivedId(certificationId, `seq:${seq}`);
}
