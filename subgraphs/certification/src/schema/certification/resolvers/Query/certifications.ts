import { isUuid } from '@academy/kernel';
import { assigneeOf, seesAll } from '../../../../domain/visibility.ts';
import { findCertificationPage } from '../../../../store/certification-lists.ts';
import { actorOf } from '../../../actor.ts';
import { certificationConnection, certificationPage } from '../../../newest-first.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

const SCOPE = 'certifications';

export const certifications: NonNullable<QueryResolvers['certifications']> = async (_parent, args, { db, principal }) => {
  const page = certificationPage(SCOPE, args);
  const statuses = args.filter?.status ?? [];
  const courseId = args.filter?.courseId ?? undefined;
  if (courseId !== undefined && !isUuid(courseId)) return certificationConnection(SCOPE, page, []);
  const filter = {
    viewer: seesAll(principal) ? undefined : { userId: actorOf(principal).userId, assignee: assigneeOf(principal) },
    courseId,
    statuses: statuses.length === 0 ? undefined : statuses,
    standardCode: args.filter?.standardCode?.trim().toUpperCase(),
  };
  return certificationConnection(SCOPE, page, await db.read((tx) => findCertificationPage(tx, filter, page)));
};
