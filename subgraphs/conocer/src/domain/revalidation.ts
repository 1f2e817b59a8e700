import type { Report } from './submission.ts';

/** What the authority says against a certificate that it issued. */
export type Dispute = 'UNKNOWN' | 'WITHDRAWN' | 'ANOTHER_FOLIO';

/** What a look at one certificate came to. */
export type Revalidation = { readonly misses: number; readonly disputed: Dispute | null; readonly foundFolio: string | null };

/** A certificate counts as unknown when the authority did not know it in so many rounds in a row: a register that is being restored forgets for an hour. */
export const MISSES_UNTIL_UNKNOWN = 2;

/**
 * Whether the authority stands by a certificate, by what it has under the submission's id or key now; null: nothing. That it works on it again is not
 * against it: some statuses flap.
 */
export function revalidate(
  certificate: { readonly officialFolio: string; readonly misses: number },
  report: Report | null,
): Revalidation {
  const none = { misses: 0, disputed: null, foundFolio: null };
  if (report === null) {
    const misses = certificate.misses + 1;
    return { misses, disputed: misses >= MISSES_UNTIL_UNKNOWN ? 'UNKNOWN' : null, foundFolio: null };
  }
  switch (report.state) {
    case 'RECEIVED':
    case 'IN_PROCESS':
      return none;
    case 'REJECTED':
      return { ...none, disputed: 'WITHDRAWN' };
    case 'APPROVED':
      if (report.officialFolio === certificate.officialFolio) return none;
      return { ...none, disputed: 'ANOTHER_FOLIO', foundFolio: report.officialFolio };
  }
}
