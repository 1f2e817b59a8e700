import type { DomainEvent } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import type { AuthorityNews, CaseRefusal } from '../domain/case.ts';
import { applyTransition, type CertificationRow, lockCase } from '../store/certification.ts';
import type { CertificationWorker } from '../worker-context.ts';
import { catchUp } from './certification.ts';

/**
 * The case bears the news, and its saga has moved as far as the news allows. Answers the case when the news changed it.
 * News that is known, late, of another attempt, or after the end changes nothing: the last two are logged for a person to see.
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
  const taken = await applyTransition(tx, { tenantId, certificationId, command: news, detail: { ...news }, now });
  if (!taken.ok) {
    const level = isExpected(taken.error) ? 'debug' : 'warn';
    logger[level](
      { tenantId, certificationId, eventId: event.id, refusal: taken.error },
      'news of the authority changed nothing',
    );
  }
  await catchUp(tx, taken.ok ? taken.value : await lockCase(tx, tenantId, certificationId), now);
  return taken.ok ? taken.value : undefined;
}

function isExpected(refusal: CaseRefusal): boolean {
  return refusal.kind === 'AlreadyKnown' || refusal.kind === 'Overtaken';
}
