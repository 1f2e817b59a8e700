import { notificationsRead } from '@academy/contracts';
import { fail, ok, type Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { and, count, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { NotFound } from '../domain/refusal.ts';
import { notifications } from '../tables/notifications.ts';
import { lockPerson } from './users.ts';

/** What of a person's notifications is unread. */
export type NotificationInbox = { readonly unreadCount: number; readonly version: number; readonly changedAt: Date | null };

type Person = { readonly tenantId: string; readonly userId: string };

/**
 * Of all that a person was told, how much she has not read. Numbers have no gaps and nothing becomes unread again, so that the newest number and the count of what
 * is read, added up, grow with every change.
 */
export async function readInbox(tx: Tx, person: Person): Promise<NotificationInbox> {
  const { number, readAt, sentAt } = notifications;
  const [row] = await tx
    .select({
      unreadCount: sql<number>`(count(*) filter (where ${readAt} is null))::int`,
      version: sql<number>`(coalesce(max(${number}), 0) + count(${readAt}))::int`,
      changedAt: sql<Date | null>`greatest(max(${sentAt}), max(${readAt}))`.mapWith(sentAt),
    })
    .from(notifications)
    .where(ofPerson(person));
  return row ?? { unreadCount: 0, version: 0, changedAt: null };
}

/** Which of her notifications a person has read. */
export type Read = { readonly ids: readonly string[] } | { readonly upToNumber: number };

/** They are read since now, those that were not before, and whoever watches her inbox is told. Answers how many; NotFound when an id is none of hers. */
export async function markRead(tx: Tx, person: Person, read: Read, now: Date): Promise<Result<number, NotFound>> {
  const { tenantId, userId } = person;
  // Whoever notifies her holds her row too: an inbox changes once at a time, and its versions come in the order of commits.
  await lockPerson(tx, tenantId, userId);
  const { id, number, readAt } = notifications;
  const which = and(ofPerson(person), 'ids' in read ? inArray(id, read.ids) : lte(number, read.upToNumber));
  if ('ids' in read) {
    const [found] = await tx.select({ hers: count() }).from(notifications).where(which);
    if (found?.hers !== new Set(read.ids).size) {
      return fail({ kind: 'NotFound', message: 'One of these is no notification of yours; none was marked.' });
    }
  }
  const marked = await tx
    .update(notifications)
    .set({ readAt: now })
    .where(and(which, isNull(readAt)))
    .returning({ id });
  if (marked.length > 0) await emit(tx, notificationsRead, { tenantId, subject: userId, occurredAt: now, data: { userId } });
  return ok(marked.length);
}

function ofPerson({ tenantId, userId }: Person) {
  return and(eq(notifications.tenantId, tenantId), eq(notifications.userId, userId));
}
