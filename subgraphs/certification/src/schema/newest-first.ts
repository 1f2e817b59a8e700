import { type Connection, type PageRequest, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { SeenCertification } from '../store/certification-lists.ts';

/** The page of a list of certifications that is asked for. Throws BAD_USER_INPUT when there is no such page. */
export function certificationPage(
  scope: string,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): PageRequest {
  return pageOrFault(scope, 2, args);
}

/** A page of such a list, newest first; `rows` holds one row more than the page when another page follows. */
export function certificationConnection(scope: string, page: PageRequest, rows: readonly SeenCertification[]) {
  return mutable(toConnection(scope, page, rows, (row) => [row.openedAt.toISOString(), row.id]));
}

/** The connection as the generated types want it: they know no read-only lists. */
export function mutable<Node>({ edges, pageInfo }: Connection<Node>) {
  return { edges: [...edges], pageInfo };
}
