import type { Tx } from '@academy/platform/db';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { CaseDuty } from '../domain/case-assignment.ts';
import type { DutyFact, DutyFacts } from '../domain/separation-of-duties.ts';
import { standardMajorOf } from '../domain/standard-major.ts';
import { caseAssignments, mentorings } from '../tables/assignments.ts';
import { completions } from '../tables/candidates.ts';
import { certificationEvents, certifications } from '../tables/cases.ts';
import { dictamenOpinions, verifications } from '../tables/lots.ts';

/** What whoever has or had the duty on a case has done. */
const DONE = { EVALUATOR: 'EVALUATED', VERIFIER: 'RULED', AUDITOR: 'AUDITED' } as const satisfies Record<
  CaseDuty,
  DutyFact['duty']
>;

/** States in which somebody with the duty did it; of an audit there are none, so that it counts once it was given. */
const DOING = {
  EVALUATOR: ['EVALUATING', 'JUDGED_COMPETENT', 'JUDGED_NOT_YET'],
  VERIFIER: ['VERIFIED', 'RULED_VALID', 'RULED_INVALID'],
} as const;

/**
 * What is known of who taught whom: courses that the candidate completed, each with its instructor, her mentor and its standard; and of who was assigned to a case
 * of hers, verified it or ruled on it. An assignment counts while it lasts, and for good once its case was worked on meanwhile: one that was a mistake, and undone before, counts for nothing.
 */
export function dutyFactsIn(tx: Tx, tenantId: string): DutyFacts {
  return {
    async of(personId, candidateId) {
      const [taught, accompanied, assigned, verified, ruled] = await Promise.all([
        findTaught(tx, tenantId, personId, candidateId),
        findAccompanied(tx, tenantId, personId, candidateId),
        findDuties(tx, tenantId, personId, candidateId),
        findVerified(tx, tenantId, personId, candidateId),
        findRuled(tx, tenantId, personId, candidateId),
      ]);
      const training = [...taught, ...accompanied].map(
        ({ standardCode, at }): DutyFact => ({
          personId,
          candidateId,
          standardMajor: standardCode === null ? null : standardMajorOf(standardCode),
          duty: 'TAUGHT',
          at,
        }),
      );
      const duties = assigned.map(
        ({ standardMajor, duty, at }): DutyFact => ({ personId, candidateId, standardMajor, duty: DONE[duty], at }),
      );
      const rulings = [...verified, ...ruled].map(
        ({ standardMajor, at }): DutyFact => ({ personId, candidateId, standardMajor, duty: 'RULED', at }),
      );
      return [...training, ...duties, ...rulings];
    },
  };
}

function findTaught(tx: Tx, tenantId: string, personId: string, candidateId: string) {
  return tx
    .select({ standardCode: completions.standardCode, at: completions.completedAt })
    .from(completions)
    .where(
      and(eq(completions.tenantId, tenantId), eq(completions.instructorId, personId), eq(completions.learnerId, candidateId)),
    );
}

/** A mentor teaches until the course is completed; until then, from now. */
function findAccompanied(tx: Tx, tenantId: string, personId: string, candidateId: string) {
  const ofIt = and(eq(completions.tenantId, mentorings.tenantId), eq(completions.enrollmentId, mentorings.enrollmentId));
  return tx
    .select({
      standardCode: mentorings.standardCode,
      at: sql`greatest(${mentorings.since}, coalesce(${completions.completedAt}, now()))`.mapWith(mentorings.since),
    })
    .from(mentorings)
    .leftJoin(completions, ofIt)
    .where(and(eq(mentorings.tenantId, tenantId), eq(mentorings.mentorId, personId), eq(mentorings.learnerId, candidateId)));
}

function findDuties(tx: Tx, tenantId: string, personId: string, candidateId: string) {
  const { duty, assignedAt, endedAt } = caseAssignments;
  const didIt = (of: keyof typeof DOING) => sql`(${duty} = ${of} and exists (select 1 from ${certificationEvents} done
    where done.tenant_id = ${caseAssignments.tenantId} and done.certification_id = ${caseAssignments.certificationId}
      and done.status in ${DOING[of]} and done.occurred_at > ${assignedAt} and done.occurred_at <= ${endedAt}))`;
  return tx
    .select({
      standardMajor: certifications.standardMajor,
      duty,
      at: sql`coalesce(${endedAt}, ${assignedAt})`.mapWith(assignedAt),
    })
    .from(caseAssignments)
    .innerJoin(
      certifications,
      and(eq(certifications.tenantId, caseAssignments.tenantId), eq(certifications.id, caseAssignments.certificationId)),
    )
    .where(
      and(
        eq(caseAssignments.tenantId, tenantId),
        eq(caseAssignments.personId, personId),
        eq(certifications.candidateId, candidateId),
        or(isNull(endedAt), eq(duty, 'AUDITOR'), didIt('EVALUATOR'), didIt('VERIFIER')),
      ),
    );
}

function findVerified(tx: Tx, tenantId: string, personId: string, candidateId: string) {
  const isOf = and(eq(certifications.tenantId, verifications.tenantId), eq(certifications.id, verifications.certificationId));
  return tx
    .select({ standardMajor: certifications.standardMajor, at: verifications.verifiedAt })
    .from(verifications)
    .innerJoin(certifications, isOf)
    .where(
      and(
        eq(verifications.tenantId, tenantId),
        eq(verifications.verifierId, personId),
        eq(certifications.candidateId, candidateId),
      ),
    );
}

function findRuled(tx: Tx, tenantId: string, personId: string, candidateId: string) {
  const isOf = and(
    eq(certifications.tenantId, dictamenOpinions.tenantId),
    eq(certifications.id, dictamenOpinions.certificationId),
  );
  return tx
    .select({ standardMajor: certifications.standardMajor, at: dictamenOpinions.ruledAt })
    .from(dictamenOpinions)
    .innerJoin(certifications, isOf)
    .where(
      and(
        eq(dictamenOpinions.tenantId, tenantId),
        eq(dictamenOpinions.rulerId, personId),
        eq(certifications.candidateId, candidateId),
      ),
    );
}
