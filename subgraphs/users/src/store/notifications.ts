import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { notifications, users } from '../tables.ts';

export type NotificationRow = typeof notifications.$inferSelect;

/** Of each person at most `page.size + 1` notifications after the page's cursor (sent at, id), newest first. */
export async function findNotificationPage(tx: Tx, userIds: readonly string[], page: PageRequest): Promise<NotificationRow[]> {
  const { tenantId, userId, sentAt, id } = notifications;
  const [afterInstant, afterId] = page.after ?? [];
  const isAfter =
    page.after === undefined ? undefined : sql`(${sentAt}, ${id}) < (${afterInstant}::timestamptz, ${afterId}::uuid)`;
  const told = tx
    .select()
    .from(notifications)
    .where(and(eq(tenantId, users.tenantId), eq(userId, users.id), isAfter))
    .orderBy(desc(sentAt), desc(id))
    .limit(page.size + 1)
    .as('told');
  const rows = await tx
    .select()
    .from(users)
    .crossJoinLateral(told)
    .where(inArray(users.id, userIds))
    .orderBy(desc(told.sentAt), desc(told.id));
  return rows.map((row) => row.told);
}

/** The person finds the text among her notifications. Answers the notification's id. */
export async function addNotification(tx: Tx, notification: Omit<NotificationRow, 'id'>): Promise<string> {
  const id = newId();
  await tx.insert(notifications).values({ ...notification, id });
  return id;
}
