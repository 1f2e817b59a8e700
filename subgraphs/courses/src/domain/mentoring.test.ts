import { expect, test } from 'vitest';
import { mayAccompany } from './mentoring.ts';

const asked = { mentorId: 'mateo', current: null, learnerId: 'alice', isHeld: true, status: 'ACTIVE' as const };

test('whoever holds the persona accompanies a learner through a course that goes on or is completed', () => {
  expect(mayAccompany(asked).ok).toBe(true);
  expect(mayAccompany({ ...asked, status: 'COMPLETED' }).ok).toBe(true);
  expect(mayAccompany({ ...asked, current: 'martin' }).ok).toBe(true);
});

test.each([
  ['the learner herself', { learnerId: 'mateo' }, 'Herself'],
  ['who does not hold the persona', { isHeld: false }, 'NoMentor'],
  ['anybody through a course that was given up', { status: 'CANCELLED' as const }, 'GivenUp'],
  ['who does already', { current: 'mateo' }, 'Unchanged'],
])('not %s', (_who, other, kind) => {
  expect(mayAccompany({ ...asked, ...other })).toEqual({ ok: false, error: { kind } });
});

test('a mentor is taken away whatever the state, unless there is none', () => {
  expect(mayAccompany({ ...asked, mentorId: null, current: 'mateo', status: 'CANCELLED', isHeld: false }).ok).toBe(true);
  expect(mayAccompany({ ...asked, mentorId: null })).toEqual({ ok: false, error: { kind: 'Unchanged' } });
});
