import { expect, test } from 'vitest';
import { HINTED_SDL } from '../../test/hinted-supergraph.ts';
import { alice } from '../../test/people.ts';
import { readCacheHints } from './hints.ts';
import { marksOfMutation } from './mutation-marks.ts';

const hints = readCacheHints(HINTED_SDL, 'hinted');
const { tenantId, userId } = alice;
const principal = { kind: 'user', tenantId, userId, persona: 'learner', sessionId: 's', expiresAtSeconds: 0 } as const;
const namesOf = (rootFields: string[], who: Parameters<typeof marksOfMutation>[2] = principal) =>
  marksOfMutation(hints, rootFields, who).map((mark) => mark.name);

test('a mutation ends what its payload shows, through unions, and everything of the person', () => {
  expect(namesOf(['courseCorrect'])).toEqual(['Course', 'Course:*', `User:${userId}`]);
  expect(namesOf(['enrollmentReturn', 'courseCorrect'])).toEqual([
    'Enrollment',
    'Enrollment:*',
    'Course',
    'Course:*',
    `User:${userId}`,
  ]);
});

test('a process has nothing of its own to end', () => {
  expect(namesOf(['courseCorrect'], { kind: 'service', tenantId, service: 'worker', scopes: [] })).toEqual([
    'Course',
    'Course:*',
  ]);
});
