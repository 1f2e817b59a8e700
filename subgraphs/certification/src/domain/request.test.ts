import { describe, expect, test } from 'vitest';
import { decideRequest, settles } from './request.ts';

const LATEST = { id: 'c0', path: 'AUTOMATIC_FROM_ASSESSMENT' } as const;

describe('a learner who requests a certification', () => {
  test('opens a case when her completion has led to none', () => {
    expect(decideRequest({ open: undefined, latest: undefined })).toEqual({ ok: true, value: { kind: 'Open' } });
  });

  test('submits a rejected case again when it can be corrected', () => {
    const open = { id: 'c1', isOfThisEnrollment: true, isCorrectable: true };
    expect(decideRequest({ open, latest: { ...LATEST, status: 'REJECTED', isSettled: true } })).toEqual({
      ok: true,
      value: { kind: 'SubmitAgain', certificationId: 'c1' },
    });
  });

  test.each([
    { isOfThisEnrollment: true, isCorrectable: false },
    { isOfThisEnrollment: false, isCorrectable: true },
  ])('is told of the open case for the same standard (%o)', (facts) => {
    expect(decideRequest({ open: { id: 'c1', ...facts }, latest: undefined })).toEqual({
      ok: false,
      error: { kind: 'AlreadyOpen', certificationId: 'c1' },
    });
  });

  test.each(['ISSUED', 'JUDGED_NOT_YET', 'RESULTS_DELIVERED', 'CLOSED'] as const)('gets no second case after %s', (status) => {
    expect(decideRequest({ open: undefined, latest: { ...LATEST, status, isSettled: true } })).toEqual({
      ok: false,
      error: { kind: 'Ended', status },
    });
  });

  test('opens another case when the first was closed before a certificate was issued', () => {
    expect(decideRequest({ open: undefined, latest: { ...LATEST, status: 'CLOSED', isSettled: false } })).toMatchObject({
      ok: true,
      value: { kind: 'Open', retryOf: 'c0' },
    });
  });

  test.each(['WITHDRAWN', 'LAPSED', 'JUDGED_NOT_YET'] as const)('tries again after %s with an evaluator', (status) => {
    const latest = { id: 'c0', path: 'ACCREDITED_EVALUATOR', status, isSettled: false } as const;
    expect(decideRequest({ open: undefined, latest })).toEqual({ ok: true, value: { kind: 'Open', retryOf: 'c0' } });
  });

  test('is not judged twice by the service on one completion', () => {
    const latest = { ...LATEST, status: 'JUDGED_NOT_YET', isSettled: false } as const;
    expect(decideRequest({ open: undefined, latest })).toEqual({ ok: false, error: { kind: 'Ended', status: 'JUDGED_NOT_YET' } });
  });
});

test('what stands in the way of another case is the certificate where the service judged, and the authority or a revocation where an evaluator did', () => {
  const issued = { isIssued: true, isRevoked: false };
  const [automatic, evaluator] = ['AUTOMATIC_FROM_ASSESSMENT', 'ACCREDITED_EVALUATOR'] as const;
  expect(settles({ path: automatic, attempt: 0, certificate: issued })).toBe(true);
  expect(settles({ path: automatic, attempt: 0, certificate: undefined })).toBe(false);
  expect(settles({ path: evaluator, attempt: 0, certificate: issued })).toBe(false);
  expect(settles({ path: evaluator, attempt: 1, certificate: issued })).toBe(true);
  expect(settles({ path: evaluator, attempt: 0, certificate: { isIssued: true, isRevoked: true } })).toBe(true);
});
