import { person, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Academy, ana, andres, openAcademy } from './academy.ts';

let academy: Academy;
beforeAll(async () => {
  academy = await openAcademy();
  await academy.manyComplete('instalacion-fotovoltaica', 10);
});
afterAll(() => academy.island.close());

test.each([
  ['analyst', 'ana'],
  ['admin', 'carla'],
  ['super_admin', 'sara'],
  ['centre_admin', 'noe'],
] as const)('whoever acts as %s gets the report', async (persona, key) => {
  expect(await academy.rows({}, person('raices', key, persona))).toMatchObject([{ completions: 10 }]);
});

test.each([
  ['learner', 'learner-1'],
  ['instructor', 'ines'],
  ['mentor', 'mateo'],
  ['evaluator', 'bruno'],
  ['verifier', 'violeta'],
  ['certifier', 'celia'],
  ['auditor', 'aurelio'],
  ['employer', 'emma'],
  ['privacy_officer', 'pilar'],
] as const)('whoever acts as %s may not', async (persona, key) => {
  const answer = await academy.asks(person('raices', key, persona));
  expect(answer.data).toEqual({ completionReport: null });
  expect(answer.errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
});

test.each([
  ['a visitor', visitor('raices')],
  ['a process of another island', worker('raices', 'certification-worker', ['progress.read'])],
])('%s may not', async (_, principal) => {
  const answer = await academy.asks(principal);
  expect(answer.data).toEqual({ completionReport: null });
  expect(answer.errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
});

test('the other tenant’s analyst and super_admin see nothing of it, not even that the course is there', async () => {
  const [row] = await academy.rows({}, ana);
  const courseId = row?.course?.id ?? '';
  for (const principal of [andres, person('solaris', 'sara', 'super_admin')]) {
    expect(await academy.report({}, principal)).toMatchObject({ rows: { edges: [] }, asOf: null });
    expect(await academy.rows({ filter: { courseId } }, principal)).toEqual([]);
  }
});

test('two tenants with the same course are counted apart', async () => {
  await academy.manyComplete('composta', 10);
  await academy.manyComplete('composta', 9, { tenant: 'solaris' });
  expect(await academy.rows({}, andres)).toMatchObject([{ isSuppressed: true, completions: null }]);
});
