import type { HistoryRecord } from '../history.ts';

/** What must hold of every accepted certification, by the names that violations bear. */
export const CERTIFICATION_RULES = {
  S1: 'the history of a case has a gap or a repeat',
  S2: 'a case changed after its end',
  S3: 'a case took a step that there is not',
  C1: 'an accepted case has not exactly one end',
  C2: 'the authority has a submission more than once',
  C3: 'a case says that the authority has it, and it has not',
  C4: 'the authority has a submission that its case knows nothing of',
  C5: 'the authority has a submission that nobody asked for',
  C6: 'a case says another verdict than the authority gave',
  C7: 'a client was shown a state that a case never had',
  A1: 'what happened to a case was not counted',
  A2: 'what happened to a case was counted twice',
  P1: 'a call to the authority is not on record before and after',
  P2: 'an entry of the audit log that was shown is gone, or says something else',
  Q1: 'a learner was refused with a code that tells of no outage, or with none',
  E1: 'somebody who was to be erased was not',
  E2: 'something is left of somebody who was erased',
  X1: 'what is not ours was acted upon',
  X2: 'what no reaction can take is not laid aside, or was not tried again',
  X3: 'no error was logged about what is not ours',
  X4: 'a stream stands still',
} as const;
export type CertificationRule = keyof typeof CERTIFICATION_RULES;

/** States in which a case ends; later lives of an issued certificate do not occur in these runs. */
const ENDS: ReadonlySet<string> = new Set(['ISSUED', 'CLOSED', 'JUDGED_NOT_YET', 'WITHDRAWN', 'LAPSED']);
/** The case may say these only of a submission that the authority has, or may have. */
const AT_AUTHORITY: ReadonlySet<string> = new Set(['SUBMITTED', 'IN_PROCESS', 'ISSUED']);

const END_EARLY = ['CLOSED', 'WITHDRAWN', 'LAPSED'];
const VERDICT = ['ISSUED', 'REJECTED'];
/** What may follow what, on the path that needs no evaluator. Written down from the domain notes (table of states), not from the island. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  '': ['REGISTERED'],
  REGISTERED: ['EVALUATING', ...END_EARLY],
  EVALUATING: ['JUDGED_COMPETENT', 'JUDGED_NOT_YET', ...END_EARLY],
  JUDGED_COMPETENT: ['RESULTS_DELIVERED', ...END_EARLY],
  RESULTS_DELIVERED: ['SUBMISSION_PREPARED', ...END_EARLY],
  // Itself, with another hold.
  SUBMISSION_PREPARED: ['SUBMISSION_PREPARED', 'SUBMISSION_UNKNOWN', 'SUBMITTED', 'IN_PROCESS', ...VERDICT, ...END_EARLY],
  // Found absent, and then held back.
  SUBMISSION_UNKNOWN: ['SUBMISSION_PREPARED', 'SUBMITTED', 'IN_PROCESS', ...VERDICT],
  SUBMITTED: ['IN_PROCESS', ...VERDICT],
  IN_PROCESS: VERDICT,
  REJECTED: ['SUBMISSION_PREPARED', ...END_EARLY],
};

/** What a client may be told while something is away; she tries again. */
const OUTAGE_CODES: ReadonlySet<string> = new Set(['UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED']);

type Violation = { readonly rule: CertificationRule; readonly what: string; readonly at: number };
type Of<Op extends HistoryRecord['op']> = HistoryRecord & { op: Op };
type State = { readonly at: number; readonly number: number; readonly status: string };

/**
 * Compares what clients were promised and shown with what the islands' logs, the authority's ledger, the audit log and analytics say in the end.
 * Says nothing of a history without end.
 */
export function checkCertifications(history: readonly HistoryRecord[]): Violation[] {
  const violations: Violation[] = [];
  const end = history.findLast(({ op }) => op === 'end');
  if (end === undefined) return violations;
  const of = <Op extends HistoryRecord['op']>(op: Op) => history.filter((one): one is Of<Op> => one.op === op);
  const break_ = (rule: CertificationRule, what: string, at = end.at) => violations.push({ rule, what, at });

  const accepted = new Map(of('promised').map((one) => [one.certification, one]));
  const states = statesOf(of('happened'), accepted);
  for (const [id, log] of states) checkPath(id, log, break_);

  const received = Map.groupBy(of('received'), ({ externalRef }) => externalRef);
  const refsOf = Map.groupBy(received.keys(), (ref) => ref.split(':')[1] ?? '');
  for (const [ref, copies] of received) {
    if (copies.length > 1) break_('C2', `the authority has ${ref} ${copies.length} times`);
    if (!accepted.has(ref.split(':')[1] ?? '')) break_('C5', `the authority has ${ref}, which nobody asked for`);
  }
  for (const id of accepted.keys()) {
    const log = states.get(id) ?? [];
    const ends = log.filter(({ status }) => ENDS.has(status));
    if (ends.length !== 1) break_('C1', `${id} has ${ends.length} ends, and is ${log.at(-1)?.status ?? 'nothing'}`);
    const refs = refsOf.get(id) ?? [];
    const isThere = log.some(({ status }) => AT_AUTHORITY.has(status));
    if (isThere && refs.length === 0) break_('C3', `${id} was ${log.at(-1)?.status}; the authority has nothing of it`);
    if (!isThere && refs.length > 0 && !log.some(({ status }) => status === 'REJECTED'))
      break_('C4', `the authority has ${refs.join(', ')}; the case is ${log.at(-1)?.status ?? 'nothing'}`);
    const given = new Set(refs.flatMap((ref) => received.get(ref) ?? []).flatMap(({ statuses }) => statuses));
    for (const { status, at } of log)
      if ((status === 'ISSUED' && !given.has('APPROVED')) || (status === 'REJECTED' && refs.length > 0 && !given.has('REJECTED')))
        break_('C6', `${id} is ${status}; the authority said ${[...given].join(', ')}`, at);
  }
  for (const { certification, number, status, at } of of('polled')) {
    const entry = states.get(certification)?.find((one) => one.number === number);
    if (entry?.status !== status) break_('C7', `${certification} was shown as ${status} at ${number}`, at);
  }
  checkFacts(of('counted'), accepted, states, break_);
  checkRecords(of('recorded'), of('calls'), received, break_);
  const kept = new Map(of('recorded').map(({ tenant, number, hash }) => [`${tenant} ${number}`, hash]));
  for (const { tenant, number, hash, at } of of('shown'))
    if (kept.get(`${tenant} ${number}`) !== hash) break_('P2', `entry ${number} of ${tenant} was shown and is not there`, at);
  for (const { what, status, codes, at } of of('tried')) {
    const odd = codes.filter((code) => !OUTAGE_CODES.has(code));
    if (odd.length > 0 || codes.length === 0)
      break_('Q1', `${what} was answered ${status} with ${odd.join(', ') || 'no code'}`, at);
  }
  checkErasures(of('erasure'), of('left'), break_);
  checkPlanted(history, break_);
  return violations;
}

function checkErasures(erasures: readonly Of<'erasure'>[], left: readonly Of<'left'>[], break_: Break): void {
  const completed = erasures.filter(({ phase }) => phase === 'completed');
  for (const { person, phase } of erasures)
    if (phase === 'accepted' && !completed.some((one) => one.person === person && (one.pieces ?? 0) > 0))
      break_('E1', `${person} was to be erased, and was not`);
  for (const { person, what, place, count } of left) break_('E2', `${what} of ${person} is in ${place}, ${count} times`);
}

/** An entry that is not ours is laid aside at once, one that cannot be taken after this many attempts at least; a job is refused, and not kept. */
const POISON_ATTEMPTS = 3;

function checkPlanted(history: readonly HistoryRecord[], break_: Break): void {
  const of = <Op extends HistoryRecord['op']>(op: Op) => history.filter((one): one is Of<Op> => one.op === op);
  for (const { what, where } of of('taken-in')) break_('X1', `${what} was found in ${where}`);
  const [buried, alerted] = [of('buried'), of('alerted')];
  for (const { kind, where, reference } of of('planted')) {
    const isJob = kind.endsWith('job') || kind.startsWith('job ');
    const aside = buried.filter((one) => one.reference === reference);
    if (!isJob && (aside.length === 0 || (kind === 'poison' && aside.some(({ attempts }) => attempts < POISON_ATTEMPTS))))
      break_('X2', `the ${kind} entry in the stream of ${where} was laid aside ${aside.length} times`);
    const isTold = isJob
      ? alerted.some(({ about, says }) => about === where && /\bjob\b/.test(says))
      : alerted.some(({ about }) => about === reference);
    if (!isTold) break_('X3', `nobody was told of the ${kind} in ${where}`);
  }
  for (const { stream, reader, pending, lag } of of('stream'))
    if (pending > 0 || lag > 0) break_('X4', `${reader} has ${pending} entries of ${stream} in hand and ${lag} before it`);
}

type Break = (rule: CertificationRule, what: string, at?: number) => void;

function statesOf(happened: readonly Of<'happened'>[], accepted: ReadonlyMap<string, unknown>): Map<string, State[]> {
  const states = new Map<string, State[]>();
  for (const { feed, at, number, content } of happened) {
    const id = feed.startsWith('certification:') ? feed.slice('certification:'.length) : '';
    if (accepted.has(id)) states.set(id, [...(states.get(id) ?? []), { at, number, status: String(content['status']) }]);
  }
  return states;
}

function checkPath(id: string, log: readonly State[], break_: Break): void {
  log.forEach(({ at, number, status }, index) => {
    const before = log[index - 1];
    if (number !== (before?.number ?? 0) + 1) break_('S1', `${id} has entry ${number} after ${before?.number ?? 'nothing'}`, at);
    if (before !== undefined && ENDS.has(before.status)) break_('S2', `${id} was ${before.status} and became ${status}`, at);
    else if (NEXT[before?.status ?? '']?.includes(status) !== true)
      break_('S3', `${id} went from ${before?.status ?? 'nothing'} to ${status}`, at);
  });
}

function checkFacts(
  counted: readonly Of<'counted'>[],
  accepted: ReadonlyMap<string, Of<'promised'>>,
  states: ReadonlyMap<string, readonly State[]>,
  break_: Break,
): void {
  const count = (kind: string, object: string) => counted.filter((fact) => fact.kind === kind && fact.object === object).length;
  for (const [id, { enrollment }] of accepted) {
    const isIssued = states.get(id)?.some(({ status }) => status === 'ISSUED') === true;
    const due: [string, string][] = [
      ['COURSE_COMPLETED', enrollment],
      ...(isIssued ? [['OFFICIAL_CERTIFICATE_ISSUED', id] satisfies [string, string]] : []),
    ];
    for (const [kind, object] of due) {
      const times = count(kind, object);
      if (times === 0) break_('A1', `${kind} of ${object} was not counted`);
      if (times > 1) break_('A2', `${kind} of ${object} was counted ${times} times`);
    }
  }
}

/** Which calls of the authority's own count an action leads to; a look-up and a question are one kind there. */
const KINDS: Readonly<Record<string, string>> = {
  'authority.submit': 'submit',
  'authority.find': 'poll',
  'authority.status': 'poll',
};

function checkRecords(
  recorded: readonly Of<'recorded'>[],
  calls: readonly Of<'calls'>[],
  received: ReadonlyMap<string, readonly unknown[]>,
  break_: Break,
): void {
  for (const ref of received.keys())
    if (!recorded.some((one) => one.externalRef === ref && one.action === 'authority.submit' && one.phase === 'before'))
      break_('P1', `${ref} was handed in, and nothing was on record before`);
  for (const { kind, count } of calls) {
    const before = recorded.filter(({ action, phase }) => phase === 'before' && KINDS[action] === kind).length;
    if (count > before) break_('P1', `the authority was called ${count} times to ${kind}; ${before} are on record`);
  }
  for (const [key, entries] of Map.groupBy(recorded, ({ externalRef, action }) => `${action} of ${externalRef}`)) {
    let open = 0;
    for (const { phase, at } of entries.toSorted((one, other) => one.number - other.number)) {
      open += phase === 'before' ? 1 : -1;
      if (open < 0) break_('P1', `${key} is on record as over, and was never begun`, at);
    }
    // A question changes nothing: one whose process ended has no end. What is handed in always has one.
    if (open > 0 && key.startsWith('authority.submit')) break_('P1', `${key} is on record as begun, and never as over`);
  }
}
