import { coursePublished } from '@academy/contracts';
import { emit } from '@academy/platform/events';
import { tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import type { Person } from '../src/person.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await bootGraph();
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Seeding published every course just now: for 10 s nothing of them is kept. */
const SETTLES_WITHIN_MS = 30_000;

const COURSES = `{ courses(first: 20) { edges { node {
  id slug title summary level priceMxn standards { code title level }
  modules { title lessons { title minutes isRequired } }
  assessment { passingScorePercent }
} } } }`;
const PUBLIC = {
  courses: COURSES,
  standards:
    '{ standards(first: 20) { edges { cursor node { id code title level sector committee } } pageInfo { hasNextPage } } }',
  standard: '{ standard(code: "EC0217") { id title } }',
  tenant: '{ tenant { id slug name status } }',
};

async function asks(person: Person, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...person.headers, ...headers },
    body: JSON.stringify({ query }),
  });
  return { age: response.headers.get('age'), text: await response.text() };
}

test.each(Object.entries(PUBLIC))('what is kept for everyone is the same for everyone: %s', async (_name, query) => {
  const people = [
    graph.visitor('raices'),
    graph.alice,
    graph.carla,
    await graph.person('raices', 'bruno', 'evaluator'),
    await graph.person('raices', 'carla', 'super_admin'),
    await graph.person('raices', 'carla', 'auditor'),
  ];
  const answers: { text: string }[] = [];
  for (const person of people) answers.push(await asks(person, query, { 'cache-control': 'no-store' }));
  expect(answers[0]?.text).toContain('"data":{');
  expect(answers[0]?.text).not.toContain('errors');
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

test(
  'a course that an island changes shows as soon as the island tells of it',
  async () => {
    const visitor = graph.visitor('raices');
    await expect
      .poll(async () => (await asks(visitor, COURSES)).age, { timeout: SETTLES_WITHIN_MS, interval: 500 })
      .not.toBeNull();
    const before = await asks(visitor, COURSES);
    const course = (JSON.parse(before.text) as Loose).data.courses.edges[0].node;

    const tenantId = tenantIdOf('raices');
    const { database } = graph.academy.resources.courses;
    await database.pool.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
      await tx`update courses set title = 'Otro título' where id = ${course.id}`;
    });
    // Nobody said so yet: this proves that the answers above and below differ by the event alone.
    expect((await asks(visitor, COURSES)).text).toBe(before.text);
    await database.inTenant(tenantId, 'write', (tx) =>
      emit(tx, coursePublished, {
        tenantId,
        subject: course.id,
        occurredAt: new Date(),
        data: {
          courseId: course.id,
          slug: course.slug,
          title: 'Otro título',
          standardCode: null,
          instructorId: course.id,
          priceMxn: 0,
        },
      }),
    );
    await expect.poll(async () => (await asks(visitor, COURSES)).text, { timeout: 10_000 }).toContain('Otro título');
    expect((await asks(graph.visitor('solaris'), COURSES)).text).not.toContain('Otro título');
  },
  2 * SETTLES_WITHIN_MS,
);
