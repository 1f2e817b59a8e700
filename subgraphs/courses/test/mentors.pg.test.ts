import { enrollmentMentorSet, personaGranted, personaRevoked } from '@academy/contracts';
import { PERSONAS, type Principal, SECOND_MS, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, person, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { celia, courseOf, enrolled, freshKey, irma, ivan, newcomer, openSchool, type School } from './school.ts';

const { carla } = people.raices;
const raices = tenantIdOf('raices');
const mateo = person('raices', 'mateo', 'mentor');
const martina = person('raices', 'martina', 'mentor');
const garden = courseOf('raices', 'huerto-educativo');

let school: School;
beforeAll(async () => {
  school = await openSchool();
  for (const mentor of [mateo, martina]) await grants(mentor);
});
afterAll(() => school.close());

async function grants({ tenantId, userId }: UserPrincipal): Promise<void> {
  await school.deliver(personaGranted, { tenantId, subject: userId, data: { userId, persona: 'mentor' } });
}

const SET = `mutation ($input: EnrollmentMentorSetInput!) { enrollmentMentorSet(input: $input) { __typename
  ... on UserError { code message } ... on InvalidInputError { field } ... on EnrollmentMentorSetSuccess { enrollment { id mentor { id } } } } }`;

async function setsMentor(actor: Principal, enrollmentId: string, mentorId: string | null, key = freshKey()) {
  const { data, errors } = await school.ask(actor, SET, { input: { enrollmentId, mentorId, idempotencyKey: key } });
  return {
    ...(data?.['enrollmentMentorSet'] as { __typename: string; code?: string } | null),
    errorCodes: errors.map(({ code }) => code),
  };
}

const WAYS = `query ($id: ID!, $r: [_Any!]!) { enrollment(id: $id) { id } enrollments(first: 100) { edges { node { id } } }
  _entities(representations: $r) { ... on Enrollment { id progressPercent learner { id } } } }`;

/** Which of the ways to an enrolment lead the viewer to it. */
async function ways(viewer: Principal, id: string) {
  const { data } = await school.ask(viewer, WAYS, { id, r: [{ __typename: 'Enrollment', id }] });
  const list = data?.['enrollments'] as { edges: { node: { id: string } }[] } | null;
  return {
    byId: (data?.['enrollment'] ?? null) !== null,
    inList: list?.edges.some(({ node }) => node.id === id) ?? false,
    asEntity: (data?.['_entities'] as unknown[] | undefined)?.[0] != null,
  };
}

const ALL = { byId: true, inList: true, asEntity: true };
const NONE = { byId: false, inList: false, asEntity: false };

describe('a mentor', () => {
  test('sees the enrolment that she accompanies as long as she does, and no other', async () => {
    const [lucia, marta] = [newcomer(), newcomer()];
    const [hers, another] = [await enrolled(school, lucia, garden.id), await enrolled(school, marta, garden.id)];
    expect(await ways(mateo, hers)).toEqual(NONE);
    expect(await setsMentor(carla, hers, mateo.userId)).toMatchObject({
      __typename: 'EnrollmentMentorSetSuccess',
      enrollment: { id: hers, mentor: { id: mateo.userId } },
    });
    expect(await ways(mateo, hers)).toEqual(ALL);
    expect(await ways(mateo, another)).toEqual(NONE);
    expect(await ways({ ...mateo, persona: 'instructor' }, hers)).toEqual(NONE);
    expect(await ways({ ...mateo, tenantId: tenantIdOf('solaris') }, hers)).toEqual(NONE);
    await setsMentor(carla, hers, martina.userId);
    expect([await ways(mateo, hers), await ways(martina, hers)]).toEqual([NONE, ALL]);
    await setsMentor(carla, hers, null);
    expect(await ways(martina, hers)).toEqual(NONE);
    const told = (await school.emitted(raices, enrollmentMentorSet)).filter(({ subject }) => subject === hers);
    const same = { enrollmentId: hers, courseId: garden.id, learnerId: lucia.userId, standardCode: garden.standardCode };
    expect(told.map(({ data }) => data)).toEqual([
      { ...same, mentorId: mateo.userId, version: 1 },
      { ...same, mentorId: martina.userId, version: 2 },
      { ...same, mentorId: null, version: 3 },
    ]);
  });

  test('reads how far the learner is, and neither lessons nor questions', async () => {
    const hers = await enrolled(school, newcomer(), garden.id);
    await setsMentor(carla, hers, mateo.userId);
    const query = `query ($id: ID!) { enrollment(id: $id) { progressPercent status course { modules { lessons { title body } } } } }`;
    const { data, errors } = await school.ask(mateo, query, { id: hers });
    expect(data).toMatchObject({ enrollment: { progressPercent: 0, status: 'ACTIVE' } });
    expect(JSON.stringify(data)).not.toMatch(/"body":"/);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['FORBIDDEN']));
  });

  test('whose persona is taken accompanies nobody any more, and granting it again brings nobody back', async () => {
    const mauro = person('raices', 'mauro', 'mentor');
    await grants(mauro);
    const hers = [await enrolled(school, newcomer(), garden.id), await enrolled(school, newcomer(), garden.id)];
    for (const id of hers) await setsMentor(carla, id, mauro.userId);
    school.clock.advance(SECOND_MS);
    await school.deliver(personaRevoked, {
      tenantId: raices,
      subject: mauro.userId,
      data: { userId: mauro.userId, persona: 'mentor', revokedBeforeSeconds: 1 },
    });
    school.clock.advance(SECOND_MS);
    expect(await setsMentor(carla, hers[0] ?? '', mauro.userId)).toMatchObject({ code: 'INVALID_STATE' });
    await grants(mauro);
    for (const id of hers) expect(await ways(mauro, id)).toEqual(NONE);
    expect(await setsMentor(carla, hers[0] ?? '', mauro.userId)).toMatchObject({ __typename: 'EnrollmentMentorSetSuccess' });
  });
});

describe('the list of enrolments', () => {
  test('shows each what she may see, newest first, page by page', async () => {
    const lucia = newcomer();
    const older = await enrolled(school, lucia, garden.id);
    school.clock.advance(SECOND_MS);
    const newer = await enrolled(school, lucia, courseOf('raices', 'instalacion-fotovoltaica').id);
    await setsMentor(carla, older, mateo.userId);
    for (const viewer of [lucia, ivan, celia, carla, worker('raices', 'reader', ['progress.read'])])
      for (const id of [older, newer]) expect((await ways(viewer, id)).inList).toBe(true);
    expect([(await ways(mateo, older)).inList, (await ways(mateo, newer)).inList]).toEqual([true, false]);
    for (const viewer of [irma, martina, newcomer(), { ...lucia, tenantId: tenantIdOf('solaris') }, people.solaris.fabian])
      for (const id of [older, newer]) expect((await ways(viewer, id)).inList).toBe(false);
    const page =
      'query ($after: String) { enrollments(first: 1, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }';
    type Page = { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const first = (await school.ask(lucia, page)).data?.['enrollments'] as Page;
    const second = (await school.ask(lucia, page, { after: first.pageInfo.endCursor })).data?.['enrollments'] as Page;
    expect([first, second].map(({ edges }) => edges[0]?.node.id)).toEqual([newer, older]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  test.each([
    ['an evaluator, who sees no training', people.raices.bruno],
    ['a visitor', visitor('raices')],
    ['a process without the scope', worker('raices', 'reader', ['users.read'])],
  ])('is refused to %s', async (_who, viewer) => {
    const { data, errors } = await school.ask(viewer, '{ enrollments { edges { node { id } } } }');
    expect(data).toEqual({ enrollments: null });
    expect(errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });
});

describe('naming a mentor', () => {
  const others = PERSONAS.filter((one) => one !== 'service' && one !== 'admin');
  test.each(others)('is refused to the persona %s', async (persona) => {
    const actor = person('raices', 'otra', persona as Exclude<typeof persona, 'service'>);
    expect((await setsMentor(actor, newId(), mateo.userId)).errorCodes).toEqual(['FORBIDDEN']);
  });

  test('is on record, to be read by those who audit the academy', async () => {
    const hers = await enrolled(school, newcomer(), garden.id);
    await setsMentor(carla, hers, mateo.userId);
    const query = `query ($f: AuditFilter) { coursesAuditLog(filter: $f) { edges { node { action actorId subjectId } } } }`;
    const read = (viewer: Principal) => school.ask(viewer, query, { f: { subjectId: hers } });
    for (const persona of ['admin', 'auditor', 'privacy_officer'] as const) {
      const { data } = await read(person('raices', 'lectora', persona));
      expect(data?.['coursesAuditLog']).toEqual({
        edges: [{ node: { action: 'mentor.set', actorId: carla.userId, subjectId: hers } }],
      });
    }
    for (const viewer of [mateo, celia, people.raices.alice])
      expect((await read(viewer)).errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect((await read(people.solaris.fabian)).data).toEqual({ coursesAuditLog: { edges: [] } });
  });

  test('happens once for one key, and another input under it is refused', async () => {
    const hers = await enrolled(school, newcomer(), garden.id);
    const key = freshKey();
    const first = await setsMentor(carla, hers, mateo.userId, key);
    expect(await setsMentor(carla, hers, mateo.userId, key)).toEqual(first);
    expect(await setsMentor(carla, hers, martina.userId, key)).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    const told = (await school.emitted(raices, enrollmentMentorSet)).filter(({ subject }) => subject === hers);
    expect(told).toHaveLength(1);
  });

  test('needs somebody else of the tenant who is a mentor, and an enrolment of the tenant', async () => {
    const lucia = newcomer();
    const hers = await enrolled(school, lucia, garden.id);
    await grants(lucia);
    for (const nobody of [lucia.userId, ivan.userId, person('solaris', 'martin', 'mentor').userId])
      expect(await setsMentor(carla, hers, nobody)).toMatchObject({ code: 'INVALID_STATE' });
    expect(await setsMentor(carla, hers, 'no id')).toMatchObject({ code: 'INVALID_INPUT', field: 'mentorId' });
    const { data } = await school.ask(carla, SET, { input: { enrollmentId: hers, idempotencyKey: freshKey() } });
    expect(data?.['enrollmentMentorSet']).toMatchObject({ code: 'INVALID_INPUT', field: 'mentorId' });
    const foreign = await setsMentor(people.solaris.fabian, hers, mateo.userId);
    expect(foreign.code).toBe('NOT_FOUND');
    for (const other of [newId(), 'no id']) expect(await setsMentor(people.solaris.fabian, other, mateo.userId)).toEqual(foreign);
    expect(await setsMentor(carla, hers, null)).toMatchObject({ code: 'INVALID_STATE' });
  });
});
