import { type PageRequest, toConnection } from '@academy/kernel';
import { pageOrFault } from '@academy/platform/graphql';
import type { Loaders } from '../../store/loaders.ts';
import type { SeenLot } from '../../store/lots-seen.ts';
import { mutable } from '../newest-first.ts';

const LOTS = 'lots';
const MEMBERS = 'lot-members';
const DICTAMEN = 'dictamen';

type Args = { first?: number | null | undefined; after?: string | null | undefined };

/** The page of lots that is asked for. Throws BAD_USER_INPUT when there is no such page. */
export function lotPage(args: Args): PageRequest {
  return pageOrFault(LOTS, 2, args);
}

/** A page of lots, newest first; `rows` holds one more when another page follows. */
export function lotConnection(page: PageRequest, rows: readonly SeenLot[]) {
  return mutable(toConnection(LOTS, page, rows, (row) => [row.openedAt.toISOString(), row.id]));
}

/** A page of what is in a lot, by the cases' ids. Throws BAD_USER_INPUT when there is no such page. */
export async function membersConnection(lotId: string, args: Args, loaders: Loaders) {
  const page = pageOrFault(MEMBERS, 1, args);
  const rows = await loaders.membersOf.load({ lotId, after: page.after?.[0], size: page.size });
  return mutable(toConnection(MEMBERS, page, rows, (row) => [row.certificationId]));
}

/** A page of what was said of a case, newest first. Throws BAD_USER_INPUT when there is no such page. */
export async function dictamenConnection(certificationId: string, args: Args, loaders: Loaders) {
  const page = pageOrFault(DICTAMEN, 2, args);
  const rows = await loaders.dictamenOf.load({ certificationId, page });
  return mutable(toConnection(DICTAMEN, page, rows, (row) => [row.ruledAt.toISOString(), row.id]));
}
