import { notificationSent, notificationsRead } from '@academy/contracts';
import { Fault } from '@academy/kernel';
import { z } from 'zod';
import type { Feed } from './feed.ts';
import type { FeedParts } from './feed-parts.ts';
import type { LogQuery } from './island-log.ts';
import { watchState } from './watch-state.ts';

const answer = z.object({ version: z.number().int().min(0), changedAt: z.iso.datetime().nullable() });
const VERSION: LogQuery<z.infer<typeof answer>> = {
  island: 'users',
  operationName: 'LiveNotificationInbox',
  variables: {},
  field: 'notificationInbox { version changedAt }',
  answer,
};

/** What of the viewer's notifications is unread; changes that follow one another are told as one. */
export function createInboxFeed({ readers, logs }: FeedParts): Feed {
  return {
    field: 'notificationInboxChanged',
    whenHidden: 'end',
    async *watch(request) {
      const { viewer } = request;
      const { principal } = viewer;
      if (principal.kind !== 'user') throw new Fault('FORBIDDEN', 'Only a person has notifications.');
      yield* watchState(
        {
          topic: 'notification',
          subject: principal.userId,
          async read() {
            const { version, changedAt } = await logs.read(VERSION, viewer, {});
            return { number: version, epoch: changedAt === null ? 0 : Date.parse(changedAt) };
          },
          isNews: ({ type }) => type === notificationSent.type || type === notificationsRead.type,
          tell: ({ number }) => ({
            typename: 'NotificationInboxChanged',
            values: { version: number },
            objects: { notificationInbox: { kind: 'query' } },
          }),
        },
        request,
        { readers },
      );
    },
  };
}
