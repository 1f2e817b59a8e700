import { enrollmentMentorSet } from '@academy/contracts';
import { fail, ok, type Result, type UserPrincipal } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Tx } from '@academy/platform/db';
import { emit, holdsPersona } from '@academy/platform/events';
import { and, asc, eq, sql } from 'drizzle-orm';
import { type MentoringRefusal, mayAccompany } from '../domain/mentoring.ts';
import { courses, enrollments } from '../tables.ts';

type NotFound = { readonly kind: 'NotFound' };

/** The mentor accompanies the learner through the course from now on, or nobody does; it is on record who decided it, and the other islands will hear of it. */
export async function setMentor(
  tx: Tx,
  asked: { enrollmentId: string; mentorId: string | null; actor: UserPrincipal; now: Date },
): Promise<Result<void, MentoringRefusal | NotFound>> {
  const { enrollmentId, mentorId, actor, now } = asked;
  const { tenantId } = actor;
  const enrollment = await lock(tx, tenantId, enrollmentId);
  if (enrollment === undefined) return fail({ kind: 'NotFound' });
  const { learnerId, status, mentorId: current } = enrollment;
  const isHeld = mentorId !== null && (await holdsPersona(tx, tenantId, mentorId, 'mentor'));
  const may = mayAccompany({ mentorId, current, learnerId, isHeld, status });
  if (!may.ok) return may;
  await change(tx, tenantId, enrollment, mentorId, now);
  const detail = { mentorId, before: current };
  await recordAudit(tx, { principal: actor, action: 'mentor.set', subject: enrollmentId, detail, at: now });
  return ok(undefined);
}

/** The person accompanies nobody any more. */
export async function endMentoringOf(tx: Tx, tenantId: string, mentorId: string, now: Date): Promise<void> {
  const hers = await tx
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(and(eq(enrollments.tenantId, tenantId), eq(enrollments.mentorId, mentorId)))
    // In one order, so that two of these never wait for each other.
    .orderBy(asc(enrollments.id));
  for (const { id } of hers) {
    const enrollment = await lock(tx, tenantId, id);
    if (enrollment?.mentorId === mentorId) await change(tx, tenantId, enrollment, null, now);
  }
}

type Locked = NonNullable<Awaited<ReturnType<typeof lock>>>;

async function lock(tx: Tx, tenantId: string, id: string) {
  const { courseId, learnerId, status, mentorId } = enrollments;
  const [row] = await tx
    .select({ id: enrollments.id, courseId, learnerId, status, mentorId })
    .from(enrollments)
    .where(and(eq(enrollments.tenantId, tenantId), eq(enrollments.id, id)))
    .for('update');
  return row;
}

async function change(tx: Tx, tenantId: string, enrollment: Locked, mentorId: string | null, now: Date): Promise<void> {
  const { id, courseId, learnerId } = enrollment;
  const [changed] = await tx
    .update(enrollments)
    .set({ mentorId, mentorVersion: sql`${enrollments.mentorVersion} + 1` })
    .where(and(eq(enrollments.tenantId, tenantId), eq(enrollments.id, id)))
    .returning({ version: enrollments.mentorVersion });
  const [course] = await tx
    .select({ standardCode: courses.standardCode })
    .from(courses)
    .where(and(eq(courses.tenantId, tenantId), eq(courses.id, courseId)));
  if (changed === undefined || course === undefined) throw new Error('A locked enrolment, or its course, is not there.');
  const data = { enrollmentId: id, courseId, learnerId, mentorId, standardCode: course.standardCode, version: changed.version };
  await emit(tx, enrollmentMentorSet, { tenantId, subject: id, occurredAt: now, data });
}
