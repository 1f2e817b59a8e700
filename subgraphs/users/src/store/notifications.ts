import type { PageRequest } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { notifications } from '../tables/notifications.ts';
import { users } from '../tables/people.ts';

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

/** The open transaction's tenant's notifications with these ids, in no order. */
export async function findNotifications(tx: Tx, ids: readonly string[]): Promise<NotificationRow[]> {
  return tx.select().from(notifications).where(inArray(notifications.id, ids));
}

/** What the log of a person's notifications tells of each. */
export type NotificationLogRow = Pick<NotificationRow, 'number' | 'id' | 'topic' | 'sentAt'>;

/**
 * At most `size` of a person's notifications after a number, ascending, and the number of her newest, 0 when there is none: by one statement,
 * so that no notification which is stored meanwhile is in one of the two alone.
 */
export async function findNotificationLog(
  tx: Tx,
  query: { tenantId: string; userId: string; afterNumber: number; size: number },
): Promise<{ number: number; rows: NotificationLogRow[] }> {
  const { number, id, topic, sentAt } = notifications;
  const ofPerson = and(eq(notifications.tenantId, query.tenantId), eq(notifications.userId, query.userId));
  const newest = tx
    .select({ number: sql<number>`coalesce(max(${number}), 0)`.as('newest') })
    .from(notifications)
    .where(ofPerson)
    .as('newest');
  const page = tx
    .select({ number, id, topic, sentAt })
    .from(notifications)
    .where(and(ofPerson, gt(number, query.afterNumber)))
    .orderBy(asc(number))
    .limit(query.size)
    .as('page');
  const rows = await tx.select().from(newest).leftJoin(page, sql`true`).orderBy(asc(page.number));
  return { number: rows[0]?.newest.number ?? 0, rows: rows.flatMap((row) => row.page ?? []) };
}

/** The person finds the text among her notifications. Answers the notification's id and its number among hers. */
export async function addNotification(
  tx: Tx,
  notification: Omit<NotificationRow, 'id' | 'number'>,
): Promise<{ id: string; number: number }> {
  const [added] = await tx
    .insert(notifications)
    .values({ ...notification, id: newId() })
    .returning({ id: notifications.id, number: notifications.number });
  if (added === undefined) throw new Error('The database took a notification and gave it no number.');
  return added;
}
