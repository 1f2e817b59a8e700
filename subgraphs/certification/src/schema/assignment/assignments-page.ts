import { toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { Loaders } from '../../store/loaders.ts';
import { mutable } from '../newest-first.ts';

const SCOPE = 'assignments';

type Args = { first?: number | null | undefined; after?: string | null | undefined };

/** A page of those who are or were assigned to a case, newest first. Throws BAD_USER_INPUT when there is no such page. */
export async function assignmentsConnection(certificationId: string, args: Args, loaders: Loaders) {
  const page = pageOrFault(SCOPE, 2, args);
  const rows = await loaders.assignmentsOf.load({ certificationId, page });
  return mutable(toConnection(SCOPE, page, rows, (row) => [row.assignedAt.toISOString(), row.id]));
}
