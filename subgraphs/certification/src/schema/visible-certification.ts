import { isUuid } from '@academy/kernel';
import type { Context } from '../context.ts';
import { maySeeThoseOf } from '../domain/visibility.ts';
import type { CertificationRow } from '../store/certification.ts';

/** The certification of this id; null when there is none that the viewer may see. */
export async function visibleCertification(id: string, { loaders, principal }: Context): Promise<CertificationRow | null> {
  const row = isUuid(id) ? await loaders.certification.load(id) : undefined;
  return row !== undefined && maySeeThoseOf(principal, row.candidateId) ? row : null;
}
