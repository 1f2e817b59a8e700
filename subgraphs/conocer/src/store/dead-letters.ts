import { deadLetters, type Tx } from '@academy/platform/db';
import { derivedId } from '@academy/platform/ids';

/** Something about a submission that only a person can settle. */
export type Concern = 'RECEIVED_TWICE' | 'LOST_BY_AUTHORITY' | 'ANOTHER_STANDARD' | 'FOLIO_TWICE' | 'VERDICT_REVERSED';

/** A person will look at it: one letter per submission, concern and detail, however often it is noticed. `detail` holds ids and codes. */
export async function reportConcern(
  tx: Tx,
  submission: { tenantId: string; id: string },
  concern: Concern,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  await tx
    .insert(deadLetters)
    .values({
      tenantId: submission.tenantId,
      id: derivedId(submission.id, `${concern}:${JSON.stringify(detail)}`),
      source: 'submission',
      reference: submission.id,
      payload: detail,
      error: concern,
      attempts: 1,
    })
    .onConflictDoNothing();
}
