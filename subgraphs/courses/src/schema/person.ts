import type { Loaders } from '../store/loaders.ts';

/** A person of the tenant by her id, and whether the viewer is an admin of the centre that she stands in: what her enrolments are shown by. */
export async function personOf(id: string, loaders: Loaders): Promise<{ id: string; isOfViewersCentre: boolean }> {
  return { id, isOfViewersCentre: await loaders.isOfViewersCentre.load(id) };
}
