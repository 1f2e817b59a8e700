import type { DomainEvent } from '@academy/contracts';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import type { AuthorityNews } from '../domain/case/commands.ts';
import type { CaseRefusal, Reversal } from '../domain/case/refusals.ts';
import { applyTransition, type CertificationRow, lockCase, type StaleVersion } from '../store/certification.ts';
import { openReversal } from '../store/reversal.ts';
import type { CertificationWorker } from '../worker-context.ts';
import { catchUp } from './certification.ts';

/**
 * The case bears the news, and its saga has moved as far as the news allows. Answers the case when the news changed it.
 * News that is known, late, of another attempt, or after the end changes nothing: the last two are logged for a person to see. What contradicts a
 * verdict opens a case of its own, held until a person has decided.
 */
export async function takeNews(
  tx: Tx,
  event: DomainEvent<{ readonly certificationId: string }>,
  news: AuthorityNews,
  { clock, logger }: CertificationWorker,
): Promise<CertificationRow | undefined> {
  const { tenantId, data } = event;
  const { certificationId } = data;
  const now = clock.now();
  const taken = await applyTransition(tx, { tenantId, certificationId, command: news, detail: toldBy(news), now });
  if (!taken.ok) {
    const level = isExpected(taken.error) ? 'debug' : 'warn';
    logger[level](
      { tenantId, certificationId, eventId: event.id, refusal: taken.error },
      'news of the authority changed nothing',
    );
  }
  const row = taken.ok ? taken.value : await lockCase(tx, tenantId, certificationId);
  await catchUp(tx, row, now);
  if (!taken.ok && taken.error.kind === 'LateReversal') await putReversalOnRecord(tx, row, taken.error.reversal, now);
  return taken.ok ? taken.value : undefined;
}

/** The history keeps what the authority told, not what we looked up for it. */
function toldBy(news: AuthorityNews): Readonly<Record<string, unknown>> {
  if (news.kind !== 'recordIssued') return { ...news };
  const { folioOf: _lookedUp, ...told } = news;
  return told;
}

/** A case is held for a person to decide on the contradiction, and the audit log tells of it; once, however often it is told. */
async function putReversalOnRecord(tx: Tx, row: CertificationRow, reversal: Reversal, now: Date): Promise<void> {
  const opened = await openReversal(tx, row, reversal, now);
  if (opened === undefined) return;
  const principal = { kind: 'service', tenantId: row.tenantId, service: 'certification-worker', scopes: [] } as const;
  const detail = { certificationId: row.id, reversal: reversal.kind, attempt: reversal.attempt };
  await recordAudit(tx, { principal, action: 'certification.late-reversal', subject: opened.id, detail, at: now });
}

function isExpected(refusal: CaseRefusal | StaleVersion): boolean {
  return refusal.kind === 'AlreadyKnown' || refusal.kind === 'Overtaken';
}
