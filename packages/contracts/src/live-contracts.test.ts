import { expect, test } from 'vitest';
import * as contracts from './index.ts';
import {
  caseUnassigned,
  certificationStatusChanged,
  type EventContract,
  LIVE_TOPICS,
  notificationSent,
  notificationsRead,
  reportUpdated,
} from './index.ts';

const ID = '0193a5b0-0000-7000-8000-000000000001';
const NOTICE = { certificationId: ID, userId: ID, notificationId: ID };

function isContract(value: unknown): value is EventContract<unknown> {
  return typeof value === 'object' && value !== null && 'producer' in value && 'data' in value;
}

test('each live topic has its contracts, and every live contract a topic', () => {
  const exported: readonly unknown[] = Object.values(contracts);
  const live = exported.filter(isContract).filter((contract) => contract.live !== undefined);
  const typesOf = (topic: string) => live.filter((contract) => contract.live === topic).map((contract) => contract.type);
  expect(Object.fromEntries(LIVE_TOPICS.map((topic) => [topic, typesOf(topic).sort()]))).toEqual({
    certification: [certificationStatusChanged.type, caseUnassigned.type],
    notification: [notificationSent.type, notificationsRead.type],
    report: [reportUpdated.type],
  });
});

test('a notification’s event from before numbers is taken, and says that it has none', () => {
  expect(notificationSent.data.parse(NOTICE)).toEqual({ ...NOTICE, number: null, topic: null, occasion: null });
  const numbered = { ...NOTICE, number: 7, topic: 'certification.issued', occasion: 'certification.issued' };
  expect(notificationSent.data.parse(numbered)).toEqual(numbered);
});

test.each([0, -1, 1.5, '1'])('a notification is not number %j', (number) => {
  expect(notificationSent.data.safeParse({ ...NOTICE, number }).success).toBe(false);
});

test('a report’s event holds its version and nothing of its figures', () => {
  const told = { report: 'COMPLETION', version: 3, completions: 10 };
  expect(reportUpdated.data.parse(told)).toEqual({ report: 'COMPLETION', version: 3 });
});

test.each([
  { report: 'COMPLETION', version: 0 },
  { report: 'SALARIES', version: 1 },
])('%j is no report’s event', (told) => {
  expect(reportUpdated.data.safeParse(told).success).toBe(false);
});
