import { expect, test } from 'vitest';
import { checkHistory, type Rule } from './check-history.ts';
import type { HistoryRecord } from './history.ts';

const BEGIN = 1_000_000;
const FEED = 'certification:1';
const STATES = ['REGISTERED', 'EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED', 'SUBMISSION_PREPARED', 'SUBMITTED'];

const happened = (number: number): HistoryRecord => ({
  at: BEGIN + number * 1_000,
  op: 'happened',
  feed: FEED,
  tenant: 'raices',
  number,
  content: { status: STATES[number - 1] ?? 'IN_PROCESS', certificationId: '1' },
});
const opens = (connection: number, after?: number): HistoryRecord => ({
  at: BEGIN + (after ?? 0) * 1_000,
  op: 'opens',
  client: 'alice',
  connection,
  feed: FEED,
  tenant: 'raices',
  transport: 'graphql-ws',
  ...(after === undefined ? {} : { after }),
});
const told = (number: number, kind = 'CHANGE', connection = 1): HistoryRecord => ({
  at: BEGIN + number * 1_000 + 20,
  op: 'told',
  client: 'alice',
  connection,
  kind,
  number,
  content: { status: STATES[number - 1] ?? 'IN_PROCESS', certificationId: '1' },
});
const asked = (change: Partial<HistoryRecord & { op: 'asked' }> = {}): HistoryRecord => ({
  at: BEGIN,
  op: 'asked',
  tookMs: 40,
  stalledMs: 0,
  status: 200,
  codes: [],
  hasData: true,
  ...change,
});
const END: HistoryRecord = { at: BEGIN + 60_000, op: 'end' };

/** Alice sees a snapshot at 2, is cut off after 4, and comes back for 5 and 6. */
const honest = (): HistoryRecord[] => [
  opens(1),
  told(2, 'SNAPSHOT'),
  told(3),
  told(4),
  { at: BEGIN + 4_500, op: 'ended', client: 'alice', connection: 1, why: 'closed 1006' },
  opens(2, 4),
  { at: BEGIN + 4_600, op: 'refused', client: 'alice', connection: 2, codes: ['UNAVAILABLE'] },
  told(5, 'CHANGE', 2),
  told(6, 'CHANGE', 2),
  asked(),
  asked({ status: 0, codes: ['ECONNRESET'], hasData: false }),
  asked({ status: 503, codes: ['UNAVAILABLE'], hasData: false }),
  END,
  ...STATES.map((_, index) => happened(index + 1)),
];
const isTold = (number: number) => (record: HistoryRecord) => record.op === 'told' && record.number === number;
const rulesBrokenBy = (history: readonly HistoryRecord[]) => [...new Set(checkHistory(history).map(({ rule }) => rule))];

test('a history in which every event came once and in order breaks no rule', () => {
  expect(checkHistory(honest())).toEqual([]);
});

/** What was done to the honest history, and which rules alone that breaks. */
const PLANTED: Record<string, { plant(history: HistoryRecord[]): HistoryRecord[]; rules: Rule[] }> = {
  'an event in the middle is lost': { plant: (history) => history.filter((one) => !isTold(3)(one)), rules: ['LOST'] },
  'an event at a resume is lost': { plant: (history) => history.filter((one) => !isTold(5)(one)), rules: ['LOST'] },
  'the last event is lost': { plant: (history) => history.filter((one) => !isTold(6)(one)), rules: ['BEHIND'] },
  'a client sees nothing at all': { plant: (history) => history.filter(({ op }) => op !== 'told'), rules: ['BEHIND'] },
  'an event is told twice': {
    plant: (history) => history.flatMap((one) => (isTold(4)(one) ? [one, one] : [one])),
    rules: ['DUPLICATE'],
  },
  'an event is told again after a resume': {
    plant: (history) => history.flatMap((one) => (isTold(5)(one) ? [told(4, 'CHANGE', 2), one] : [one])),
    rules: ['DUPLICATE'],
  },
  'two events change places': {
    plant: (history) => history.map((one) => (isTold(3)(one) ? told(4) : isTold(4)(one) ? told(3) : one)),
    rules: ['ORDER'],
  },
  'an event comes that never happened': {
    plant: (history) => history.flatMap((one) => (isTold(6)(one) ? [one, told(7)] : [one])),
    rules: ['PHANTOM'],
  },
  'an event says something else than the log': {
    plant: (history) =>
      history.map((one) => (isTold(4)(one) ? ({ ...one, content: { status: 'ISSUED' } } as HistoryRecord) : one)),
    rules: ['CONTENT'],
  },
  'a snapshot says something else than the log': {
    plant: (history) =>
      history.map((one) => (isTold(2)(one) ? ({ ...one, content: { status: 'ISSUED' } } as HistoryRecord) : one)),
    rules: ['CONTENT'],
  },
  'an event is about another certification of the tenant': {
    plant: (history) =>
      history.map((one) =>
        isTold(3)(one) ? ({ ...one, content: { status: STATES[2], certificationId: '2' } } as HistoryRecord) : one,
      ),
    rules: ['CONTENT'],
  },
  'a client is told RESET although nothing was lost': {
    plant: (history) => history.map((one) => (isTold(5)(one) ? told(5, 'RESET', 2) : one)),
    rules: ['RESET'],
  },
  'a client is told RESET twice where it was due once': {
    plant: (history) =>
      history.flatMap((one) =>
        isTold(5)(one) ? [{ at: one.at, op: 'reset-due', feed: FEED } as const, told(5, 'RESET', 2), told(5, 'RESET', 2)] : [one],
      ),
    rules: ['RESET'],
  },
  'a client comes with a token and gets a snapshot': {
    plant: (history) => history.map((one) => (isTold(5)(one) ? told(5, 'SNAPSHOT', 2) : one)),
    rules: ['ANEW'],
  },
  'a client without a token gets no snapshot': {
    plant: (history) => history.filter((one) => !isTold(2)(one)),
    rules: ['ANEW'],
  },
  'a client of another tenant is told events': {
    plant: (history) => history.map((one) => (one.op === 'opens' ? { ...one, tenant: 'solaris' } : one)),
    rules: ['TENANT'],
  },
  'a client is refused for no reason': {
    plant: (history) => history.map((one) => (one.op === 'refused' ? { ...one, codes: ['NOT_FOUND'] } : one)),
    rules: ['REFUSED'],
  },
  'a query is answered late': { plant: (history) => [asked({ tookMs: 9_000 }), ...history], rules: ['LATE'] },
  'a query breaks off late': {
    plant: (history) => [asked({ tookMs: 9_000, status: 0, codes: ['ECONNRESET'], hasData: false }), ...history],
    rules: ['LATE'],
  },
  'a query gets neither data nor a code': {
    plant: (history) => [asked({ hasData: false }), ...history],
    rules: ['SILENT'],
  },
  'the log has an entry twice': { plant: (history) => [...history, happened(6)], rules: ['GAP'] },
  'a gateway does not end in time': {
    plant: (history) => [{ at: BEGIN, op: 'broke', what: 'gateway ended with null' }, ...history],
    rules: ['BROKE'],
  },
  'the run was broken off': { plant: (history) => history.filter(({ op }) => op !== 'end'), rules: ['UNFINISHED'] },
};

test.each(Object.entries(PLANTED))('it is found that %s', (_name, { plant, rules }) => {
  expect(rulesBrokenBy(plant(honest()))).toEqual(rules);
});

test('a RESET is fine where the log no longer has what the token speaks of, and an event before it is not missed', () => {
  const history = honest().flatMap((one) =>
    isTold(5)(one) ? [{ at: one.at, op: 'reset-due', feed: FEED } as const, told(6, 'RESET', 2)] : isTold(6)(one) ? [] : [one],
  );
  expect(checkHistory(history)).toEqual([]);
});

test('what happened shortly before the end may still be on its way', () => {
  const late = { ...happened(7), at: END.at - 2_000 };
  expect(checkHistory([...honest(), late])).toEqual([]);
  expect(rulesBrokenBy([...honest(), { ...late, at: END.at - 12_000 }])).toEqual(['BEHIND']);
});

test('numbers that the filter of a feed leaves out are not missed', () => {
  const history = honest().filter((one) => !isTold(3)(one) && !(one.op === 'happened' && one.number === 3));
  expect(checkHistory(history)).toEqual([]);
});

test('a client of another tenant may be refused as if there were nothing, and never for another reason', () => {
  const intruder = { at: BEGIN, client: 'diego', connection: 1 } as const;
  const tries = (codes: string[]): HistoryRecord[] => [
    { ...intruder, op: 'opens', feed: FEED, tenant: 'solaris', transport: 'graphql-sse' },
    { ...intruder, op: 'refused', codes },
    { ...intruder, op: 'ended', why: 'complete' },
  ];
  expect(checkHistory([...tries(['NOT_FOUND']), ...honest()])).toEqual([]);
  expect(rulesBrokenBy([...tries(['FORBIDDEN']), ...honest()])).toEqual(['REFUSED']);
});

test('an answer that was there before the asker had a processor to take it is not late', () => {
  expect(checkHistory([asked({ tookMs: 9_000, stalledMs: 4_000 }), ...honest()])).toEqual([]);
});

test('a feed of which only the newest entry counts may leave some out, and goes neither back nor beyond its log', () => {
  const of = (...numbers: number[]): HistoryRecord[] => [
    { ...opens(1), isCoalesced: true } as HistoryRecord,
    ...numbers.map((number, index) => ({ ...told(number, index === 0 ? 'SNAPSHOT' : 'CHANGE'), content: {} }) as HistoryRecord),
    END,
    happened(6),
  ];
  expect(checkHistory(of(2, 4, 6))).toEqual([]);
  expect(rulesBrokenBy(of(2, 4, 3, 6))).toEqual(['DUPLICATE']);
  expect(rulesBrokenBy(of(2, 4, 7))).toEqual(['PHANTOM']);
  expect(rulesBrokenBy(of(2, 4))).toEqual(['BEHIND']);
});
