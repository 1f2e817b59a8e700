import { type Connection, toConnection } from '@academy/kernel';
import type { RequestDatabase } from '@academy/platform/db';
import { pageOrFault } from '@academy/platform/graphql';
import type { LotOutcomeRow, LotPackageRow } from '../../store/lot-packages.ts';
import { findOutcomePage, findPackagePage, isOfLot } from '../../store/lot-packages.ts';

type Args = { first?: number | null | undefined; after?: string | null | undefined };

const PACKAGES = 'lot-packages';
const OUTCOMES = 'lot-outcomes';
const ENTRIES = 'lot-outcome-entries';

/** A page of packages, newest first, of one lot or of any. Throws BAD_USER_INPUT when there is no such page. */
export async function packagesConnection(db: RequestDatabase, tenantId: string, lotId: string | undefined, args: Args) {
  const page = pageOrFault(PACKAGES, 2, args);
  const of = lotId === undefined ? undefined : isOfLot(lotId);
  const rows = await db.read((tx) => findPackagePage(tx, tenantId, of, page));
  return mutable(toConnection(PACKAGES, page, rows, (row) => [row.requestedAt.toISOString(), row.id]));
}

/** A page of the outcomes of a package, newest first. Throws BAD_USER_INPUT when there is no such page. */
export async function outcomesConnection(db: RequestDatabase, row: LotPackageRow, args: Args) {
  const page = pageOrFault(OUTCOMES, 2, args);
  const rows = await db.read((tx) => findOutcomePage(tx, row, page));
  return mutable(toConnection(OUTCOMES, page, rows, (one) => [one.importedAt.toISOString(), one.id]));
}

/** A page of what became of the lines of an outcome. Throws BAD_USER_INPUT when there is no such page. */
export function entriesConnection({ entries }: LotOutcomeRow, args: Args) {
  const page = pageOrFault(ENTRIES, 1, args);
  const start = Number(page.after?.[0] ?? 0);
  const from = Number.isSafeInteger(start) && start > 0 ? start : 0;
  const rows = entries.slice(from, from + page.size + 1).map((entry, index) => ({ ...entry, place: from + index + 1 }));
  return mutable(toConnection(ENTRIES, page, rows, ({ place }) => [String(place)]));
}

/** The connection as the generated types want it: they know no read-only lists. */
function mutable<Node>({ edges, pageInfo }: Connection<Node>) {
  return { edges: [...edges], pageInfo };
}
