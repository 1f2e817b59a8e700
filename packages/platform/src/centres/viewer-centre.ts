import type { Principal } from '@academy/kernel';
import type { RequestDatabase, Tx } from '../db/index.ts';
import { findCentreOf } from './person-centres.ts';

/** Whose centre's people and cases the viewer sees: those whose `centreId` is the same, null included; undefined: no centre's. */
export type ViewerCentre = { readonly centreId: string | null };

/** Tells whose centre the viewer sees, from rows and never from her token: read once for each operation, and only when it is asked for. */
export type FindViewerCentre = () => Promise<ViewerCentre | undefined>;

/** For one operation. `find` reads the centre of a person; left out: this island's copy of what users told. */
export function createViewerCentre(
  { db, principal }: { readonly db: RequestDatabase; readonly principal: Principal },
  find: (tx: Tx, tenantId: string, userId: string) => Promise<string | null> = findCentreOf,
): FindViewerCentre {
  let found: Promise<ViewerCentre> | undefined;
  return async () => {
    if (principal.kind !== 'user' || principal.persona !== 'centre_admin') return undefined;
    found ??= db.read(async (tx) => ({ centreId: await find(tx, principal.tenantId, principal.userId) }));
    return found;
  };
}

/** Rows that say of themselves whether they are of the viewer's centre, as `ofCentre` asks. `centreOf` tells a row's. */
export async function markCentre<Row>(
  rows: readonly Row[],
  viewerCentre: FindViewerCentre,
  centreOf: (row: Row) => string | null,
): Promise<(Row & { readonly isOfViewersCentre: boolean })[]> {
  const centre = rows.length === 0 ? undefined : await viewerCentre();
  return rows.map((row) => ({ ...row, isOfViewersCentre: centre !== undefined && centreOf(row) === centre.centreId }));
}
