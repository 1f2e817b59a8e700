import { askOnRecord } from '../audit-call.ts';
import type { AuthorityReport, Reading } from '../authority/port.ts';
import type { Worker } from '../services.ts';
import { externalRefOf } from '../store/submissions.ts';
import type { SubmissionRow } from '../tables/submissions.ts';
import { jobAuthorityOf } from './job-authority.ts';

/** What the authority has of a submission: by its own id; where that leads nowhere, by our own key: the receipt may have borne a wrong id. */
export async function askFor(
  row: SubmissionRow,
  authorityId: string,
  signal: AbortSignal,
  context: Worker,
): Promise<Reading<readonly AuthorityReport[]>> {
  const authority = jobAuthorityOf(row, context);
  const externalRef = externalRefOf(row);
  const reading = await askOnRecord(context, row, 'authority.status', () => authority.process.status(authorityId, { signal }));
  if (reading.kind === 'unavailable') return reading;
  if (reading.value === null) {
    return askOnRecord(context, row, 'authority.find', () => authority.process.find(externalRef, { signal }));
  }
  if (reading.value.externalRef !== externalRef) return { kind: 'unavailable', cause: 'ABOUT_ANOTHER_SUBMISSION' };
  return { kind: 'answered', value: [reading.value] };
}
