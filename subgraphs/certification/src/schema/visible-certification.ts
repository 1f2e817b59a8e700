import { isUuid } from '@academy/kernel';
import type { Context } from '../context.ts';
import { maySeeCase } from '../domain/visibility.ts';
import type { SeenCertification } from '../store/certification-lists.ts';

/** The certification of this id; null when there is none that the viewer may see. */
export async function visibleCertification(id: string, { loaders, principal }: Context): Promise<SeenCertification | null> {
  const row = isUuid(id) ? await loaders.certification.load(id) : undefined;
  return row !== undefined && maySeeCase(principal, row) ? row : null;
}
