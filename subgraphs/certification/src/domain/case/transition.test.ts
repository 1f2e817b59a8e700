import { ok } from '@academy/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIRECT_SUBMISSION } from './automatic.ts';
import type { CaseCommand } from './commands.ts';
import { type Case, type CaseStatus, isOpen, type MissedCriterion } from './phases.ts';
import { transition } from './transition.ts';

const MISSED: MissedCriterion = { criterion: 'SUSTAINABILITY', required: 70, scored: 55.5, reason: 'BELOW_THRESHOLD' };

/** What a case of the automatic path has on its way. */
const WAY = { path: 'AUTOMATIC_FROM_ASSESSMENT', hasStandard: true } as const;
const JUDGED = { ...WAY, plan: null } as const;
const CERTIFIED = { attempt: 1, officialFolio: 'D-1', reissuedFolio: null, reason: null } as const;

/** Every phase of the automatic path, and both kinds of those that have two. All submissions are the first. */
const CASES = {
  registered: { ...WAY, status: 'REGISTERED' },
  evaluating: { ...JUDGED, status: 'EVALUATING' },
  competent: { ...JUDGED, status: 'JUDGED_COMPETENT' },
  notYet: { status: 'JUDGED_NOT_YET' },
  delivered: { ...JUDGED, status: 'RESULTS_DELIVERED', portfolioRoot: null },
  deliveredWithoutStandard: { ...JUDGED, hasStandard: false, status: 'RESULTS_DELIVERED', portfolioRoot: null },
  prepared: { status: 'SUBMISSION_PREPARED', attempt: 1, hold: null, missedCriteria: [] },
  unknown: { status: 'SUBMISSION_UNKNOWN', attempt: 1 },
  submitted: { status: 'SUBMITTED', attempt: 1 },
  inProcess: { status: 'IN_PROCESS', attempt: 1 },
  issued: { ...CERTIFIED, status: 'ISSUED' },
  rejectedCorrectable: { status: 'REJECTED', attempt: 1, reason: 'La fotografía no cumple.', isCorrectable: true },
  rejectedForGood: { status: 'REJECTED', attempt: 1, reason: 'Certificado vigente.', isCorrectable: false },
  closed: { status: 'CLOSED', attempt: 1, reason: 'Certificado vigente.' },
} as const satisfies Record<string, Case>;
type CaseName = keyof typeof CASES;

const COMMANDS = {
  beginEvaluation: { kind: 'beginEvaluation' },
  judgeCompetent: {
    kind: 'judge',
    isCompetent: true,
    iec: ok({ verdict: 'COMPETENTE', score: 100, minimumScore: 80 }),
    override: null,
  },
  judgeNotYet: {
    kind: 'judge',
    isCompetent: false,
    iec: ok({ verdict: 'TODAVIA_NO_COMPETENTE', score: 1, minimumScore: 80, reasons: [] }),
    override: null,
  },
  deliverResults: { kind: 'deliverResults', portfolioRoot: null },
  prepareSubmission: { kind: 'prepareSubmission', facts: DIRECT_SUBMISSION },
  close: { kind: 'close' },
  hold: { kind: 'recordHold', attempt: 1, hold: 'SOLARPUNK_COMPLIANCE', missedCriteria: [MISSED] },
  unknown: { kind: 'recordUnknown', attempt: 1 },
  sent: { kind: 'recordSent', attempt: 1 },
  accepted: { kind: 'recordAccepted', attempt: 1 },
  issued: { kind: 'recordIssued', attempt: 1, officialFolio: 'D-1', folioOf: null },
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

  test.each([
    ['issued', COMMANDS.rejected, 'REJECTED_AFTER_ISSUE'],
    ['issued', { ...COMMANDS.issued, officialFolio: 'D-2' }, 'OTHER_FOLIO'],
    ['closed', COMMANDS.issued, 'ISSUED_AFTER_REJECTION'],
  ] as const)('%s takes no reversal of its verdict, and says what it contradicts', (name, command, kind) => {
    const refused = transition(CASES[name], command);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'LateReversal', reversal: { kind, attempt: 1 } } });
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

  test('cannot turn a rejection into a certificate within one attempt: that is a reversal too', () => {
    expect(transition(CASES.rejectedCorrectable, COMMANDS.issued)).toMatchObject({
      ok: false,
      error: { kind: 'LateReversal', reversal: { kind: 'ISSUED_AFTER_REJECTION', officialFolio: 'D-1' } },
    });
  });

  test('of a folio that another case bears issues nothing', () => {
    expect(transition(CASES.inProcess, { ...COMMANDS.issued, folioOf: 'c2' })).toMatchObject({
      ok: false,
      error: { kind: 'Guarded', guard: { kind: 'FolioTaken', officialFolio: 'D-1', certificationId: 'c2' } },
    });
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
