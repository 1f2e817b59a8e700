import { deadLetters, type Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, eq, sql } from 'drizzle-orm';
import type { SendingStatus } from '../domain/notification-sending.ts';
import { notificationSendings, notifications } from '../tables/notifications.ts';
import type { NotificationRow } from './notifications.ts';

export type SendingRow = typeof notificationSendings.$inferSelect;

/** The notification is to be brought by e-mail; once, however often this is asked. */
export async function addSending(tx: Tx, of: { tenantId: string; notificationId: string; createdAt: Date }): Promise<void> {
  await tx
    .insert(notificationSendings)
    .values({ ...of, channel: 'EMAIL', status: 'PENDING' })
    .onConflictDoNothing();
}

/** Whom the notification was for; undefined: there is none any more. */
export async function findRecipient(tx: Tx, tenantId: string, notificationId: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(and(eq(notifications.tenantId, tenantId), eq(notifications.id, notificationId)));
  return row?.userId;
}

/** The sending with its notification, if it is still to be brought; nobody else changes it until the transaction ends. */
export async function lockPendingSending(
  tx: Tx,
  tenantId: string,
  notificationId: string,
): Promise<{ readonly sending: SendingRow; readonly notification: NotificationRow } | undefined> {
  const [row] = await tx
    .select({ sending: notificationSendings, notification: notifications })
    .from(notificationSendings)
    .innerJoin(
      notifications,
      and(eq(notifications.tenantId, notificationSendings.tenantId), eq(notifications.id, notificationSendings.notificationId)),
    )
    .where(
      and(
        eq(notificationSendings.tenantId, tenantId),
        eq(notificationSendings.notificationId, notificationId),
        eq(notificationSendings.channel, 'EMAIL'),
        eq(notificationSendings.status, 'PENDING'),
      ),
    )
    .for('update', { of: notificationSendings });
  return row;
}

/** An attempt begins: it counts, whatever becomes of it. Answers how many there were. */
export async function beginAttempt(tx: Tx, { tenantId, notificationId }: SendingRow, at: Date): Promise<number> {
  const [row] = await tx
    .update(notificationSendings)
    .set({ attempts: sql`${notificationSendings.attempts} + 1`, attemptedAt: at })
    .where(isIt(tenantId, notificationId))
    .returning({ attempts: notificationSendings.attempts });
  if (row === undefined) throw new Error('A sending was gone while its row was locked.');
  return row.attempts;
}

/** The sending is as told. The caller holds its lock. */
export async function saveSending(
  tx: Tx,
  { tenantId, notificationId }: SendingRow,
  state: { readonly status: SendingStatus; readonly failure: string | null },
): Promise<void> {
  await tx.update(notificationSendings).set(state).where(isIt(tenantId, notificationId));
}

/** What was given up lies among the dead letters, by ids and a code of ours, for a person to look at. */
export async function burySending(
  tx: Tx,
  { tenantId, notificationId }: SendingRow,
  failure: string,
  attempts: number,
): Promise<void> {
  await tx.insert(deadLetters).values({
    tenantId,
    id: newId(),
    source: 'job:send-email',
    reference: notificationId,
    payload: { notificationId },
    error: failure,
    attempts,
  });
}

function isIt(tenantId: string, notificationId: string) {
  return and(
    eq(notificationSendings.tenantId, tenantId),
    eq(notificationSendings.notificationId, notificationId),
    eq(notificationSendings.channel, 'EMAIL'),
  );
}
