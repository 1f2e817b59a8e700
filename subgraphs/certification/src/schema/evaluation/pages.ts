import { type PageRequest, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { PageOfCase } from '../../store/evaluation-loaders.ts';
import { mutable } from '../newest-first.ts';

type Args = { first?: number | null | undefined; after?: string | null | undefined };
type Load<Row> = { load(key: PageOfCase): Promise<Row[]> };

/** A page of what one case has, by a sort key of so many parts. Throws BAD_USER_INPUT when there is no such page. */
export async function pageOfCase<Row>(
  scope: string,
  certificationId: string,
  args: Args,
  loader: Load<Row>,
  keyOf: (row: Row) => readonly string[],
  keyLength: number,
) {
  const page: PageRequest = pageOrFault(scope, keyLength, args);
  const rows = await loader.load({ certificationId, page });
  return mutable(toConnection(scope, page, rows, (row) => [...keyOf(row)]));
}
