import { DAY_MS, unreachable } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import type { StepOutcome } from '@academy/platform/saga';
import { isOpen } from '../../domain/case/phases.ts';
import { type EvaluationRefusal, evaluateCompletion } from '../../domain/evaluation.ts';
import { caseOf } from '../../store/case-row.ts';
import { findCertificateOf, findStandingCertificate, requestCertificate, revokeCertificate } from '../../store/certificate.ts';
import { applyTransition, type CertificationRow, lockCase } from '../../store/certification.ts';
import { findCompletion } from '../../store/completion.ts';
import { requestNotification } from '../ask.ts';
import { required } from '../required-transition.ts';
import type { CertificationStep, SagaState } from '../saga-state.ts';

/** What ends the wait is told to the saga; the step looks by itself this often, should the saga have missed it. */
const LOOK_MS = DAY_MS;

/** A case that is held for a year is for a person: nobody's case is closed unseen. */
const HELD_WITHIN_MS = 365 * DAY_MS;

/**
 * Where the service judges, the candidate is judged, by the IEC rule on the evidence of her completion. COMPETENTE: a certificate is requested. TODAVÍA NO
 * COMPETENTE: the case ends there, and she is told. Where an evaluator is to judge, the completed course has its certificate at once: it never waits for the case.
 */
export const validateCompletion: CertificationStep = {
  name: 'validateCompletion',
  kind: 'compensable',
  deadline: { afterMs: HELD_WITHIN_MS, atEnd: 'park' },
  async run(tx, { tenantId, subject }, { clock }) {
    const now = clock.now();
    const row = await lockCase(tx, tenantId, subject);
    switch (row.path) {
      case 'AUTOMATIC_FROM_ASSESSMENT':
        return row.status === 'ON_HOLD' ? lookLater(now) : judgeByService(tx, row, now);
      case 'ACCREDITED_EVALUATOR':
        return certifyCourse(tx, row, now);
      case 'REVERSAL':
        return { kind: 'refused', reason: 'Nobody is judged in a case of a late reversal.' };
      default:
        return unreachable(row.path);
    }
  },
  async undo(tx, { tenantId, subject }, { clock }) {
    await takeBack(tx, await lockCase(tx, tenantId, subject), clock.now());
  },
};

type Outcome = StepOutcome<SagaState>;

function lookLater(now: Date): Outcome {
  return { kind: 'wait', until: new Date(now.getTime() + LOOK_MS) };
}

async function judgeByService(tx: Tx, row: CertificationRow, now: Date): Promise<Outcome> {
  if (row.status !== 'REGISTERED') return { kind: 'refused', reason: `The case is ${row.status} and cannot be judged.` };
  const change = { tenantId: row.tenantId, certificationId: row.id, now };
  await required(applyTransition(tx, { ...change, command: { kind: 'beginEvaluation' } }));
  const completion = await findCompletion(tx, row.tenantId, row.enrollmentId);
  if (completion === undefined) throw new Error(`Enrolment ${row.enrollmentId} has no completion.`);
  const iec = evaluateCompletion(completion);
  if (!iec.ok) {
    const detail = { judgedBy: 'service', ...iec.error };
    await required(applyTransition(tx, { ...change, command: { kind: 'close' }, detail }));
    return { kind: 'refused', reason: unjudgeable(iec.error) };
  }
  const isCompetent = iec.value.verdict === 'COMPETENTE';
  const command = { kind: 'judge', isCompetent, iec, override: null } as const;
  const after = await required(applyTransition(tx, { ...change, command, detail: { judgedBy: 'service', ...iec.value } }));
  if (!isCompetent) return tellNotYet(tx, after, now);
  await requestCertificate(tx, after, now);
  return { kind: 'done' };
}

/** The academy certifies the course that was completed, once; what the evaluator says is of the standard. */
async function certifyCourse(tx: Tx, row: CertificationRow, now: Date): Promise<Outcome> {
  if (row.status === 'WITHDRAWN' || row.status === 'CLOSED')
    return { kind: 'refused', reason: `The case ended as ${row.status}.` };
  if ((await findStandingCertificate(tx, row)) === undefined) await requestCertificate(tx, row, now);
  return { kind: 'done' };
}

async function tellNotYet(tx: Tx, row: CertificationRow, now: Date): Promise<Outcome> {
  await requestNotification(tx, row, 'certification.not-yet-competent', now);
  return { kind: 'refused', reason: 'The candidate is not yet competent.' };
}

/** The certificate that was not issued never will be, and the case is closed. What has ended by itself stays as it is. */
async function takeBack(tx: Tx, row: CertificationRow, now: Date): Promise<void> {
  const certificate = await findCertificateOf(tx, row.tenantId, row.id);
  if (certificate !== undefined) await revokeCertificate(tx, certificate, 'La emisión del certificado no pudo completarse.', now);
  if (!isOpen(caseOf(row))) return;
  await required(
    applyTransition(tx, {
      tenantId: row.tenantId,
      certificationId: row.id,
      command: { kind: 'close' },
      detail: { closedBy: 'service' },
      now,
    }),
  );
}

function unjudgeable(refusal: EvaluationRefusal): string {
  return `The evidence cannot be judged: ${refusal.kind}.`;
}
