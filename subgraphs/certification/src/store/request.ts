import type { Tx } from '@academy/platform/db';
import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import { requests } from '../tables/cases.ts';

/** What a case asks of another island. `key` tells one question of a kind from the next: the attempt, or the topic. */
export type Question = {
  readonly tenantId: string;
  readonly certificationId: string;
  readonly kind: (typeof requests.$inferSelect)['kind'];
  readonly key: string;
};

/** `asked`: the question was written down just now and must be sent. `waiting`, `answered`: it was asked before. */
export type AskOutcome = 'asked' | 'waiting' | 'answered';

/** The question is written down, once; and once more for each time that a person had its step tried again (`retries`) and it waits still. */
export async function askOnce(tx: Tx, question: Question, now: Date, retries = 0): Promise<AskOutcome> {
  const asked = await tx
    .insert(requests)
    .values({ ...question, retries, askedAt: now })
    .onConflictDoNothing()
    .returning({ key: requests.key });
  if (asked.length > 0) return 'asked';
  const askedAgain = await tx
    .update(requests)
    .set({ retries })
    .where(and(isQuestion(question), isNull(requests.answeredAt), lt(requests.retries, retries)))
    .returning({ key: requests.key });
  if (askedAgain.length > 0) return 'asked';
  return (await isAnswered(tx, question)) ? 'answered' : 'waiting';
}

/** Whether the question was asked and answered. */
export async function isAnswered(tx: Tx, question: Question): Promise<boolean> {
  const [row] = await tx.select({ answeredAt: requests.answeredAt }).from(requests).where(isQuestion(question));
  return row !== undefined && row.answeredAt !== null;
}

/**
 * The question that the answer names is answered, if it waits; without a name the oldest of the kind that waits: islands answer the questions of one case in the
 * order in which they were asked. The same answer again (by `answerId`) answers nothing more. The caller holds the case's row lock.
 */
export async function recordAnswer(
  tx: Tx,
  answer: Omit<Question, 'key'> & { readonly key?: string | undefined; readonly answerId: string; readonly now: Date },
): Promise<void> {
  const ofKind = and(
    eq(requests.tenantId, answer.tenantId),
    eq(requests.certificationId, answer.certificationId),
    eq(requests.kind, answer.kind),
  );
  const [known] = await tx
    .select({ key: requests.key })
    .from(requests)
    .where(and(ofKind, eq(requests.answerId, answer.answerId)));
  if (known !== undefined) return;
  const [oldest] = await tx
    .select({ key: requests.key })
    .from(requests)
    .where(and(ofKind, isNull(requests.answeredAt), answer.key === undefined ? undefined : eq(requests.key, answer.key)))
    .orderBy(asc(requests.position))
    .limit(1);
  if (oldest === undefined) return;
  await tx
    .update(requests)
    .set({ answeredAt: answer.now, answerId: answer.answerId })
    .where(and(ofKind, eq(requests.key, oldest.key)));
}

function isQuestion({ tenantId, certificationId, kind, key }: Question) {
  return and(
    eq(requests.tenantId, tenantId),
    eq(requests.certificationId, certificationId),
    eq(requests.kind, kind),
    eq(requests.key, key),
  );
}
