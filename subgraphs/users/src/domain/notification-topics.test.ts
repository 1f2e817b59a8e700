import { notificationTopic } from '@academy/contracts';
import { expect, test } from 'vitest';
import { NOTIFICATION_TOPICS } from './notification-topics.ts';

test('every topic that certification can ask for has a line of the table, and no other has', () => {
  const asked = Object.entries(NOTIFICATION_TOPICS).filter(([, { audience }]) => audience !== 'INSTRUCTOR');
  expect(asked.map(([topic]) => topic).toSorted()).toEqual(notificationTopic.options.toSorted());
});
