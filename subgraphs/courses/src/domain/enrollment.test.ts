import { expect, test } from 'vitest';
import { admitLesson, admitSubmission } from './enrollment.ts';

test('lessons may be done while learning and after completion, not after giving up', () => {
  expect(admitLesson('ACTIVE').ok).toBe(true);
  expect(admitLesson('COMPLETED').ok).toBe(true);
  expect(admitLesson('CANCELLED')).toEqual({
    ok: false,
    error: { kind: 'WrongState', status: 'CANCELLED', expected: ['ACTIVE', 'COMPLETED'] },
  });
});

test('the final assessment may be handed in once all required lessons are done', () => {
  expect(admitSubmission('ACTIVE', []).ok).toBe(true);
  expect(admitSubmission('ACTIVE', ['seguridad'])).toEqual({
    ok: false,
    error: { kind: 'LessonsMissing', lessonIds: ['seguridad'] },
  });
});

test.each(['COMPLETED', 'CANCELLED'] as const)('a %s enrolment takes no attempt, whatever lessons are missing', (status) => {
  const refused = { ok: false, error: { kind: 'WrongState', status, expected: ['ACTIVE'] } };
  expect(admitSubmission(status, [])).toEqual(refused);
  expect(admitSubmission(status, ['seguridad'])).toEqual(refused);
});
