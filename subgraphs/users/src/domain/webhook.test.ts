import { expect, test } from 'vitest';
import { afterAttempt } from './webhook.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const twice = (attempts: number) => (attempts < 3 ? 1_000 * attempts : undefined);

test('a delivery that was accepted is over, whatever came before', () => {
  expect(afterAttempt({ attempts: 2 }, { kind: 'delivered', statusCode: 202 }, now, twice)).toEqual({
    state: { status: 'DELIVERED', attempts: 3, statusCode: 202, failure: null, attemptedAt: now },
    dueAt: undefined,
  });
});

test('one that failed is due again after its wait, until it was tried often enough', () => {
  const failed = { kind: 'failed', failure: 'DEADLINE', isFinal: false } as const;
  const due = (attempts: number) => afterAttempt({ attempts }, failed, now, twice);
  expect(due(0)).toEqual({
    state: { status: 'PENDING', attempts: 1, statusCode: null, failure: 'DEADLINE', attemptedAt: now },
    dueAt: new Date(now.getTime() + 1_000),
  });
  expect(due(1).dueAt).toEqual(new Date(now.getTime() + 2_000));
  expect(due(2)).toMatchObject({ state: { status: 'FAILED', attempts: 3 }, dueAt: undefined });
});

test('one that failed for good is over at once', () => {
  const gone = { kind: 'failed', failure: 'STATUS', statusCode: 410, isFinal: true } as const;
  expect(afterAttempt({ attempts: 0 }, gone, now, twice)).toMatchObject({
    state: { status: 'FAILED', statusCode: 410 },
    dueAt: undefined,
  });
});
