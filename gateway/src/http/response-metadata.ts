import type { Admission, ExaminedOperation } from '../guard.ts';

/** What every answer to an admitted request tells about how it was served: its tenant, and how the rate limits stand once it was counted. */
export function metadataOf(admission: Admission, operation?: ExaminedOperation): Readonly<Record<string, string>> {
  return { 'x-tenant-id': admission.tenant.slug, ...operation?.rateHeaders };
}
