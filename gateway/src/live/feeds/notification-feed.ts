import { type DomainEvent, notificationSent } from '@academy/contracts';
import { Fault } from '@academy/kernel';
import { z } from 'zod';
import type { RootEvent } from '../event-root.ts';
import type { Feed, Place } from './feed.ts';
import type { FeedParts } from './feed-parts.ts';
import type { LogQuery } from './island-log.ts';
import { newestOf, watchLog } from './watch-log.ts';

const notification = z.object({
  number: z.number().int().min(1),
  notificationId: z.string(),
  topic: z.string(),
  sentAt: z.iso.datetime(),
});
type Entry = Place & z.infer<typeof notification>;

const answer = z.object({ number: z.number().int().min(0), entries: z.array(notification) });
const LOG: LogQuery<z.infer<typeof answer>> = {
  island: 'users',
  operationName: 'LiveNotificationLog',
  variables: { afterNumber: 'Int!' },
  field: `notificationLog(afterNumber: $afterNumber, first: 100) {
    number
    entries { number notificationId topic sentAt }
  }`,
  answer,
};

/** Notifications that a snapshot has. */
const SNAPSHOT_SIZE = 20;

/** What the viewer is told, by number. */
export function createNotificationFeed({ readers, logs, onGap }: FeedParts): Feed {
  return {
    field: 'notificationReceived',
    whenHidden: 'leave out',
    async *watch(request) {
      const { viewer } = request;
      const { principal } = viewer;
      if (principal.kind !== 'user') throw new Fault('FORBIDDEN', 'Only a person has notifications.');
      const read = async (afterNumber: number) => {
        const page = await logs.read(LOG, viewer, { afterNumber });
        return { newest: page.number, entries: page.entries.map(entryOf) };
      };
      yield* watchLog<Entry>(
        {
          topic: 'notification',
          subject: principal.userId,
          read,
          async snapshot() {
            const newest = await newestOf(read);
            if (newest === undefined) return { place: { number: 0, epoch: 0 }, event: snapshotEvent([]) };
            const { entries } = await read(Math.max(0, newest.number - SNAPSHOT_SIZE));
            return { place: newest, event: snapshotEvent(entries) };
          },
          entryOf: announced,
          tell: changeEvent,
        },
        request,
        { readers, onGap },
      );
    },
  };
}

function changeEvent({ number, topic, sentAt, notificationId }: Entry): RootEvent {
  return {
    typename: 'NotificationReceived',
    values: { number, topic, sentAt, snapshot: null },
    objects: { notification: { kind: 'entity', type: 'Notification', id: notificationId } },
  };
}

/** Entries by number, as the log has them; the newest is told first. */
function snapshotEvent(entries: readonly Entry[]): RootEvent {
  const ids = entries.map(({ notificationId }) => notificationId).reverse();
  return {
    typename: 'NotificationReceived',
    values: { number: entries.at(-1)?.number ?? 0 },
    objects: { snapshot: { kind: 'entities', type: 'Notification', ids } },
  };
}

function announced(event: DomainEvent): Entry | undefined {
  if (event.type !== notificationSent.type) return undefined;
  const parsed = notificationSent.data.safeParse(event.data);
  if (!parsed.success) return undefined;
  const { number, notificationId, topic } = parsed.data;
  // From before notifications were numbered: it is read from the log when the next one comes.
  if (number === null || topic === null) return undefined;
  return entryOf({ number, notificationId, topic, sentAt: event.occurredAt });
}

function entryOf(one: z.infer<typeof notification>): Entry {
  return { ...one, epoch: Date.parse(one.sentAt) };
}
