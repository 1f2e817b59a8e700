import type { Loaders } from '../store/loaders.ts';

/** A person of the tenant by her id, and whether the viewer is assigned to a case of hers: what her certifications are shown by. */
export async function personOf(id: string, loaders: Loaders): Promise<{ id: string; isAssigned: boolean }> {
  return { id, isAssigned: await loaders.isAssignedTo.load(id) };
}
