import type { CaseDuty, SeedAssignment, SeedCompletion, SeedHolder, SeedMentoring } from '@academy/contracts';
import { DAY_MS, seedId } from '@academy/kernel';
import type { seedPeople } from '@academy/users/seed';

type Person = ReturnType<typeof seedPeople>[number];

/** Long before anything that the seed tells of. */
const HELD_FOR_MS = 730 * DAY_MS;

/** Whose cases are evaluated, verified and audited, and who has a mentor: a few learners of each tenant, the others have nobody. */
const EVALUATED = ['learner-02', 'learner-03', 'learner-04', 'learner-05', 'learner-06', 'learner-28', 'learner-29'];
const AUDITED = ['learner-02', 'learner-28', 'learner-29'];
const ACCOMPANIED = ['learner-02', 'learner-03', 'learner-04'];

const DUTIES = [
  ['EVALUATOR', 'evaluator', EVALUATED],
  ['VERIFIER', 'verifier', EVALUATED],
  ['AUDITOR', 'auditor', AUDITED],
] as const satisfies readonly (readonly [CaseDuty, Person['personas'][number], readonly string[]])[];

/** Who may act under which persona, for the islands that are told of it by event otherwise. */
export function seedHolders(people: readonly Person[], now: Date): SeedHolder[] {
  const since = new Date(now.getTime() - HELD_FOR_MS);
  return people.flatMap(({ tenantId, userId: personId, personas }) =>
    personas.map((persona) => ({ tenantId, personId, persona, since })),
  );
}

/** Who is assigned to which case of the history, since its course was completed. */
export function seedAssignments(people: readonly Person[], history: readonly SeedCompletion[]): SeedAssignment[] {
  return history.flatMap((one) =>
    DUTIES.flatMap(([duty, persona, learners]) => {
      const person = oneOf(people, one.tenantId, persona);
      const admin = oneOf(people, one.tenantId, 'admin');
      return isOneOf(people, one, learners)
        ? [
            {
              tenantId: one.tenantId,
              assignmentId: seedId(`assignment:${duty}:${one.certificationId}`),
              certificationId: one.certificationId,
              candidateId: one.learnerId,
              personId: person.userId,
              duty,
              assignedBy: admin.userId,
              assignedAt: one.completedAt,
            },
          ]
        : [];
    }),
  );
}

/** Who accompanies whom through which course of the history, since she enrolled. */
export function seedMentorings(people: readonly Person[], history: readonly SeedCompletion[]): SeedMentoring[] {
  return history
    .filter((one) => isOneOf(people, one, ACCOMPANIED))
    .map(({ tenantId, enrollmentId, learnerId, standardCode, enrolledAt: since }) => {
      return { tenantId, enrollmentId, learnerId, mentorId: oneOf(people, tenantId, 'mentor').userId, standardCode, since };
    });
}

function isOneOf(people: readonly Person[], { tenantId, learnerId }: SeedCompletion, keys: readonly string[]): boolean {
  return people.some((person) => person.tenantId === tenantId && person.userId === learnerId && keys.includes(person.key));
}

function oneOf(people: readonly Person[], tenantId: string, persona: Person['personas'][number]): Person {
  const found = people.find((person) => person.tenantId === tenantId && person.personas.includes(persona));
  if (found === undefined) throw new Error(`The tenant ${tenantId} has no ${persona}.`);
  return found;
}
