import { Fault } from '@academy/kernel';
import type { SubscriptionResolvers } from '../../../types.generated.ts';

export const notificationInboxChanged: NonNullable<SubscriptionResolvers['notificationInboxChanged']> = {
  subscribe: () => {
    throw new Fault('BAD_REQUEST', 'Subscriptions are served by the gateway; send this one there.');
  },
};
