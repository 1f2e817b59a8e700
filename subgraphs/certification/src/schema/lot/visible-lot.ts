import { isUuid } from '@academy/kernel';
import type { Context } from '../../context.ts';
import { maySeeLot } from '../../domain/lot-visibility.ts';
import type { SeenLot } from '../../store/lots-seen.ts';

/** The lot of this id; null when there is none that the viewer may see. */
export async function visibleLot(id: string, { loaders, principal }: Context): Promise<SeenLot | null> {
  const row = isUuid(id) ? await loaders.lot.load(id) : undefined;
  return row !== undefined && maySeeLot(principal, row) ? row : null;
}
