import { personPlaced } from '@academy/contracts';
import { seedId, type UserPrincipal } from '@academy/kernel';
import { people, person } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courseOf, freshKey, newcomer, openSchool, type School } from './school.ts';

const noe = person('raices', 'noe', 'centre_admin');
const CHOLULA = seedId('centre:cholula');
const XALAPA = seedId('centre:xalapa');

let school: School;
const placements = new Map<string, number>();
beforeAll(async () => {
  school = await openSchool();
  await isPlaced(noe, CHOLULA);
});
afterAll(() => school.close());

/** As users tells it. */
async function isPlaced(who: UserPrincipal, centreId: string | null): Promise<void> {
  const placement = (placements.get(who.userId) ?? 0) + 1;
  placements.set(who.userId, placement);
  const data = { userId: who.userId, centreId, placement };
  await school.deliver(personPlaced, { tenantId: who.tenantId, subject: who.userId, data });
}

async function enrolled(centreId: string | null): Promise<{ id: string; learner: UserPrincipal }> {
  const learner = newcomer();
  if (centreId !== null) await isPlaced(learner, centreId);
  const input = { courseId: courseOf('raices', 'instalacion-fotovoltaica').id, idempotencyKey: freshKey() };
  const { data } = await school.ask(
    learner,
    'mutation ($input: CourseEnrollInput!) { courseEnroll(input: $input) { ... on CourseEnrollSuccess { enrollment { id } } } }',
    { input },
  );
  return { id: (data as { courseEnroll: { enrollment: { id: string } } }).courseEnroll.enrollment.id, learner };
}

/** Which of the ways to an enrolment lead the viewer to it. */
async function ways(viewer: UserPrincipal, { id, learner }: { id: string; learner: UserPrincipal }) {
  const query = `query ($id: ID!, $r: [_Any!]!) { enrollment(id: $id) { id learner { enrollments { edges { node { id } } } } }
    enrollments(first: 100) { edges { node { id progressPercent } } }
    _entities(representations: $r) { __typename ... on Enrollment { progressPercent } ... on User { enrollments { edges { node { id } } } } } }`;
  const r = [
    { __typename: 'Enrollment', id },
    { __typename: 'User', id: learner.userId },
  ];
  const { data } = await school.ask(viewer, query, { id, r });
  const edges = (list: unknown) => (list as { edges: { node: { id: string } }[] } | null)?.edges.map(({ node }) => node.id) ?? [];
  const [entity, user] = (data?.['_entities'] ?? []) as ({ enrollments?: unknown } | null)[];
  return {
    byId: data?.['enrollment'] !== null,
    inList: edges(data?.['enrollments']).includes(id),
    asEntity: entity !== null,
    ofPerson: edges(user?.enrollments).includes(id),
  };
}

const ALL = { byId: true, inList: true, asEntity: true, ofPerson: true };
const NONE = { byId: false, inList: false, asEntity: false, ofPerson: false };

test('a centre’s admin sees the enrolments of the people of her centre on every way, and no other', async () => {
  const [hers, another, academys] = [await enrolled(CHOLULA), await enrolled(XALAPA), await enrolled(null)];
  expect(await ways(noe, hers)).toEqual(ALL);
  expect(await ways(noe, another)).toEqual(NONE);
  expect(await ways(noe, academys)).toEqual(NONE);
  expect(await ways({ ...noe, tenantId: people.solaris.diego.tenantId }, hers)).toEqual(NONE);
  expect(await ways({ ...noe, persona: 'certifier' }, hers)).toEqual(NONE);
});

test('an enrolment goes with its learner, and the sight of it with the admin', async () => {
  const one = await enrolled(XALAPA);
  await isPlaced(one.learner, CHOLULA);
  expect(await ways(noe, one)).toEqual(ALL);
  await isPlaced(noe, XALAPA);
  expect(await ways(noe, one)).toEqual(NONE);
  await isPlaced(noe, CHOLULA);
  expect(await ways(noe, one)).toEqual(ALL);
});

test('an admin of whom nobody told stands in the academy itself', async () => {
  const [academys, another] = [await enrolled(null), await enrolled(CHOLULA)];
  const stranger = { ...noe, userId: newcomer().userId };
  expect(await ways(stranger, academys)).toEqual(ALL);
  expect(await ways(stranger, another)).toEqual(NONE);
});

test('a late word of an older placement changes nothing', async () => {
  const one = await enrolled(CHOLULA);
  await isPlaced(one.learner, XALAPA);
  const { userId, tenantId } = one.learner;
  await school.deliver(personPlaced, { tenantId, subject: userId, data: { userId, centreId: CHOLULA, placement: 1 } });
  expect(await ways(noe, one)).toEqual(NONE);
});
