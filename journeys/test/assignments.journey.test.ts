import { newId } from '@academy/platform/ids';
import { userIdOf } from '@academy/testing/people';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import * as operations from '../src/operations.ts';
import type { Person } from '../src/person.ts';
import { until } from '../src/until.ts';
import type { Watch } from '../src/watch.ts';

/** Misses the thresholds of the tenant, so that its cases wait until the tenant lowers them. */
const HELD_BACK = 'consultoria-general';

const ASSIGN = `mutation ($input: CaseAssignInput!) { caseAssign(input: $input) { __typename
  ... on UserError { code message } ... on CaseAssignSuccess { assignment { id } } } }`;
const UNASSIGN = `mutation ($input: CaseUnassignInput!) { caseUnassign(input: $input) { __typename ... on UserError { code message } } }`;
const SET_MENTOR = `mutation ($input: EnrollmentMentorSetInput!) { enrollmentMentorSet(input: $input) { __typename ... on UserError { code message } } }`;
const CONFIGURE = `mutation ($input: TenantConfigureInput!) { tenantConfigure(input: $input) { __typename } }`;
const CASE = `query ($id: ID!) { certification(id: $id) { id status submission { status } candidate { displayName fullName curpMasked }
  assignments { edges { node { duty person { id } endedAt } } } } }`;
const FEED = `subscription { certificationsStatusChanged { kind position status certification { id } snapshot { id } } }`;
const ENROLLMENT = 'query ($id: ID!) { enrollment(id: $id) { progressPercent learner { displayName } } }';

let graph: Graph;
let bruno: Person;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await bootGraph();
  bruno = await graph.person('raices', 'bruno', 'evaluator');
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
});
afterAll(() => graph[Symbol.asyncDispose]());

async function heldCase(learner: Person): Promise<string> {
  const id = await learner.certificationOf(await learner.completesCourse(HELD_BACK));
  await until('the case to wait', async () => {
    const { certification } = await graph.carla.gets(
      'query ($id: ID!) { certification(id: $id) { hold submission { status } } }',
      {
        id,
      },
    );
    return certification.hold === null ? undefined : true;
  });
  return id;
}

async function assigns(certificationId: string): Promise<string> {
  const input = { certificationId, personId: userIdOf('raices', 'bruno'), duty: 'EVALUATOR', idempotencyKey: newId() };
  const { caseAssign } = await graph.carla.gets(ASSIGN, { input });
  expect(caseAssign).toMatchObject({ __typename: 'CaseAssignSuccess' });
  return caseAssign.assignment.id;
}

async function unassigns(assignmentId: string): Promise<void> {
  const { caseUnassign } = await graph.carla.gets(UNASSIGN, {
    input: { assignmentId, reason: 'Se fue', idempotencyKey: newId() },
  });
  expect(caseUnassign).toEqual({ __typename: 'CaseUnassignSuccess' });
}

function watching(person: Person, query: string, variables: Record<string, unknown> = {}, over?: 'sse'): Watch {
  const watch = person.subscribes(query, variables, over);
  open.push(watch);
  return watch;
}

const told = (watch: Watch): Loose[] => watch.events.map((event) => event.certificationsStatusChanged);

test('an evaluator sees the case that she is assigned to, its candidate and its submission, in every island, and hears of it live, as long as she is', {
  timeout: 120_000,
}, async () => {
  const emma = await graph.person('raices', 'emma', 'learner');
  const [stays, ends] = [await heldCase(graph.alice), await heldCase(emma)];
  expect((await bruno.asks(CASE, { id: stays })).codes).toEqual(['NOT_FOUND']);

  const [, assignment] = [await assigns(stays), await assigns(ends)];
  // Certification knows at once, users and conocer by event.
  const whole = await until('users and conocer to hear of it', async () => {
    const { data } = await bruno.asks(CASE, { id: stays });
    const one = (data as Loose)?.certification;
    return one?.candidate?.fullName != null && one?.submission != null ? one : undefined;
  });
  expect(whole).toMatchObject({
    id: stays,
    submission: { status: 'HELD' },
    candidate: { displayName: 'Alicia Robles', fullName: 'Alicia Robles Cárdenas' },
    assignments: { edges: [{ node: { duty: 'EVALUATOR', person: { id: userIdOf('raices', 'bruno') }, endedAt: null } }] },
  });

  const [feed, overSse] = [watching(bruno, FEED), watching(bruno, FEED, {}, 'sse')];
  const all = watching(graph.carla, FEED);
  const ofOne = [watching(bruno, operations.WATCH, { id: ends }), watching(bruno, operations.WATCH, { id: ends }, 'sse')];
  for (const watch of [feed, overSse]) {
    const { certificationsStatusChanged: snapshot } = await watch.sees('a snapshot', () => true);
    const ids = snapshot.snapshot.map((one: Loose) => one.id);
    expect(ids).toEqual(expect.arrayContaining([stays, ends]));
  }
  await all.sees('a snapshot', () => true);
  for (const watch of ofOne) await watch.sees('a snapshot', () => true);

  await unassigns(assignment);
  // Nothing happens to the case meanwhile: the streams end because the right does.
  for (const watch of ofOne) expect(JSON.stringify(await watch.ended())).toContain('NOT_FOUND');
  expect((await bruno.asks(CASE, { id: ends })).codes).toEqual(['NOT_FOUND']);
  await until('users to hear of the end', async () => {
    const answer = await bruno.asks('query ($id: ID!) { user(id: $id) { displayName } }', { id: userIdOf('raices', 'emma') });
    return answer.codes.includes('NOT_FOUND') || undefined;
  });

  await graph.carla.gets(CONFIGURE, { input: { solarpunkPolicy: 'ADVISORY' } });
  const isIssued = (id: string) => (event: Loose) =>
    event.certificationsStatusChanged.certification?.id === id && event.certificationsStatusChanged.status === 'ISSUED';
  for (const id of [stays, ends]) await all.sees('the official certificate', isIssued(id));
  for (const watch of [feed, overSse]) {
    await watch.sees('the official certificate', isIssued(stays));
    const changes = told(watch).filter(({ kind }) => kind === 'CHANGE');
    expect(new Set(changes.map(({ certification }) => certification.id))).toEqual(new Set([stays]));
    const hers = told(all).filter(({ kind, certification }) => kind === 'CHANGE' && certification.id === stays);
    expect(changes.map(({ position }) => position)).toEqual(hers.map(({ position }) => position));
    expect(watch.ends).toEqual([]);
  }
  const ids = (await bruno.gets('{ certifications(first: 100) { edges { node { id } } } }')).certifications.edges.map(
    (edge: Loose) => edge.node.id,
  );
  expect(ids).toContain(stays);
  expect(ids).not.toContain(ends);
});

test('a mentor sees how far the learner is whom she accompanies, and her name, until she does no more', {
  timeout: 60_000,
}, async () => {
  const mateo = await graph.person('raices', 'mateo', 'mentor');
  const enrollmentId = await graph.alice.enrols('huerto-educativo');
  expect((await mateo.asks(ENROLLMENT, { id: enrollmentId })).codes).toEqual(['NOT_FOUND']);
  const setMentor = async (mentorId: string | null) => {
    const { enrollmentMentorSet } = await graph.carla.gets(SET_MENTOR, {
      input: { enrollmentId, mentorId, idempotencyKey: newId() },
    });
    expect(enrollmentMentorSet.__typename).toBe('EnrollmentMentorSetSuccess');
  };
  await setMentor(userIdOf('raices', 'mateo'));
  await until('users to hear of it', async () => {
    const { data } = await mateo.asks(ENROLLMENT, { id: enrollmentId });
    return (data as Loose)?.enrollment?.learner?.displayName === 'Alicia Robles' || undefined;
  });
  const { enrollments } = await mateo.gets('{ enrollments(first: 100) { edges { node { id } } } }');
  expect(enrollments.edges.map((edge: Loose) => edge.node.id)).toContain(enrollmentId);
  await setMentor(null);
  expect((await mateo.asks(ENROLLMENT, { id: enrollmentId })).codes).toEqual(['NOT_FOUND']);
});
