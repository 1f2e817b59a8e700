import { hash } from 'node:crypto';
import { MINUTE_MS, SECOND_MS } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { and, eq, lte, sql } from 'drizzle-orm';
import { signInAttempts } from '../tables/access.ts';

const WINDOW_MS = 15 * MINUTE_MS;
/** Of one account: guesses at a code of six digits, three of which are good at a time, come to 1 in 33,000 a window. */
const MAX_OF_ACCOUNT = 10;
/** Of one address, behind which a whole school may be. */
const MAX_OF_ADDRESS = 100;

/** What an attempt is counted by. */
export type AttemptOf = { readonly tenantId: string; readonly account: string; readonly address?: string };

/**
 * Counts an attempt, whether or not there is such an account, before it is looked at: attempts at the same time are all counted. Answers in how many
 * seconds the next is looked at when this one is too many; undefined when it may go on.
 */
export async function countAttempt(tx: Tx, { tenantId, account, address }: AttemptOf, now: Date): Promise<number | undefined> {
  await tx.delete(signInAttempts).where(and(eq(signInAttempts.tenantId, tenantId), lte(signInAttempts.windowEndsAt, now)));
  const counted = [
    { digest: digestOf('account', account), max: MAX_OF_ACCOUNT },
    ...(address === undefined ? [] : [{ digest: digestOf('address', address), max: MAX_OF_ADDRESS }]),
  ];
  let waitMs: number | undefined;
  // In one order for everybody, so that two attempts do not wait for each other in a circle.
  for (const { digest, max } of counted.sort((a, b) => (a.digest < b.digest ? -1 : 1))) {
    const [row] = await tx
      .insert(signInAttempts)
      .values({ tenantId, digest, attempts: 1, windowEndsAt: new Date(now.getTime() + WINDOW_MS) })
      .onConflictDoUpdate({
        target: [signInAttempts.tenantId, signInAttempts.digest],
        set: { attempts: sql`least(${signInAttempts.attempts} + 1, 1000000)` },
      })
      .returning({ attempts: signInAttempts.attempts, windowEndsAt: signInAttempts.windowEndsAt });
    if (row === undefined || row.attempts <= max) continue;
    waitMs = Math.max(waitMs ?? 0, row.windowEndsAt.getTime() - now.getTime());
  }
  return waitMs === undefined ? undefined : Math.ceil(waitMs / SECOND_MS);
}

/** Whoever was let in has the account's attempts forgotten; those of the address stay. */
export async function forgetAttempts(tx: Tx, { tenantId, account }: AttemptOf): Promise<void> {
  const digest = digestOf('account', account);
  await tx.delete(signInAttempts).where(and(eq(signInAttempts.tenantId, tenantId), eq(signInAttempts.digest, digest)));
}

function digestOf(kind: 'account' | 'address', text: string): string {
  return hash('sha256', `${kind}\n${text.normalize('NFKC').trim().toLowerCase()}`);
}
