import { readAudit } from '@academy/platform/audit';
import type { QueryResolvers } from '../../../types.generated.ts';

export const coursesAuditLog: NonNullable<QueryResolvers['coursesAuditLog']> = async (_parent, args, { db, principal }) => {
  const { edges, pageInfo } = await readAudit(db, principal, args);
  return { edges: [...edges], pageInfo };
};
