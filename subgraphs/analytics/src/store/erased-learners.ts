import { randomUUID } from 'node:crypto';
import type { DataSubject } from '@academy/platform/data-subject';
import type { Tx } from '@academy/platform/db';
import { and, eq, inArray } from 'drizzle-orm';
import type { Fact } from '../domain/fact.ts';
import { erasedLearners, facts, watermarks } from '../tables.ts';

/** The facts, those of people who were erased lately under what stands in their place. */
export async function underPseudonyms(tx: Tx, tenantId: string, told: readonly Fact[]): Promise<Fact[]> {
  if (told.length === 0) return [];
  const ids = [...new Set(told.map(({ learnerId }) => learnerId))];
  const rows = await tx
    .select()
    .from(erasedLearners)
    .where(and(eq(erasedLearners.tenantId, tenantId), inArray(erasedLearners.learnerId, ids)));
  const pseudonyms = new Map(rows.map(({ learnerId, pseudonym }) => [learnerId, pseudonym]));
  return told.map((fact) => ({ ...fact, learnerId: pseudonyms.get(fact.learnerId) ?? fact.learnerId }));
}

/**
 * No fact bears the person's id any more, and none that comes late will: another takes its place in all of them, so that no figure changes. Asked again,
 * it keeps the one that was drawn first.
 */
export async function eraseFromFacts(tx: Tx, { tenantId, subjectId }: DataSubject, now: Date): Promise<void> {
  // Whoever counts a fact holds the mark of its island: none is added meanwhile that did not see the row below.
  await tx.select().from(watermarks).where(eq(watermarks.tenantId, tenantId)).orderBy(watermarks.producer).for('update');
  const isHers = and(eq(erasedLearners.tenantId, tenantId), eq(erasedLearners.learnerId, subjectId));
  // Random, not one of ours: their time would say when she was erased.
  await tx
    .insert(erasedLearners)
    .values({ tenantId, learnerId: subjectId, pseudonym: randomUUID(), erasedAt: now })
    .onConflictDoNothing();
  const [row] = await tx.select().from(erasedLearners).where(isHers);
  if (row === undefined) throw new Error('The database took a pseudonym and has none.');
  await tx
    .update(facts)
    .set({ learnerId: row.pseudonym })
    .where(and(eq(facts.tenantId, tenantId), eq(facts.learnerId, subjectId)));
}

/** Nothing says any more which pseudonym was the person's. */
export async function forgetPseudonym(tx: Tx, { tenantId, subjectId }: DataSubject): Promise<void> {
  await tx.delete(erasedLearners).where(and(eq(erasedLearners.tenantId, tenantId), eq(erasedLearners.learnerId, subjectId)));
}
