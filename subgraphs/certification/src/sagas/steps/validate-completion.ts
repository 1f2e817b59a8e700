import { DAY_MS } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { policiesOf } from '@academy/platform/events';
import { isOpen } from '../../domain/case.ts';
import { type EvaluationRefusal, evaluateCompletion } from '../../domain/evaluation.ts';
import { caseOf } from '../../store/case-row.ts';
import { findCertificateOf, requestCertificate, revokeCertificate } from '../../store/certificate.ts';
import { applyTransition, type CertificationRow, lockCase } from '../../store/certification.ts';
import { findCompletion } from '../../store/completion.ts';
import { requestNotification } from '../ask.ts';
import { required } from '../required-transition.ts';
import type { CertificationStep } from '../saga-state.ts';

/** A tenant that changes its policy back finds its cases going on within this time. */
const POLICY_LOOK_MS = DAY_MS;

/**
 * The candidate is judged by the IEC rule on the evidence of her completion, by the service. COMPETENTE: a certificate is requested.
 * TODAVÍA NO COMPETENTE: the case ends there, and she is told. Where the tenant's evaluators judge, the case stays REGISTERED.
 */
export const validateCompletion: CertificationStep = {
  name: 'validateCompletion',
  kind: 'compensable',
  async run(tx, { tenantId, subject }, { clock, logger }) {
    const now = clock.now();
    const row = await lockCase(tx, tenantId, subject);
    const { evaluation } = await policiesOf(tx, tenantId);
    if (evaluation === 'ACCREDITED_EVALUATOR') {
      logger.info(
        { tenantId, certificationId: subject },
        'an accredited evaluator judges in this tenant: the case stays REGISTERED',
      );
      return { kind: 'wait', until: new Date(now.getTime() + POLICY_LOOK_MS) };
    }
    if (row.status !== 'REGISTERED') return { kind: 'refused', reason: `The case is ${row.status} and cannot be judged.` };
    const change = { tenantId, certificationId: subject, now };
    await required(applyTransition(tx, { ...change, command: { kind: 'beginEvaluation' } }));
    const completion = await findCompletion(tx, tenantId, row.enrollmentId);
    if (completion === undefined) throw new Error(`Enrolment ${row.enrollmentId} has no completion.`);
    const judged = evaluateCompletion(completion);
    if (!judged.ok) {
      await required(
        applyTransition(tx, { ...change, command: { kind: 'close' }, detail: { judgedBy: 'service', ...judged.error } }),
      );
      return { kind: 'refused', reason: unjudgeable(judged.error) };
    }
    const isCompetent = judged.value.verdict === 'COMPETENTE';
    const detail = { judgedBy: 'service', ...judged.value };
    const after = await required(applyTransition(tx, { ...change, command: { kind: 'judge', isCompetent }, detail }));
    if (!isCompetent) {
      await requestNotification(tx, after, 'certification.not-yet-competent', now);
      return { kind: 'refused', reason: 'The candidate is not yet competent.' };
    }
    await requestCertificate(tx, after, now);
    return { kind: 'done' };
  },
  async undo(tx, { tenantId, subject }, { clock }) {
    await takeBack(tx, await lockCase(tx, tenantId, subject), clock.now());
  },
};

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
