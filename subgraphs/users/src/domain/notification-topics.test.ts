import { readFileSync } from 'node:fs';
import { notificationTopic } from '@academy/contracts';
import { expect, test } from 'vitest';
import { GROUP_CHANNELS, NOTIFICATION_TOPICS } from './notification-topics.ts';

test('every topic that certification can ask for has a line of the table, and no other has', () => {
  const asked = Object.entries(NOTIFICATION_TOPICS).filter(([, { audience }]) => audience !== 'INSTRUCTOR');
  expect(asked.map(([topic]) => topic).toSorted()).toEqual(notificationTopic.options.toSorted());
});

test('docs/notifications.md says what the table says, line by line', () => {
  const document = readFileSync(new URL('../../../../docs/notifications.md', import.meta.url), 'utf8');
  const told = document.split('\n').filter((line) => /^\| `(certification|standard)\./.test(line));
  const lines = Object.entries(NOTIFICATION_TOPICS).map(([topic, { audience, group, when }]) => {
    const { byDefault, required } = GROUP_CHANNELS[group];
    const inApp = (required as readonly string[]).includes('IN_APP') ? 'always' : 'yes';
    return `| \`${topic}\` | ${when} | ${audience} | ${group} | ${inApp} | ${byDefault.includes('EMAIL') ? 'yes' : 'if she wants it'} |`;
  });
  expect(told).toEqual(lines);
});
