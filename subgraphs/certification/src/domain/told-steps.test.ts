import { describe, expect, test } from 'vitest';
import { CASE_STATUSES } from './case/phases.ts';
import { toldOf } from './told-steps.ts';

const automatic = { path: 'AUTOMATIC_FROM_ASSESSMENT', attempt: 1, retryOf: null, redoOf: null } as const;
const evaluated = { ...automatic, path: 'ACCREDITED_EVALUATOR' } as const;

describe('a candidate is told', () => {
  test('once of each submission, by whatever news it is first known', () => {
    for (const status of ['SUBMITTED', 'IN_PROCESS'] as const) {
      for (const before of ['SUBMISSION_PREPARED', 'SUBMISSION_UNKNOWN'] as const) {
        expect(toldOf(before, { ...automatic, status, attempt: 2 })).toEqual({ topic: 'certification.submitted', occasion: '2' });
      }
    }
    expect(toldOf('SUBMITTED', { ...automatic, status: 'IN_PROCESS' })).toBeUndefined();
  });

  test('that her case is open again: tried once more, redone, or submitted after a rejection', () => {
    const opened = { topic: 'certification.reopened', occasion: 'opened' };
    expect(toldOf(null, { ...automatic, status: 'REGISTERED', retryOf: 'case' })).toEqual(opened);
    expect(toldOf(null, { ...evaluated, status: 'REGISTERED', redoOf: 'case' })).toEqual(opened);
    expect(toldOf('REJECTED', { ...automatic, status: 'SUBMISSION_PREPARED', attempt: 2 })).toEqual({ ...opened, occasion: '2' });
  });

  test('of results that an evaluator delivered; those of the automatic path come with the certificate', () => {
    const told = { topic: 'certification.results-delivered', occasion: undefined };
    expect(toldOf('JUDGED_COMPETENT', { ...evaluated, status: 'RESULTS_DELIVERED' })).toEqual(told);
    expect(toldOf('JUDGED_COMPETENT', { ...automatic, status: 'RESULTS_DELIVERED' })).toBeUndefined();
    expect(toldOf('ON_HOLD', { ...evaluated, status: 'RESULTS_DELIVERED' })).toBeUndefined();
  });

  test('that her official certificate was revoked', () => {
    expect(toldOf('DELIVERED', { ...automatic, status: 'REVOKED' })).toEqual({
      topic: 'certification.revoked',
      occasion: 'official',
    });
  });

  test('nothing of all other steps, nor of a first case', () => {
    expect(toldOf(null, { ...automatic, status: 'REGISTERED' })).toBeUndefined();
    const quiet = CASE_STATUSES.filter((status) => toldOf('REGISTERED', { ...evaluated, status }) === undefined);
    expect(CASE_STATUSES.filter((status) => !quiet.includes(status))).toEqual(['RESULTS_DELIVERED', 'REVOKED']);
  });
});
