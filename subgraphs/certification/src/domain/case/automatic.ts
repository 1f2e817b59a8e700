import { ok } from '@academy/kernel';
import type { CaseCommand } from './commands.ts';
import type { SubmissionFacts } from './facts.ts';
import type { CaseStatus } from './phases.ts';

/** What a submission without a person rests on: no fee, no lot; what conocer checks when it sends is left to it. */
export const DIRECT_SUBMISSION: SubmissionFacts = {
  route: 'DIRECT',
  fee: { dueCents: 0, paidCents: 0 },
  curp: 'CHECKED_BY_CONOCER',
  photo: 'CHECKED_BY_CONOCER',
  validCertificate: null,
  gate: 'CHECKED_BY_CONOCER',
};

/** By which command a case of the automatic path goes on from here towards a submission, with a competent candidate; undefined where it does not by itself. */
export function nextAutomaticCommand(status: CaseStatus): CaseCommand | undefined {
  switch (status) {
    case 'REGISTERED':
      return { kind: 'beginEvaluation' };
    case 'EVALUATING': {
      const iec = ok({ verdict: 'COMPETENTE', score: 100, minimumScore: 80 } as const);
      return { kind: 'judge', isCompetent: true, iec, override: null };
    }
    case 'JUDGED_COMPETENT':
      return { kind: 'deliverResults', portfolioRoot: null };
    case 'RESULTS_DELIVERED':
    case 'REJECTED':
      return { kind: 'prepareSubmission', facts: DIRECT_SUBMISSION };
    default:
      return undefined;
  }
}
