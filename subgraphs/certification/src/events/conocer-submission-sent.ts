import { type DomainEvent, submissionSent } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { type Reaction, reaction } from '@academy/platform/events';
import { submissionTerms } from '../sagas/submission-terms.ts';
import { takeNews } from '../sagas/take-news.ts';
import { applyTransition, lockCase } from '../store/certification.ts';
import type { CertificationWorker } from '../worker-context.ts';

type Sent = DomainEvent<ReturnType<(typeof submissionSent)['data']['parse']>>;

/** The authority has the submission: a job sent it, or a person carried it there. */
export const onSubmissionSent: Reaction<CertificationWorker> = reaction(
  'submission-sent',
  submissionSent,
  async (tx, event, context) => {
    if (event.data.handedOverBy !== null) await submitByHand(tx, event, context);
    await takeNews(tx, event, { kind: 'recordSent', attempt: event.data.attempt }, context);
  },
);

/**
 * What a person handed over is submitted by her, under the same guards once more. When they refuse, the authority has it all the same: it is put in the log, and then
 * told as news.
 */
async function submitByHand(
  tx: Tx,
  { tenantId, id: eventId, data }: Sent,
  { clock, logger }: CertificationWorker,
): Promise<void> {
  const { certificationId, attempt, handedOverBy } = data;
  const row = await lockCase(tx, tenantId, certificationId);
  const { facts } = await submissionTerms(tx, row);
  const missed = row.hold === 'SOLARPUNK_COMPLIANCE' ? row.missedCriteria : [];
  const gate = { policy: 'GATE', missed } as const;
  const command = { kind: 'submit', attempt, facts: { ...facts, gate } } as const;
  const change = { tenantId, certificationId, command, detail: { actor: handedOverBy }, now: clock.now() };
  const taken = await applyTransition(tx, change);
  if (!taken.ok && taken.error.kind === 'Guarded')
    logger.warn({ tenantId, certificationId, eventId, refusal: taken.error }, 'what a person handed over should not have been');
}
