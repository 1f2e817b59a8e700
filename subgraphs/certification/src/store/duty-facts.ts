import type { Tx } from '@academy/platform/db';
import { and, eq } from 'drizzle-orm';
import type { DutyFact, DutyFacts } from '../domain/separation-of-duties.ts';
import { standardMajorOf } from '../domain/standard-major.ts';
import { completions } from '../tables.ts';

/** What is known by event of who taught whom: courses that the candidate completed, each with its instructor and its standard. */
export function dutyFactsIn(tx: Tx, tenantId: string): DutyFacts {
  return {
    async of(personId, candidateId) {
      const rows = await tx
        .select({ standardCode: completions.standardCode, at: completions.completedAt })
        .from(completions)
        .where(
          and(eq(completions.tenantId, tenantId), eq(completions.instructorId, personId), eq(completions.learnerId, candidateId)),
        );
      return rows.map(
        ({ standardCode, at }): DutyFact => ({
          personId,
          candidateId,
          standardMajor: standardCode === null ? null : standardMajorOf(standardCode),
          duty: 'TAUGHT',
          at,
        }),
      );
    },
  };
}
