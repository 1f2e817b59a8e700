import { unreachable } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, eq, inArray, lte, type SQL } from 'drizzle-orm';
import { FACT_KINDS, type Fact } from '../domain/fact.ts';
import { facts } from '../tables.ts';

/** What a fact is taken from; `occurredAt` is RFC 3339. */
export type FactSource = { readonly tenantId: string; readonly id: string; readonly occurredAt: string };

/** Each fact is stored under its event, once, however often that is tried. Answers how many of them are new. */
export async function recordFacts(
  tx: Tx,
  entries: readonly { readonly event: FactSource; readonly fact: Fact }[],
): Promise<number> {
  if (entries.length === 0) return 0;
  const added = await tx
    .insert(facts)
    .values(
      entries.map(({ event, fact }) => ({
        ...fact,
        tenantId: event.tenantId,
        eventId: event.id,
        occurredAt: new Date(event.occurredAt),
      })),
    )
    .onConflictDoNothing()
    .returning({ eventId: facts.eventId });
  return added.length;
}

/**
 * Whether figures of the completion report can differ once the fact is stored. Not by an enrolment in a course that has a row already, nor by a
 * completion that follows the learner's first: facts are only ever added, so what is committed now keeps these without effect.
 */
export async function canChangeFigures(tx: Tx, event: FactSource, fact: Fact): Promise<boolean> {
  switch (fact.kind) {
    case 'ENROLLMENT_STARTED':
      return !(await anyFact(tx, event.tenantId, inArray(facts.kind, KINDS_WITH_COURSE), eq(facts.courseId, fact.courseId)));
    case 'COURSE_COMPLETED':
      return !(await anyFact(
        tx,
        event.tenantId,
        eq(facts.kind, fact.kind),
        eq(facts.courseId, fact.courseId),
        eq(facts.learnerId, fact.learnerId),
        lte(facts.occurredAt, new Date(event.occurredAt)),
      ));
    case 'CERTIFICATE_ISSUED':
    case 'CERTIFICATE_REVOKED':
    case 'OFFICIAL_CERTIFICATE_ISSUED':
      return true;
    default:
      return unreachable(fact);
  }
}

const KINDS_WITH_COURSE = FACT_KINDS.filter((kind) => kind !== 'CERTIFICATE_REVOKED');

async function anyFact(tx: Tx, tenantId: string, ...conditions: SQL[]): Promise<boolean> {
  const rows = await tx
    .select({ eventId: facts.eventId })
    .from(facts)
    .where(and(eq(facts.tenantId, tenantId), ...conditions))
    .limit(1);
  return rows.length > 0;
}

/** Those of the events that a fact is stored under, whatever time it bears. */
export async function knownEventIds(tx: Tx, tenantId: string, eventIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ eventId: facts.eventId })
    .from(facts)
    .where(and(eq(facts.tenantId, tenantId), inArray(facts.eventId, [...eventIds])));
  return new Set(rows.map((row) => row.eventId));
}
