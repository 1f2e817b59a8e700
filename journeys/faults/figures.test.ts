import { expect, test } from 'vitest';
import { figuresOf, percentile } from './figures.ts';
import type { HistoryRecord } from './history.ts';

const opens = (at: number, connection: number): HistoryRecord => ({
  at,
  op: 'opens',
  client: 'alice',
  connection,
  feed: 'certification:1',
  tenant: 'raices',
  transport: 'graphql-ws',
});
const ended = (at: number, connection: number): HistoryRecord => ({ at, op: 'ended', client: 'alice', connection, why: 'reset' });
const accepted = (at: number, connection: number): HistoryRecord => ({ at, op: 'accepted', client: 'alice', connection });
const told = (at: number, connection: number, occurredAt: number): HistoryRecord => ({
  at,
  op: 'told',
  client: 'alice',
  connection,
  kind: 'CHANGE',
  number: connection,
  content: { occurredAt },
});
const waitsIn = (...history: HistoryRecord[]) => figuresOf(history).resumes.map(({ ms }) => ms);

test('a client that missed something waits from the cut until it is told', () => {
  expect(waitsIn(opens(0, 1), ended(1_000, 1), opens(1_100, 2), accepted(1_150, 2), told(1_400, 2, 1_050))).toEqual([350]);
});

test('a client that missed nothing waits until it is accepted, and not for something to happen', () => {
  expect(waitsIn(opens(0, 1), ended(1_000, 1), opens(1_100, 2), accepted(1_250, 2), told(9_030, 2, 9_000))).toEqual([250]);
});

test('connections that fail are one wait, from the first cut', () => {
  expect(waitsIn(opens(0, 1), ended(1_000, 1), opens(1_100, 2), ended(1_200, 2), opens(1_400, 3), told(2_000, 3, 1_100))).toEqual(
    [1_000],
  );
});

test('the wait begins when what was away is back, if that is later than the cut', () => {
  const away: HistoryRecord = { at: 900, op: 'away', what: 'postgres' };
  const back: HistoryRecord = { at: 3_000, op: 'back', what: 'postgres' };
  expect(waitsIn(opens(0, 1), away, ended(1_000, 1), opens(1_100, 2), back, told(3_200, 2, 1_050))).toEqual([200]);
});

test('an outage that comes after the answer does not shorten the wait', () => {
  const away: HistoryRecord = { at: 3_000, op: 'away', what: 'postgres' };
  const back: HistoryRecord = { at: 4_000, op: 'back', what: 'postgres' };
  expect(waitsIn(opens(0, 1), ended(1_000, 1), opens(1_100, 2), told(2_000, 2, 900), away, back)).toEqual([1_000]);
});

test('a wait belongs to the faults during which it began', () => {
  const fault = (at: number, phase: 'begins' | 'over'): HistoryRecord => ({ at, op: 'fault', name: 'cut-clients', phase });
  const history = [fault(900, 'begins'), ended(1_000, 1), opens(1_100, 2), told(1_300, 2, 950), fault(1_400, 'over')];
  expect(figuresOf([opens(0, 1), ...history]).resumes).toMatchObject([{ faults: ['cut-clients'], transport: 'graphql-ws' }]);
});

test('events over a connection that lasts have a delay, the first after a cut has none', () => {
  expect(figuresOf([opens(0, 1), told(130, 1, 100), ended(1_000, 1), told(2_000, 2, 100), told(2_250, 2, 2_200)]).delays).toEqual(
    [30, 50],
  );
});

test('a percentile is one of the values', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile(values, 1), percentile([], 0.5)]).toEqual([
    50,
    99,
    100,
    undefined,
  ]);
});
