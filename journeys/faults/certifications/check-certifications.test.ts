import { expect, test } from 'vitest';
import type { HistoryRecord } from '../history.ts';
import { CERTIFICATION_RULES, type CertificationRule, checkCertifications } from './check-certifications.ts';

const BEGIN = 1_000_000;
const PATH = ['REGISTERED', 'EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED', 'SUBMISSION_PREPARED'];
const LIVES = {
  one: [...PATH, 'SUBMISSION_UNKNOWN', 'SUBMITTED', 'IN_PROCESS', 'ISSUED'],
  two: [...PATH, 'SUBMISSION_PREPARED', 'SUBMITTED', 'IN_PROCESS', 'REJECTED', 'CLOSED'],
  three: ['REGISTERED', 'EVALUATING', 'JUDGED_NOT_YET'],
};
const refOf = (id: string) => `raices:${id}:1`;

const happened = (id: string, number: number, status: string): HistoryRecord => ({
  at: BEGIN + number * 1_000,
  op: 'happened',
  feed: `certification:${id}`,
  tenant: 'raices',
  number,
  content: { status },
});
const recorded = (id: string, number: number, phase: 'before' | 'after', action = 'authority.submit'): HistoryRecord => ({
  at: BEGIN + number,
  op: 'recorded',
  tenant: 'raices',
  number,
  hash: `hash ${number}`,
  action,
  phase,
  externalRef: refOf(id),
});
const received = (id: string, ...statuses: string[]): HistoryRecord => ({
  at: BEGIN,
  op: 'received',
  externalRef: refOf(id),
  authorityId: `SBX-${id}`,
  statuses,
});
const counted = (kind: string, object: string): HistoryRecord => ({ at: BEGIN, op: 'counted', kind, object });

/** One is issued after an uncertainty, two is rejected and closed, three is not yet competent. */
const honest = (): HistoryRecord[] => [
  ...Object.keys(LIVES).map(
    (id) => ({ at: BEGIN, op: 'promised', tenant: 'raices', certification: id, enrollment: `enrolment of ${id}` }) as const,
  ),
  { at: BEGIN, op: 'polled', certification: 'one', number: 2, status: 'EVALUATING' },
  { at: BEGIN, op: 'shown', tenant: 'raices', number: 1, hash: 'hash 1' },
  { at: BEGIN + 60_000, op: 'end' },
  ...Object.entries(LIVES).flatMap(([id, statuses]) => statuses.map((status, index) => happened(id, index + 1, status))),
  received('one', 'RECEIVED', 'IN_REVIEW', 'APPROVED'),
  received('two', 'RECEIVED', 'IN_REVIEW', 'REJECTED'),
  { at: BEGIN, op: 'calls', kind: 'submit', count: 2 },
  { at: BEGIN, op: 'calls', kind: 'poll', count: 1 },
  recorded('one', 1, 'before'),
  recorded('one', 2, 'after'),
  recorded('two', 3, 'before'),
  recorded('two', 4, 'after'),
  // The process that asked was killed.
  recorded('one', 5, 'before', 'authority.find'),
  ...Object.keys(LIVES).map((id) => counted('COURSE_COMPLETED', `enrolment of ${id}`)),
  counted('OFFICIAL_CERTIFICATE_ISSUED', 'one'),
  { at: BEGIN, op: 'tried', what: 'learner-05', status: 503, codes: ['UNAVAILABLE'] },
  { at: BEGIN, op: 'erasure', person: 'alice', phase: 'accepted' },
  { at: BEGIN, op: 'erasure', person: 'alice', phase: 'completed', pieces: 10_000 },
  { at: BEGIN, op: 'planted', kind: 'unsigned', where: 'courses', reference: '1-1' },
  { at: BEGIN, op: 'planted', kind: 'poison', where: 'courses', reference: 'event' },
  { at: BEGIN, op: 'planted', kind: 'senseless job', where: 'conocer', reference: 'conocer senseless job' },
  { at: BEGIN, op: 'buried', island: 'analytics', reference: '1-1', attempts: 1 },
  { at: BEGIN, op: 'buried', island: 'analytics', reference: 'event', attempts: 7 },
  { at: BEGIN, op: 'alerted', about: '1-1', says: 'an event that is not signed by us was refused' },
  { at: BEGIN, op: 'alerted', about: 'event', says: 'an event could not be handled and was buried' },
  { at: BEGIN, op: 'alerted', about: 'conocer', says: 'a job that is no reminder of ours was refused' },
  { at: BEGIN, op: 'stream', stream: 'courses', reader: 'analytics', pending: 0, lag: 0 },
];
const broken = (history: readonly HistoryRecord[]) => [...new Set(checkCertifications(history).map(({ rule }) => rule))];

test('a history in which every case went its way once breaks no rule', () => {
  expect(checkCertifications(honest())).toEqual([]);
});

type Test = (record: HistoryRecord) => boolean;
const is =
  (op: HistoryRecord['op'], part: Record<string, unknown> = {}): Test =>
  (record) =>
    record.op === op && Object.entries(part).every(([key, value]) => (record as Record<string, unknown>)[key] === value);
const without = (unwanted: Test) => honest().filter((one) => !unwanted(one));
const instead = (wanted: Test, change: Record<string, unknown>) =>
  honest().map((one) => (wanted(one) ? ({ ...one, ...change } as HistoryRecord) : one));
const entry = (id: string, number: number) => is('happened', { feed: `certification:${id}`, number });

const PLANTED: Record<string, { history: () => HistoryRecord[]; rules: CertificationRule[] }> = {
  'an entry of a case is missing': { history: () => without(entry('two', 6)), rules: ['S1'] },
  'a case changes after its end': { history: () => [...honest(), happened('one', 10, 'SUBMITTED')], rules: ['S2'] },
  'a case skips its evaluation': {
    history: () => instead(entry('three', 2), { content: { status: 'JUDGED_COMPETENT' } }),
    rules: ['S3'],
  },
  'a case begins in the middle': {
    history: () => instead(entry('three', 1), { content: { status: 'SUBMITTED' } }),
    rules: ['S3', 'C3'],
  },
  'an accepted case does not end': { history: () => without(entry('three', 3)), rules: ['C1'] },
  'an accepted case is not there': {
    history: () => without(is('happened', { feed: 'certification:three' })),
    rules: ['C1'],
  },
  'a case ends twice': { history: () => [...honest(), happened('one', 10, 'CLOSED')], rules: ['S2', 'C1'] },
  'a submission is received twice': {
    history: () => [...honest(), received('one', 'RECEIVED')],
    rules: ['C2'],
  },
  'a case is said to be submitted, and is not': {
    history: () => without(is('received', { externalRef: refOf('one') })),
    rules: ['C3', 'C6'],
  },
  'the authority has what the case knows nothing of': {
    history: () => [...honest(), received('three', 'RECEIVED'), recorded('three', 8, 'before'), recorded('three', 9, 'after')],
    rules: ['C4'],
  },
  'the authority has what nobody asked for': {
    history: () => [...honest(), received('four', 'RECEIVED'), recorded('four', 8, 'before'), recorded('four', 9, 'after')],
    rules: ['C5'],
  },
  'a case is issued that was rejected': {
    history: () => instead(is('received', { externalRef: refOf('one') }), { statuses: ['RECEIVED', 'REJECTED'] }),
    rules: ['C6'],
  },
  'a case is rejected that was approved': {
    history: () => instead(is('received', { externalRef: refOf('two') }), { statuses: ['RECEIVED', 'APPROVED'] }),
    rules: ['C6'],
  },
  'a client is shown another state': { history: () => instead(is('polled'), { status: 'ISSUED' }), rules: ['C7'] },
  'a client is shown an entry that is not there': { history: () => instead(is('polled'), { number: 77 }), rules: ['C7'] },
  'a completion is not counted': {
    history: () => without(is('counted', { object: 'enrolment of two' })),
    rules: ['A1'],
  },
  'an official certificate is not counted': {
    history: () => without(is('counted', { kind: 'OFFICIAL_CERTIFICATE_ISSUED' })),
    rules: ['A1'],
  },
  'a completion is counted twice': {
    history: () => [...honest(), counted('COURSE_COMPLETED', 'enrolment of two')],
    rules: ['A2'],
  },
  'a submission is handed in with nothing on record': {
    history: () => without((one) => is('recorded', { externalRef: refOf('two') })(one)),
    rules: ['P1'],
  },
  'the authority is called more often than is on record': {
    history: () => instead(is('calls', { kind: 'poll' }), { count: 2 }),
    rules: ['P1'],
  },
  'a call is recorded after it alone': {
    history: () => [...honest(), recorded('two', 8, 'after', 'authority.status')],
    rules: ['P1'],
  },
  'a submission is recorded before it alone': { history: () => without(is('recorded', { number: 4 })), rules: ['P1'] },
  'an entry that was shown is lost': {
    history: () => [...honest(), { at: BEGIN, op: 'shown', tenant: 'raices', number: 9, hash: 'hash 9' }],
    rules: ['P2'],
  },
  'an entry that was shown was changed': { history: () => instead(is('shown'), { hash: 'another' }), rules: ['P2'] },
  'a learner is told of a mistake of ours': { history: () => instead(is('tried'), { codes: ['INTERNAL'] }), rules: ['Q1'] },
  'a learner is not told why': { history: () => instead(is('tried'), { status: 200, codes: [] }), rules: ['Q1'] },
  'somebody who was to be erased was not': { history: () => without(is('erasure', { phase: 'completed' })), rules: ['E1'] },
  'nobody looked for what is left of her': {
    history: () => instead(is('erasure', { phase: 'completed' }), { pieces: 0 }),
    rules: ['E1'],
  },
  'something is left of her': {
    history: () => [...honest(), { at: BEGIN, op: 'left', person: 'alice', what: 'CURP', place: 'redis bull:*', count: 1 }],
    rules: ['E2'],
  },
  'what is forged is acted upon': {
    history: () => [...honest(), { at: BEGIN, op: 'taken-in', what: 'a forgery', where: 'postgres certification.completions' }],
    rules: ['X1'],
  },
  'what is forged is not laid aside': { history: () => without(is('buried', { reference: '1-1' })), rules: ['X2'] },
  'what no reaction can take is not laid aside': { history: () => without(is('buried', { reference: 'event' })), rules: ['X2'] },
  'what no reaction can take is given up at once': {
    history: () => instead(is('buried', { reference: 'event' }), { attempts: 1 }),
    rules: ['X2'],
  },
  'nobody is told of a forged entry': { history: () => without(is('alerted', { about: '1-1' })), rules: ['X3'] },
  'nobody is told of a forged job': { history: () => without(is('alerted', { about: 'conocer' })), rules: ['X3'] },
  'an island holds on to an entry': { history: () => instead(is('stream'), { pending: 1 }), rules: ['X4'] },
  'an island does not read on': { history: () => instead(is('stream'), { lag: 3 }), rules: ['X4'] },
};

test.each(Object.entries(PLANTED))('it is found that %s', (_name, { history, rules }) => {
  expect(broken(history())).toEqual(rules);
});

test('every rule has a planted violation', () => {
  const planted = new Set(Object.values(PLANTED).flatMap(({ rules }) => rules));
  expect(Object.keys(CERTIFICATION_RULES).filter((rule) => !planted.has(rule as CertificationRule))).toEqual([]);
});

test('nothing is said of a run that was broken off: the other checker says it', () => {
  expect(checkCertifications(without(is('end')))).toEqual([]);
});
