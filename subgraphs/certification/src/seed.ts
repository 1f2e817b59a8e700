import type {
  SeedAccreditation,
  SeedAssignment,
  SeedCompletion,
  SeedHolder,
  SeedMentoring,
  SeedPlacement,
} from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import { seedPlacements } from '@academy/platform/centres';
import type { Database, Tx } from '@academy/platform/db';
import { seedPersonaHolders } from '@academy/platform/events';
import type { CaseStatus } from './domain/case/phases.ts';
import { lookupKey } from './domain/crockford.ts';
import { standardMajorOf } from './domain/standard-major.ts';
import { seedAccreditations } from './store/accreditations.ts';
import { entryId } from './store/certification.ts';
import { lockPositions } from './store/positions.ts';
import { newestPosition } from './store/tenant-log.ts';
import { caseAssignments, mentorings } from './tables/assignments.ts';
import { completions } from './tables/candidates.ts';
import { certificationEvents, certifications } from './tables/cases.ts';
import { certificates } from './tables/certificates.ts';

/** Every seeded learner reached it. */
const MINIMUM_SCORE_PERCENT = 80;

type Entry = { status: CaseStatus; at: Date };

/**
 * The island holds the finished cases of this history, each with its entries and its certificate: ISSUED where CONOCER issued a certificate before
 * `now`, else RESULTS_DELIVERED each in its candidate's centre; who may be assigned, who is, and who is accredited. Nothing is told to other islands, and no saga works for them. Seeding again changes nothing.
 */
export async function seedCertification(
  database: Database,
  world: {
    readonly history: readonly SeedCompletion[];
    readonly holders?: readonly SeedHolder[];
    readonly assignments?: readonly SeedAssignment[];
    readonly mentorings?: readonly SeedMentoring[];
    readonly placements?: readonly SeedPlacement[];
    readonly accreditations?: readonly SeedAccreditation[];
    readonly now: Date;
  },
): Promise<void> {
  const placements = world.placements ?? [];
  await seedPlacements(database, placements);
  const centreOf = new Map(placements.map((one) => [one.userId, one.centreId]));
  const past = world.history.filter((completion) => completion.completedAt <= world.now);
  for (const [tenantId, history] of Map.groupBy(past, (completion) => completion.tenantId)) {
    await database.inTenant(tenantId, 'write', async (tx) => {
      await addCompletions(tx, history);
      await addCases(tx, tenantId, history, centreOf, world.now);
      await tx.insert(certificates).values(history.map(certificateOf)).onConflictDoNothing();
      await addAssignments(tx, tenantId, history, world);
    });
  }
  await seedPersonaHolders(database, world.holders ?? []);
  for (const [tenantId, ofTenant] of Map.groupBy(world.accreditations ?? [], (one) => one.tenantId))
    await database.inTenant(tenantId, 'write', (tx) => seedAccreditations(tx, ofTenant));
}

async function addAssignments(
  tx: Tx,
  tenantId: string,
  history: readonly SeedCompletion[],
  world: { readonly assignments?: readonly SeedAssignment[]; readonly mentorings?: readonly SeedMentoring[] },
): Promise<void> {
  const cases = new Set(history.map((one) => one.certificationId));
  const assigned = (world.assignments ?? []).filter((one) => cases.has(one.certificationId));
  const rows = assigned.map(({ assignmentId: id, candidateId: _candidateId, ...one }) => ({ ...one, id }));
  if (rows.length > 0) await tx.insert(caseAssignments).values(rows).onConflictDoNothing();
  const accompanied = (world.mentorings ?? []).filter((one) => one.tenantId === tenantId);
  if (accompanied.length > 0) await tx.insert(mentorings).values(accompanied).onConflictDoNothing();
}

async function addCompletions(tx: Tx, history: readonly SeedCompletion[]): Promise<void> {
  const rows = history.map((one) => ({
    tenantId: one.tenantId,
    enrollmentId: one.enrollmentId,
    courseId: one.courseId,
    courseTitle: one.courseTitle,
    learnerId: one.learnerId,
    instructorId: one.instructorId,
    standardCode: one.standardCode,
    scorePercent: one.scorePercent,
    minimumScorePercent: Math.min(MINIMUM_SCORE_PERCENT, one.scorePercent),
    reactivos: [],
    completedAt: one.completedAt,
  }));
  await tx.insert(completions).values(rows).onConflictDoNothing();
}

async function addCases(
  tx: Tx,
  tenantId: string,
  history: readonly SeedCompletion[],
  centreOf: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const cases = history.map((one) => ({ one, entries: entriesOf(one, now) }));
  const rows = cases.map(({ one, entries }) => {
    const last = entries.at(-1);
    const isOfficial = last?.status === 'ISSUED';
    return {
      tenantId: one.tenantId,
      id: one.certificationId,
      candidateId: one.learnerId,
      courseId: one.courseId,
      courseTitle: one.courseTitle,
      enrollmentId: one.enrollmentId,
      instructorId: one.instructorId,
      centreId: centreOf.get(one.learnerId) ?? null,
      standardCode: one.standardCode,
      standardMajor: one.standardCode === null ? null : standardMajorOf(one.standardCode),
      status: last?.status ?? 'REGISTERED',
      attempt: isOfficial ? 1 : 0,
      officialFolio: isOfficial ? one.officialFolio : null,
      // Also where a standard would still allow a submission: no saga works for history.
      isOpen: false,
      seq: entries.length,
      openedAt: one.completedAt,
      changedAt: last?.at ?? one.completedAt,
    };
  });
  const added = await tx.insert(certifications).values(rows).onConflictDoNothing().returning({ id: certifications.id });
  const addedIds = new Set(added.map((row) => row.id));
  if (addedIds.size === 0) return;
  const entries = cases
    .filter(({ one }) => addedIds.has(one.certificationId))
    .flatMap((of) => of.entries.map((entry, index) => ({ ...of, entry, seq: index + 1 })))
    .sort((one, other) => one.entry.at.getTime() - other.entry.at.getTime());
  // No event tells of them, so no relay comes to number them.
  await lockPositions(tx, tenantId);
  const newest = await newestPosition(tx, tenantId);
  const events = entries.map(({ one, entries: ofCase, entry, seq }, index) => ({
    tenantId,
    certificationId: one.certificationId,
    seq,
    position: newest + index + 1,
    id: entryId(one.certificationId, seq),
    previousStatus: ofCase[seq - 2]?.status ?? null,
    status: entry.status,
    occurredAt: entry.at,
  }));
  await tx.insert(certificationEvents).values(events);
}

function entriesOf(one: SeedCompletion, now: Date): Entry[] {
  const after = (seconds: number) => new Date(one.completedAt.getTime() + seconds * SECOND_MS);
  const judged: Entry[] = [
    { status: 'REGISTERED', at: after(0) },
    { status: 'EVALUATING', at: after(1) },
    { status: 'JUDGED_COMPETENT', at: after(1) },
    { status: 'RESULTS_DELIVERED', at: after(2) },
  ];
  const { officialFolio, officialIssuedAt } = one;
  if (officialFolio === null || officialIssuedAt === null || officialIssuedAt > now) return judged;
  const acceptedAt = new Date((after(3).getTime() + officialIssuedAt.getTime()) / 2);
  return [
    ...judged,
    { status: 'SUBMISSION_PREPARED', at: after(2) },
    { status: 'SUBMITTED', at: after(3) },
    { status: 'IN_PROCESS', at: acceptedAt },
    { status: 'ISSUED', at: officialIssuedAt },
  ];
}

function certificateOf(one: SeedCompletion) {
  return {
    tenantId: one.tenantId,
    id: one.certificateId,
    certificationId: one.certificationId,
    holderId: one.learnerId,
    courseId: one.courseId,
    status: 'ISSUED' as const,
    folio: one.folio,
    folioKey: lookupKey(one.folio),
    verificationCode: one.verificationCode,
    verificationKey: lookupKey(one.verificationCode),
    holderInitials: one.learnerInitials,
    requestedAt: one.completedAt,
    issuedAt: one.completedAt,
  };
}
