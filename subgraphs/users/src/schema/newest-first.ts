import { type Connection, Fault, isUuid, type PageRequest, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';

/** The page that a list by instant and id, newest first, is asked for. Throws BAD_USER_INPUT when there is no such page. */
export function newestFirstPage(
  scope: string,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): PageRequest {
  const page = pageOrFault(scope, 2, args);
  const [instant, id] = page.after ?? [];
  const isKey = instant !== undefined && isUuid(id) && !Number.isNaN(Date.parse(instant));
  if (page.after !== undefined && !isKey) {
    throw new Fault('BAD_USER_INPUT', 'after must be a cursor that this list returned; start again without it.');
  }
  return page;
}

/** A page of such a list; `rows` holds one row more than the page when another page follows. */
export function newestFirstConnection<Row extends { readonly id: string }>(
  scope: string,
  page: PageRequest,
  rows: readonly Row[],
  instantOf: (row: Row) => Date,
): Mutable<Connection<Row>> {
  const { edges, pageInfo } = toConnection(scope, page, rows, (row) => [instantOf(row).toISOString(), row.id]);
  return { edges: [...edges], pageInfo };
}

/** The generated types know no read-only lists. */
type Mutable<T extends Connection<unknown>> = Omit<T, 'edges'> & { edges: T['edges'][number][] };
