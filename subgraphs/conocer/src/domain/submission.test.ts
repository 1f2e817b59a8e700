import type { Result } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import {
  beginCall,
  CERTIFICATE_REVOKED,
  type Change,
  giveUpCall,
  IDENTITY_MISSING,
  isReversal,
  noteAbsence,
  type Overtaken,
  openSubmission,
  type Report,
  recordOutcome,
  refuseUnsent,
  release,
  type Submission,
  takeReport,
} from './submission.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 16, 0, seconds));
const WINDOW = { startedAt: at(0), endsAt: at(10) };
const SETTLE_MS = 30_000;
const RECEIVED: Report = { state: 'RECEIVED', authorityId: 'SBX-1' };
const IN_PROCESS: Report = { state: 'IN_PROCESS', authorityId: 'SBX-1' };
const APPROVED: Report = { state: 'APPROVED', authorityId: 'SBX-1', officialFolio: 'D-9000000001', issuedOn: '2026-03-01' };
const REJECTED: Report = { state: 'REJECTED', authorityId: 'SBX-1', reason: 'Falta una firma.', isCorrectable: true };

function allowed<C extends Change>(result: Result<C, Overtaken>): C {
  if (!result.ok) throw new Error(`Expected a transition, but the submission is ${result.error.status}.`);
  return result.value;
}

const prepared = () => openSubmission(true, []).submission;
const sending = (from = prepared()) => allowed(beginCall(from, WINDOW)).submission;
const unknown = (from = sending()) => allowed(recordOutcome(from, from.calls, { kind: 'UNKNOWN' })).submission;
const sent = () => allowed(recordOutcome(sending(), 1, { kind: 'ACCEPTED', authorityId: 'SBX-1' })).submission;
const kinds = ({ tells }: Change) => tells.map(({ kind }) => kind);

describe('the gate', () => {
  const missed = [{ criterion: 'SUSTAINABILITY', required: 70, scored: null, reason: 'INSUFFICIENT_EVIDENCE' }] as const;

  test('a closed gate holds a submission back and says which thresholds it misses', () => {
    const held = openSubmission(false, missed);
    expect(held.submission.state).toEqual({ status: 'HELD' });
    expect(held.tells).toEqual([{ kind: 'HELD', hold: 'SOLARPUNK_COMPLIANCE', missed }]);
  });

  test('a released submission is sent, and another hold is news', () => {
    const released = allowed(release(openSubmission(false, missed).submission));
    expect(kinds(released)).toEqual([]);
    const away = allowed(recordOutcome(sending(released.submission), 1, { kind: 'UNAVAILABLE' }));
    expect(away.tells).toEqual([{ kind: 'HELD', hold: 'AUTHORITY_UNAVAILABLE' }]);
  });

  test('only what is held back can be released', () => {
    expect(release(prepared())).toEqual({ ok: false, error: { kind: 'Overtaken', status: 'PREPARED' } });
  });
});

describe('a call', () => {
  test('begins from PREPARED only, so that two runs never call at once', () => {
    expect(beginCall(sending(), WINDOW).ok).toBe(false);
    expect(beginCall(unknown(), WINDOW).ok).toBe(false);
    expect(beginCall(sent(), WINDOW).ok).toBe(false);
  });

  test('that was accepted is told as sent, at the time of the call', () => {
    const change = allowed(recordOutcome(sending(), 1, { kind: 'ACCEPTED', authorityId: 'SBX-1' }));
    expect(change.submission.state).toEqual({ status: 'SENT', authorityId: 'SBX-1', sentAt: at(0) });
    expect(kinds(change)).toEqual(['SENT']);
  });

  test('that was refused ends the submission', () => {
    const change = allowed(recordOutcome(sending(), 1, { kind: 'REFUSED', reason: 'Fecha futura.', isCorrectable: true }));
    expect(change.submission.state).toMatchObject({ status: 'REJECTED', authorityId: null, reason: 'Fecha futura.' });
    expect(kinds(change)).toEqual(['REJECTED']);
  });

  test('that did not reach the authority does not count as an attempt', () => {
    const { submission } = allowed(recordOutcome(sending(), 1, { kind: 'UNAVAILABLE' }));
    expect(submission).toMatchObject({ calls: 1, attempts: 0, state: { status: 'PREPARED', isAuthorityAway: true } });
  });

  test('an outage is told once, however many calls it takes', () => {
    const first = allowed(recordOutcome(sending(), 1, { kind: 'UNAVAILABLE' }));
    const second = allowed(recordOutcome(sending(first.submission), 2, { kind: 'UNAVAILABLE' }));
    expect([kinds(first), kinds(second)]).toEqual([['HELD'], []]);
  });

  test('of which nothing was recorded is given up only when its time is over', () => {
    expect(giveUpCall(sending(), at(9)).ok).toBe(false);
    const change = allowed(giveUpCall(sending(), at(10)));
    expect(change.submission.state).toEqual({ status: 'UNKNOWN', ...WINDOW, absentAt: null });
    expect(kinds(change)).toEqual(['UNKNOWN']);
  });

  test('that was given up still counts when its answer comes after all', () => {
    const change = allowed(recordOutcome(unknown(), 1, { kind: 'ACCEPTED', authorityId: 'SBX-1' }));
    expect(change.submission.state.status).toBe('SENT');
  });

  test('that was followed by another no longer counts', () => {
    const again = sending(resendable());
    expect(again.calls).toBe(2);
    expect(recordOutcome(again, 1, { kind: 'ACCEPTED', authorityId: 'SBX-1' }).ok).toBe(false);
  });

  test('is not begun without the candidate’s data, and the case may try again', () => {
    const change = allowed(refuseUnsent(prepared(), IDENTITY_MISSING));
    expect(change.submission).toMatchObject({ calls: 0, state: { status: 'REJECTED', sentAt: null, isCorrectable: true } });
    expect(refuseUnsent(sending(), IDENTITY_MISSING).ok).toBe(false);
    expect(refuseUnsent(openSubmission(false, []).submission, CERTIFICATE_REVOKED).ok).toBe(true);
  });
});

describe('an unknown outcome', () => {
  test('is never sent again before two look-ups that count were in vain', () => {
    const early = allowed(noteAbsence(unknown(), at(39), SETTLE_MS));
    expect(early.submission).toEqual(unknown());
    expect(early.nextLookAt).toEqual(at(40));
    const first = allowed(noteAbsence(unknown(), at(40), SETTLE_MS));
    expect(first.submission.state).toMatchObject({ status: 'UNKNOWN', absentAt: at(40) });
    expect(first.nextLookAt).toEqual(at(70));
    const hasty = allowed(noteAbsence(first.submission, at(69), SETTLE_MS));
    expect(hasty.submission.state.status).toBe('UNKNOWN');
    const second = allowed(noteAbsence(first.submission, at(70), SETTLE_MS));
    expect(second).toMatchObject({ nextLookAt: null, submission: { state: { status: 'PREPARED' } } });
  });

  test('is told once, also when a second sending is as unclear as the first', () => {
    const again = sending(resendable());
    const change = allowed(recordOutcome(again, 2, { kind: 'UNKNOWN' }));
    expect(kinds(change)).toEqual([]);
    expect(change.submission).toMatchObject({ attempts: 2, told: 'UNKNOWN' });
  });

  test('that turns out to be an approval tells every stage once, in order', () => {
    const change = allowed(takeReport(unknown(), APPROVED));
    expect(change.submission.state).toMatchObject({ status: 'APPROVED', officialFolio: 'D-9000000001', sentAt: at(0) });
    expect(kinds(change)).toEqual(['SENT', 'ACCEPTED', 'ISSUED']);
  });

  test('is not looked up when there is none', () => {
    expect(noteAbsence(sent(), at(100), SETTLE_MS).ok).toBe(false);
    expect(takeReport(prepared(), RECEIVED).ok).toBe(false);
  });
});

describe('what the authority says', () => {
  test('moves a submission forward, and is told once', () => {
    const working = allowed(takeReport(sent(), IN_PROCESS));
    expect([working.submission.state.status, kinds(working)]).toEqual(['IN_PROCESS', ['ACCEPTED']]);
    const same = allowed(takeReport(working.submission, IN_PROCESS));
    expect([same.submission.state.status, kinds(same)]).toEqual(['IN_PROCESS', []]);
    const rejected = allowed(takeReport(working.submission, REJECTED));
    expect([rejected.submission.state.status, kinds(rejected)]).toEqual(['REJECTED', ['REJECTED']]);
  });

  test('cannot move it back', () => {
    const working = allowed(takeReport(sent(), IN_PROCESS)).submission;
    const change = allowed(takeReport(working, RECEIVED));
    expect([change.submission.state.status, kinds(change)]).toEqual(['IN_PROCESS', []]);
  });

  test.each([APPROVED, REJECTED, RECEIVED, IN_PROCESS])('changes nothing after a verdict: $state', (report) => {
    for (const verdict of [APPROVED, REJECTED]) {
      const settled = allowed(takeReport(sent(), verdict)).submission;
      expect(takeReport(settled, report)).toEqual({ ok: false, error: { kind: 'Overtaken', status: verdict.state } });
    }
  });

  test('is a reversal when it contradicts the verdict, not when it repeats it or lags behind', () => {
    const approved = allowed(takeReport(sent(), APPROVED)).submission.state;
    const rejected = allowed(takeReport(sent(), REJECTED)).submission.state;
    if (approved.status !== 'APPROVED' || rejected.status !== 'REJECTED') throw new Error('Expected two verdicts.');
    expect([APPROVED, REJECTED, RECEIVED, IN_PROCESS].map((report) => isReversal(approved, report))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect([APPROVED, REJECTED, RECEIVED, IN_PROCESS].map((report) => isReversal(rejected, report))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(isReversal(approved, { ...APPROVED, officialFolio: 'D-9000000002' })).toBe(true);
  });
});

/** Absent twice: to be sent a second time. */
function resendable(): Submission {
  const first = allowed(noteAbsence(unknown(), at(40), SETTLE_MS)).submission;
  return allowed(noteAbsence(first, at(70), SETTLE_MS)).submission;
}
