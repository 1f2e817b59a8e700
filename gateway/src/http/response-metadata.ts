import type { Admission } from '../guard.ts';

/** What every answer to an admitted request tells about how it was served. Limits that are counted tell theirs here too. */
export function metadataOf(admission: Admission): Readonly<Record<string, string>> {
  return { 'x-tenant-id': admission.tenant.slug };
}
