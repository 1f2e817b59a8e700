import { DAY_MS } from '@academy/kernel';
import { needsDictamen } from '../../domain/case/guards.ts';
import { findStandingCertificate } from '../../store/certificate.ts';
import { applyTransition, lockCase } from '../../store/certification.ts';
import { requestSubmission } from '../ask.ts';
import { isTakenByAuthority } from '../outcome.ts';
import { required } from '../required-transition.ts';
import type { CertificationStep } from '../saga-state.ts';
import { submissionTerms } from '../submission-terms.ts';

/** News ends the wait; the step looks by itself this often, should the saga have missed it. */
const LOOK_MS = DAY_MS;

/** A gate may hold a case as long as the tenant lets it, and an outage may last; a case that still has not been handed in, or that no evaluator has moved for so long, is then for a person. */
const TAKEN_WITHIN_MS = 180 * DAY_MS;

/**
 * Conocer is asked to submit the case, once, and the authority has it. From here on the saga only goes forward. There is nothing to submit
 * without a standard, and nothing of an evaluator's case, or of one that goes in a lot, before its dictamen. A certificate that two persons revoked meanwhile is not submitted, and
 * neither is a case of somebody who holds a valid certificate of competency for the standard: the case is closed.
 */
export const submitToConocer: CertificationStep = {
  name: 'submitToConocer',
  kind: 'pivot',
  deadline: { afterMs: TAKEN_WITHIN_MS, atEnd: 'park' },
  async run(tx, { tenantId, subject }, { clock }) {
    const now = clock.now();
    const row = await lockCase(tx, tenantId, subject);
    if (row.standardCode === null || isTakenByAuthority(row)) return { kind: 'done' };
    const { authority, facts } = await submissionTerms(tx, row);
    const isReady = row.status === 'RESULTS_DELIVERED' && !needsDictamen(row.path, facts.route);
    if (isReady || row.status === 'RULED_VALID') {
      const certificate = await findStandingCertificate(tx, row);
      if (certificate === undefined) throw new Error(`Certification ${subject} has no certificate to submit.`);
      const change = { tenantId, certificationId: subject, now };
      if (certificate.status === 'REVOKED') {
        await required(applyTransition(tx, { ...change, command: { kind: 'close' }, detail: { certificate: 'REVOKED' } }));
        return { kind: 'done' };
      }
      // Whoever holds a valid certificate for the standard is issued no second: there is nothing to submit.
      if (facts.validCertificate !== null) {
        const detail = { validCertificate: facts.validCertificate.folio };
        await required(applyTransition(tx, { ...change, command: { kind: 'close' }, detail }));
        return { kind: 'done' };
      }
      const command = { kind: 'prepareSubmission', facts } as const;
      const prepared = await required(applyTransition(tx, { ...change, command }));
      await requestSubmission(tx, { ...prepared, standardCode: row.standardCode }, certificate, authority, now);
    }
    const until = new Date(now.getTime() + LOOK_MS);
    // People work on the case: as long as it moves, it is nobody's to look after.
    return row.path === 'ACCREDITED_EVALUATOR' ? { kind: 'wait', until, since: row.changedAt } : { kind: 'wait', until };
  },
};
