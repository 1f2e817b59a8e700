import type { Tx } from '@academy/platform/db';
import { and, eq } from 'drizzle-orm';
import { submissionAttempts } from '../tables/submissions.ts';

type Call = { readonly tenantId: string; readonly submissionId: string; readonly call: number };

/** The intent of a call is written. */
export async function insertAttempt(tx: Tx, attempt: Call & { startedAt: Date; endsAt: Date }): Promise<void> {
  await tx.insert(submissionAttempts).values(attempt);
}

/** What came of a call is written beside its intent. `cause` holds codes and figures, never what the authority said of a person. */
export async function completeAttempt(
  tx: Tx,
  { tenantId, submissionId, call }: Call,
  answer: { outcome: 'ACCEPTED' | 'REFUSED' | 'UNKNOWN' | 'UNAVAILABLE'; cause: string | null; answeredAt: Date },
): Promise<void> {
  await tx
    .update(submissionAttempts)
    .set(answer)
    .where(
      and(
        eq(submissionAttempts.tenantId, tenantId),
        eq(submissionAttempts.submissionId, submissionId),
        eq(submissionAttempts.call, call),
      ),
    );
}
