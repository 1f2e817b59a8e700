import { describe, expect, test } from 'vitest';
import { addBusinessDays } from './business-days.ts';
import {
  type DataRequest,
  decideResolution,
  isOverdue,
  parseResolution,
  type Resolution,
  type SubjectFacts,
} from './data-request.ts';

const OPENED = new Date('2026-03-02T18:00:00.000Z');
const NOW = new Date('2026-03-10T18:00:00.000Z');
const RECEIVED: DataRequest = {
  subjectId: 'alice',
  kind: 'ERASURE',
  status: 'RECEIVED',
  answerDueAt: addBusinessDays(OPENED, 20),
  answerExtendedAt: null,
  effectDueAt: null,
  effectExtendedAt: null,
};
const ACCEPTED: DataRequest = { ...RECEIVED, status: 'IN_PROGRESS', effectDueAt: addBusinessDays(NOW, 15) };
const NOBODY: SubjectFacts = { isBlocked: false, isLastAdmin: false, hasOpenExport: false };
const decide = (
  request: DataRequest,
  resolution: Resolution,
  by: { resolverId?: string; now?: Date; subject?: Partial<SubjectFacts> } = {},
) =>
  decideResolution(request, resolution, {
    resolverId: by.resolverId ?? 'pilar',
    now: by.now ?? NOW,
    subject: { ...NOBODY, ...by.subject },
  });
const REFUSE = { kind: 'REFUSE', ground: 'LEGAL_DUTY', reason: 'Se conservan cinco años.' } as const;
const EXTEND = { kind: 'EXTEND', reason: 'Faltan documentos.' } as const;

test('an accepted request has 15 business days for its effect', () => {
  expect(decide(RECEIVED, { kind: 'ACCEPT' })).toEqual({
    ok: true,
    value: { status: 'ACCEPTED', resolvedAt: NOW, resolvedBy: 'pilar', effectDueAt: addBusinessDays(NOW, 15) },
  });
});

test('a refused one says on which ground and why', () => {
  expect(decide(RECEIVED, REFUSE)).toMatchObject({
    ok: true,
    value: { status: 'REFUSED', refusalGround: 'LEGAL_DUTY', refusalReason: REFUSE.reason },
  });
});

test('each term is extended once, by as many days again, and only while it runs', () => {
  const answer = decide(RECEIVED, EXTEND);
  expect(answer).toMatchObject({ ok: true, value: { answerDueAt: addBusinessDays(OPENED, 40), answerExtendedAt: NOW } });
  expect(decide({ ...RECEIVED, answerExtendedAt: NOW }, EXTEND)).toMatchObject({ ok: false });
  expect(decide(RECEIVED, EXTEND, { now: RECEIVED.answerDueAt })).toMatchObject({ ok: false });
  const effect = decide(ACCEPTED, EXTEND);
  expect(effect).toMatchObject({ ok: true, value: { effectDueAt: addBusinessDays(NOW, 30), effectExtendedAt: NOW } });
  expect(decide({ ...ACCEPTED, effectExtendedAt: NOW }, EXTEND)).toMatchObject({ ok: false });
  expect(decide({ ...ACCEPTED, status: 'COMPLETED' }, EXTEND)).toMatchObject({ ok: false });
});

test.each<[string, DataRequest, Resolution, Parameters<typeof decide>[2]]>([
  ['nobody answers her own', RECEIVED, { kind: 'ACCEPT' }, { resolverId: 'alice' }],
  ['what was answered is not answered again', ACCEPTED, { kind: 'ACCEPT' }, {}],
  ['what was accepted is not refused', ACCEPTED, REFUSE, {}],
  ['the last admin is not erased', RECEIVED, { kind: 'ACCEPT' }, { subject: { isLastAdmin: true } }],
  ['an export that was asked for comes first', RECEIVED, { kind: 'ACCEPT' }, { subject: { hasOpenExport: true } }],
  [
    'of who is being erased nothing is exported',
    { ...RECEIVED, kind: 'EXPORT' },
    { kind: 'ACCEPT' },
    { subject: { isBlocked: true } },
  ],
])('%s', (_what, request, resolution, by) => {
  expect(decide(request, resolution, by)).toMatchObject({ ok: false, error: { kind: 'InvalidState' } });
});

test('a request is overdue from the end of the term that runs, and never once it is over', () => {
  expect(isOverdue(RECEIVED, new Date(RECEIVED.answerDueAt.getTime() - 1))).toBe(false);
  expect(isOverdue(RECEIVED, RECEIVED.answerDueAt)).toBe(true);
  expect(isOverdue(ACCEPTED, RECEIVED.answerDueAt)).toBe(RECEIVED.answerDueAt >= (ACCEPTED.effectDueAt ?? NOW));
  expect(isOverdue({ ...ACCEPTED, status: 'COMPLETED' }, new Date('2040-01-01'))).toBe(false);
});

describe('a resolution as it is asked for', () => {
  test.each([
    [{ decision: 'REFUSE', ground: 'CONTRACT', reason: undefined }, 'reason'],
    [{ decision: 'REFUSE', ground: undefined, reason: 'porque sí' }, 'ground'],
    [{ decision: 'EXTEND', ground: undefined, reason: undefined }, 'reason'],
    [{ decision: 'EXTEND', ground: undefined, reason: 'CURP BOXW310820HNERXN09' }, 'reason'],
    [{ decision: 'REFUSE', ground: 'CONTRACT', reason: 'escriba a alice@raices.example.mx' }, 'reason'],
  ] as const)('%j is not taken', (input, field) => {
    expect(parseResolution(input)).toMatchObject({ ok: false, error: { kind: 'InvalidInput', field } });
  });

  test('ACCEPT needs neither reason nor ground', () => {
    expect(parseResolution({ decision: 'ACCEPT', ground: undefined, reason: undefined })).toEqual({
      ok: true,
      value: { kind: 'ACCEPT' },
    });
  });
});
