import type { SeenAccreditation } from '../../store/accreditations.ts';
import type { Loaders } from '../../store/loaders.ts';

/** The accreditation that an answer of ours names. Throws when it is gone: nothing deletes such rows. */
export async function accreditationOf(id: string, { accreditation }: Loaders): Promise<SeenAccreditation> {
  const row = await accreditation.load(id);
  if (row === null) throw new Error('An accreditation that an answer names is not there.');
  return row;
}
