import { type NotificationTopic, notificationRequested } from '@academy/contracts';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { derivedId } from '@academy/platform/ids';
import type { certifications } from '../tables/cases.ts';
import { type AskOutcome, askOnce, type Question } from './request.ts';

type Row = typeof certifications.$inferSelect;

/** What people are to be told of a case. */
export type Telling = {
  readonly topic: NotificationTopic;
  /** Tells one time from the next of the same topic; undefined: it happens once in the life of a case. */
  readonly occasion?: string | undefined;
  readonly days?: number;
  readonly lastDay?: string;
};

/**
 * Users is asked to tell, once for each case, topic and occasion, in the transaction of what happened; again for each of `retries` that finds no answer. Whom, and
 * by which way, users knows. The caller holds the case's row lock.
 */
export async function tellPeople(tx: Tx, row: Row, telling: Telling, now: Date, retries = 0): Promise<AskOutcome> {
  const question = tellingQuestion(row, telling);
  const outcome = await askOnce(tx, question, now, retries);
  if (outcome !== 'asked') return outcome;
  const name = `${question.kind}:${question.key}${retries === 0 ? '' : `:again:${retries}`}`;
  await emit(tx, notificationRequested, {
    tenantId: row.tenantId,
    // The same question always has the same event id; asked again, another.
    id: derivedId(row.id, name),
    subject: row.id,
    occurredAt: now,
    data: {
      certificationId: row.id,
      userId: row.candidateId,
      topic: telling.topic,
      courseTitle: row.courseTitle,
      officialFolio: row.officialFolio,
      rejectionReason: row.rejectionReason,
      missedCriteria: row.missedCriteria,
      days: telling.days ?? null,
      lastDay: telling.lastDay ?? null,
      occasion: question.key,
    },
  });
  return outcome;
}

/** What `tellPeople` asks. */
export function tellingQuestion(row: Pick<Row, 'tenantId' | 'id'>, { topic, occasion }: Telling): Question {
  const key = occasion === undefined ? topic : `${topic}:${occasion}`;
  return { tenantId: row.tenantId, certificationId: row.id, kind: 'NOTIFICATION', key };
}
