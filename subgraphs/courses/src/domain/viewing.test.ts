import { PERSONAS, type Persona, type Principal } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import { isHerself, listedTo, mayReadContent, mayViewEnrollment, PROGRESS_SCOPE } from './viewing.ts';

const USER_PERSONAS = PERSONAS.filter((persona): persona is Exclude<Persona, 'service'> => persona !== 'service');
const enrollment = { learnerId: 'alice', instructorId: 'ivan', mentorId: 'mateo', isOfViewersCentre: false };

function user(userId: string, persona: Exclude<Persona, 'service'>): Principal {
  return { kind: 'user', tenantId: 'raices', userId, persona, sessionId: 'session', expiresAtSeconds: 0 };
}

const visitor: Principal = { kind: 'anonymous', tenantId: 'raices' };
const process = (...scopes: string[]): Principal => ({ kind: 'service', tenantId: 'raices', service: 'worker', scopes });

describe('an enrolment', () => {
  test('is seen by its learner under every persona but evaluator', () => {
    const seeing = USER_PERSONAS.filter((persona) => mayViewEnrollment(user('alice', persona), enrollment));
    expect(seeing).toEqual(USER_PERSONAS.filter((persona) => persona !== 'evaluator'));
  });

  test('of others is seen by admins alone, and by those of the centre that the learner stands in', () => {
    const seeing = USER_PERSONAS.filter((persona) => mayViewEnrollment(user('somebody', persona), enrollment));
    expect(seeing).toEqual(['admin']);
    expect(mayViewEnrollment(user('noe', 'centre_admin'), { ...enrollment, isOfViewersCentre: true })).toBe(true);
  });

  test('is seen by the instructor of its course, as instructor', () => {
    expect(mayViewEnrollment(user('ivan', 'instructor'), enrollment)).toBe(true);
    expect(mayViewEnrollment(user('ivan', 'mentor'), enrollment)).toBe(false);
    expect(mayViewEnrollment(user('ivan', 'evaluator'), enrollment)).toBe(false);
  });

  test('is seen by the mentor who accompanies its learner, as mentor', () => {
    expect(mayViewEnrollment(user('mateo', 'mentor'), enrollment)).toBe(true);
    expect(mayViewEnrollment(user('mateo', 'instructor'), enrollment)).toBe(false);
    expect(mayViewEnrollment(user('martin', 'mentor'), enrollment)).toBe(false);
    expect(mayViewEnrollment(user('mateo', 'mentor'), { ...enrollment, mentorId: null })).toBe(false);
  });

  test('is listed to whoever may see it: all to who sees all, to others their own and those that they teach or accompany', () => {
    expect(USER_PERSONAS.filter((persona) => listedTo(user('x', persona))?.kind === 'all')).toEqual(['admin']);
    expect(listedTo(user('noe', 'centre_admin'), { centreId: null })).toEqual({ kind: 'centre', userId: 'noe', centreId: null });
    expect(USER_PERSONAS.filter((persona) => listedTo(user('x', persona)) === undefined)).toEqual(['evaluator']);
    expect(listedTo(user('mateo', 'mentor'))).toEqual({ kind: 'hers', userId: 'mateo', as: 'mentor' });
    expect(listedTo(user('ivan', 'instructor'))).toEqual({ kind: 'hers', userId: 'ivan', as: 'instructor' });
    expect(listedTo(user('alice', 'learner'))).toEqual({ kind: 'hers', userId: 'alice', as: null });
    expect([listedTo(process(PROGRESS_SCOPE))?.kind, listedTo(process('users.read')), listedTo(visitor)]).toEqual([
      'all',
      undefined,
      undefined,
    ]);
  });

  test('is seen by processes that may read progress, and by no other, nor by visitors', () => {
    expect(mayViewEnrollment(process(PROGRESS_SCOPE), enrollment)).toBe(true);
    expect(mayViewEnrollment(process('users.read'), enrollment)).toBe(false);
    expect(mayViewEnrollment(visitor, enrollment)).toBe(false);
  });
});

describe('lessons and questions', () => {
  const course = { instructorId: 'ivan', isEnrolled: false };

  test('are read without enrolment by the instructor of the course and by admins alone', () => {
    const reading = USER_PERSONAS.filter((persona) => mayReadContent(user('somebody', persona), course));
    expect(reading).toEqual(['admin']);
    expect(mayReadContent(user('ivan', 'instructor'), course)).toBe(true);
    expect(mayReadContent(user('ivan', 'learner'), course)).toBe(false);
  });

  test('are read by whoever is enrolled, but not as evaluator', () => {
    expect(mayReadContent(user('alice', 'learner'), { ...course, isEnrolled: true })).toBe(true);
    expect(mayReadContent(user('alice', 'evaluator'), { ...course, isEnrolled: true })).toBe(false);
  });

  test('are never read by visitors or processes', () => {
    expect(mayReadContent(visitor, { ...course, isEnrolled: true })).toBe(false);
    expect(mayReadContent(process(PROGRESS_SCOPE), { ...course, isEnrolled: true })).toBe(false);
  });
});

test('nobody is another person', () => {
  expect(isHerself(user('alice', 'learner'), 'alice')).toBe(true);
  expect(isHerself(user('alice', 'learner'), 'bruno')).toBe(false);
  expect(isHerself(visitor, 'alice')).toBe(false);
});
