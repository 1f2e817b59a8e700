import { coursePublished } from '@academy/contracts';
import { reaction } from '@academy/platform/events';
import { parseStandardCode } from '../domain/standard-code.ts';
import type { Worker } from '../services.ts';
import { alignCourse } from '../store/alignments.ts';
import { findStandardByCode } from '../store/standards.ts';

/** A course is aligned to the standard that its author named, if the register knows it; otherwise to none. */
export const coursePublishedReaction = reaction('course-published', coursePublished, async (tx, event, { logger }: Worker) => {
  const { courseId, standardCode } = event.data;
  const code = standardCode === null ? undefined : parseStandardCode(standardCode);
  const standard = code?.ok ? await findStandardByCode(tx, code.value.code) : undefined;
  if (standardCode !== null && standard === undefined) {
    logger.warn({ tenantId: event.tenantId, courseId, standardCode }, 'a course names a standard that is not known');
  }
  await alignCourse(tx, {
    tenantId: event.tenantId,
    courseId,
    standardCode: standard?.code ?? null,
    alignedAt: new Date(event.occurredAt),
  });
});
