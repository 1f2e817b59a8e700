import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, type CaseCommand, type CaseStatus, isOpen, type MissedCriterion, transition } from './case.ts';

const MISSED: MissedCriterion = { criterion: 'SUSTAINABILITY', required: 70, scored: 55.5, reason: 'BELOW_THRESHOLD' };

/** Every phase, and both kinds of those that have two. All submissions are the first. */
const CASES = {
  registered: { status: 'REGISTERED', hasStandard: true },
  evaluating: { status: 'EVALUATING', hasStandard: true },
  competent: { status: 'JUDGED_COMPETENT', hasStandard: true },
  notYet: { status: 'JUDGED_NOT_YET' },
  delivered: { status: 'RESULTS_DELIVERED', hasStandard: true },
  deliveredWithoutStandard: { status: 'RESULTS_DELIVERED', hasStandard: false },
  prepared: { status: 'SUBMISSION_PREPARED', attempt: 1, hold: null, missedCriteria: [] },
  unknown: { status: 'SUBMISSION_UNKNOWN', attempt: 1 },
  submitted: { status: 'SUBMITTED', attempt: 1 },
  inProcess: { status: 'IN_PROCESS', attempt: 1 },
  issued: { status: 'ISSUED', attempt: 1, officialFolio: 'D-1' },
  rejectedCorrectable: { status: 'REJECTED', attempt: 1, reason: 'La fotografía no cumple.', isCorrectable: true },
  rejectedForGood: { status: 'REJECTED', attempt: 1, reason: 'Certificado vigente.', isCorrectable: false },
  closed: { status: 'CLOSED', attempt: 1, reason: 'Certificado vigente.' },
} as const satisfies Record<string, Case>;
type CaseName = keyof typeof CASES;

const COMMANDS = {
  beginEvaluation: { kind: 'beginEvaluation' },
  judgeCompetent: { kind: 'judge', isCompetent: true },
  judgeNotYet: { kind: 'judge', isCompetent: false },
  deliverResults: { kind: 'deliverResults' },
  prepareSubmission: { kind: 'prepareSubmission' },
  close: { kind: 'close' },
  hold: { kind: 'recordHold', attempt: 1, hold: 'SOLARPUNK_COMPLIANCE', missedCriteria: [MISSED] },
  unknown: { kind: 'recordUnknown', attempt: 1 },
  sent: { kind: 'recordSent', attempt: 1 },
  accepted: { kind: 'recordAccepted', attempt: 1 },
  issued: { kind: 'recordIssued', attempt: 1, officialFolio: 'D-1' },
  rejected: { kind: 'recordRejected', attempt: 1, reason: 'Certificado vigente.', isCorrectable: false },
} as const satisfies Record<string, CaseCommand>;
type CommandName = keyof typeof COMMANDS;

/** What follows what; every pair that is not here is refused. */
const LEGAL: Partial<Record<CaseName, Partial<Record<CommandName, CaseStatus>>>> = {
  registered: { beginEvaluation: 'EVALUATING', close: 'CLOSED' },
  evaluating: { judgeCompetent: 'JUDGED_COMPETENT', judgeNotYet: 'JUDGED_NOT_YET', close: 'CLOSED' },
  competent: { deliverResults: 'RESULTS_DELIVERED', close: 'CLOSED' },
  delivered: { prepareSubmission: 'SUBMISSION_PREPARED', close: 'CLOSED' },
  prepared: {
    hold: 'SUBMISSION_PREPARED',
    unknown: 'SUBMISSION_UNKNOWN',
    sent: 'SUBMITTED',
    accepted: 'IN_PROCESS',
    issued: 'ISSUED',
    rejected: 'REJECTED',
  },
  unknown: { sent: 'SUBMITTED', accepted: 'IN_PROCESS', issued: 'ISSUED', rejected: 'REJECTED' },
  submitted: { accepted: 'IN_PROCESS', issued: 'ISSUED', rejected: 'REJECTED' },
  inProcess: { issued: 'ISSUED', rejected: 'REJECTED' },
  rejectedCorrectable: { prepareSubmission: 'SUBMISSION_PREPARED', close: 'CLOSED' },
  rejectedForGood: { close: 'CLOSED' },
};

const PAIRS = (Object.keys(CASES) as CaseName[]).flatMap((from) =>
  (Object.keys(COMMANDS) as CommandName[]).map((command) => ({ from, command, to: LEGAL[from]?.[command] })),
);

describe('every pair of phase and command', () => {
  test.each(PAIRS.filter((pair) => pair.to !== undefined))('$from, $command: $to', ({ from, command, to }) => {
    const taken = transition(CASES[from], COMMANDS[command]);
    expect(taken.ok && taken.value.next.status).toBe(to);
    expect(taken.ok && taken.value.previous).toBe(CASES[from]);
  });

  test('that is not in the table of what follows what is refused, with the state and the command', () => {
    const refused = PAIRS.filter((pair) => pair.to === undefined);
    expect(refused).toHaveLength(PAIRS.length - 27);
    for (const { from, command } of refused) {
      expect(transition(CASES[from], COMMANDS[command])).toMatchObject({
        ok: false,
        error: { status: CASES[from].status, command: COMMANDS[command].kind },
      });
    }
  });
});

describe('a case that has ended', () => {
  test.each(['notYet', 'deliveredWithoutStandard', 'issued', 'closed'] as const)('%s stays ended, whatever comes', (name) => {
    expect(isOpen(CASES[name])).toBe(false);
    for (const command of Object.values(COMMANDS)) expect(transition(CASES[name], command).ok).toBe(false);
  });

  test('takes no later reversal of its verdict', () => {
    expect(transition(CASES.issued, COMMANDS.rejected)).toMatchObject({ ok: false, error: { kind: 'Final' } });
    expect(transition(CASES.closed, COMMANDS.issued)).toMatchObject({ ok: false, error: { kind: 'Final' } });
    expect(transition(CASES.issued, { ...COMMANDS.issued, officialFolio: 'D-2' })).toMatchObject({
      ok: false,
      error: { kind: 'Final' },
    });
  });
});

describe('news of the authority', () => {
  test.each([
    ['unknown', 'unknown'],
    ['submitted', 'sent'],
    ['inProcess', 'accepted'],
    ['issued', 'issued'],
    ['rejectedForGood', 'rejected'],
    ['closed', 'rejected'],
  ] as const)('told twice is known: %s, %s', (from, command) => {
    expect(transition(CASES[from], COMMANDS[command])).toMatchObject({ ok: false, error: { kind: 'AlreadyKnown' } });
  });

  test.each([
    ['unknown', 'hold'],
    ['submitted', 'unknown'],
    ['inProcess', 'sent'],
    ['rejectedCorrectable', 'accepted'],
    ['issued', 'accepted'],
  ] as const)('that comes late is overtaken: %s, %s', (from, command) => {
    expect(transition(CASES[from], COMMANDS[command])).toMatchObject({ ok: false, error: { kind: 'Overtaken' } });
  });

  test('of another submission is refused, earlier or later', () => {
    const second: Case = { ...CASES.submitted, attempt: 2 };
    expect(transition(second, COMMANDS.rejected)).toMatchObject({ ok: false, error: { kind: 'OtherAttempt', attempt: 2 } });
    expect(transition(CASES.submitted, { ...COMMANDS.accepted, attempt: 2 })).toMatchObject({
      ok: false,
      error: { kind: 'OtherAttempt', attempt: 1 },
    });
  });

  test('before anything was prepared for it is not possible', () => {
    expect(transition(CASES.competent, COMMANDS.issued)).toMatchObject({ ok: false, error: { kind: 'NotPossible' } });
  });

  test('cannot turn a rejection into a certificate within one attempt', () => {
    expect(transition(CASES.rejectedCorrectable, COMMANDS.issued)).toMatchObject({ ok: false, error: { kind: 'NotPossible' } });
  });
});

describe('a hold', () => {
  const held: Case = { ...CASES.prepared, hold: 'SOLARPUNK_COMPLIANCE', missedCriteria: [MISSED] };

  test('told twice changes nothing, whatever the order of a criterion’s keys', () => {
    const { reason, scored, required, criterion } = MISSED;
    const again = { ...COMMANDS.hold, missedCriteria: [{ reason, scored, required, criterion }] };
    expect(transition(held, again)).toMatchObject({ ok: false, error: { kind: 'AlreadyKnown' } });
  });

  test('may give way to another, or to other criteria, in the same state', () => {
    const unavailable = transition(held, { kind: 'recordHold', attempt: 1, hold: 'AUTHORITY_UNAVAILABLE', missedCriteria: [] });
    expect(unavailable).toMatchObject({
      ok: true,
      value: { next: { status: 'SUBMISSION_PREPARED', hold: 'AUTHORITY_UNAVAILABLE' } },
    });
    const worse = transition(held, {
      ...COMMANDS.hold,
      missedCriteria: [{ ...MISSED, scored: null, reason: 'INSUFFICIENT_EVIDENCE' }],
    });
    expect(worse).toMatchObject({ ok: true, value: { next: { missedCriteria: [{ scored: null }] } } });
  });
});

describe('a rejection', () => {
  test('that can be corrected leads to the next attempt', () => {
    expect(transition(CASES.rejectedCorrectable, COMMANDS.prepareSubmission)).toMatchObject({
      ok: true,
      value: { next: { status: 'SUBMISSION_PREPARED', attempt: 2, hold: null } },
    });
  });

  test('keeps its reason when the case is closed for it; a case that is taken back has none', () => {
    expect(transition(CASES.rejectedForGood, COMMANDS.close)).toMatchObject({
      value: { next: { status: 'CLOSED', attempt: 1, reason: 'Certificado vigente.' } },
    });
    expect(transition(CASES.delivered, COMMANDS.close)).toMatchObject({
      value: { next: { status: 'CLOSED', attempt: 0, reason: null } },
    });
  });
});

test('whatever is told in whatever order, a case never goes back within an attempt and nothing follows its end', () => {
  const order = ['SUBMISSION_PREPARED', 'SUBMISSION_UNKNOWN', 'SUBMITTED', 'IN_PROCESS', 'ISSUED', 'REJECTED', 'CLOSED'];
  const news = fc.constantFrom(...Object.values(COMMANDS));
  fc.assert(
    fc.property(fc.array(news, { maxLength: 20 }), (commands) => {
      let current: Case = CASES.prepared;
      for (const command of commands) {
        const taken = transition(current, command);
        if (!taken.ok) continue;
        expect(isOpen(current)).toBe(true);
        expect(order.indexOf(taken.value.next.status)).toBeGreaterThanOrEqual(order.indexOf(current.status));
        current = taken.value.next;
      }
    }),
  );
});
