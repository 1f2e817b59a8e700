import type { DataSource } from '@academy/platform/data-subject';
import { and, asc, eq, gt } from 'drizzle-orm';
import { facts } from '../tables.ts';

/** All that this island keeps of a person: the facts that reports are made of. */
export const dataSources: readonly DataSource[] = [
  {
    kind: 'fact',
    read: async (tx, { tenantId, subjectId }, { after, limit }) => {
      const { eventId, kind, courseId, objectId, occurredAt } = facts;
      const rows = await tx
        .select({ eventId, what: kind, courseId, objectId, occurredAt })
        .from(facts)
        .where(
          and(eq(facts.tenantId, tenantId), eq(facts.learnerId, subjectId), after === undefined ? undefined : gt(eventId, after)),
        )
        .orderBy(asc(eventId))
        .limit(limit);
      return rows.map((data) => ({ key: data.eventId, data }));
    },
  },
];
