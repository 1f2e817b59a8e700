import { DAY_MS, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, person } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certification, fieldOf, newLearner, openCertification } from './open-certification.ts';

const celia = person('raices', 'celia', 'certifier');
const carla = person('raices', 'carla', 'admin');

let academy: Certification;
beforeAll(async () => {
  academy = await openCertification();
});
afterAll(() => academy.close());

type Parked = {
  id: string;
  step: string;
  direction: string;
  cause: string;
  attempts: number;
  certification: { id: string } | null;
};
const FIELDS = 'id step direction cause attempts parkedAt certification { id }';

async function parkedFor(viewer: UserPrincipal, certificationId: string): Promise<Parked | undefined> {
  const answer = await academy.island.ask(
    viewer,
    `{ parkedSteps(first: 100) { edges { node { ${FIELDS} } } pageInfo { hasNextPage } } }`,
  );
  expect(answer.errors).toEqual([]);
  const { edges } = fieldOf<{ edges: { node: Parked }[] }>(answer, 'parkedSteps');
  return edges.map(({ node }) => node).find(({ certification }) => certification?.id === certificationId);
}

type Settled = { __typename: string; parkedStep?: Parked; message?: string; field?: string };
async function settles(viewer: UserPrincipal, how: 'Retry' | 'Resolve', input: Record<string, unknown>): Promise<Settled> {
  const answer = await academy.island.ask(
    viewer,
    `mutation ($input: ParkedStep${how}Input!) { parkedStep${how}(input: $input) { __typename
      ... on ParkedStep${how}Success { parkedStep { ${FIELDS} } } ... on UserError { message code } ... on InvalidInputError { field } } }`,
    { input: { idempotencyKey: newId(), ...(how === 'Resolve' ? { reason: 'Avisada por teléfono' } : {}), ...input } },
  );
  expect(answer.errors).toEqual([]);
  return fieldOf<Settled>(answer, `parkedStep${how}`);
}

/** A certified learner whom users never told of it: the last step passes its deadline. */
async function neverTold(): Promise<{ alice: UserPrincipal; id: string }> {
  const alice = newLearner();
  const id = await academy.submittedCase(alice);
  await academy.conocer(alice, id).issued(`D-${newId()}`);
  await academy.island.runDueJobs();
  await academy.answers(alice, id).profileUpdated();
  await academy.island.runDueJobs();
  academy.island.clock.advance(3 * DAY_MS);
  await academy.island.runDueJobs();
  return { alice, id };
}

describe('a notification that users never sent', () => {
  test('is seen by the certifier and the admin, tried again by one of them, and its answer ends the case’s way', async () => {
    const { alice, id } = await neverTold();
    expect(await academy.saga(alice, id)).toMatchObject({ phase: 'PARKED', steps: { sendNotification: 'PARKED' } });
    const parked = await parkedFor(celia, id);
    expect(parked).toMatchObject({ step: 'sendNotification', direction: 'FORWARD', cause: 'DEADLINE' });
    expect(await parkedFor(carla, id)).toEqual(parked);

    const input = { parkedStepId: parked?.id, idempotencyKey: newId() };
    const retried = await settles(celia, 'Retry', input);
    expect(retried).toMatchObject({ __typename: 'ParkedStepRetrySuccess', parkedStep: { id: parked?.id } });
    expect(await settles(celia, 'Retry', input)).toEqual(retried);
    expect(await parkedFor(celia, id)).toBeUndefined();
    await academy.island.runDueJobs();
    expect(await academy.topics(alice, id)).toEqual(['certification.issued', 'certification.issued']);
    await academy.answers(alice, id).notificationSent();
    expect(await academy.saga(alice, id)).toMatchObject({ phase: 'DONE' });
  });

  test('may come after all: then nobody need see to it', async () => {
    const { alice, id } = await neverTold();
    const parked = await parkedFor(celia, id);
    await academy.answers(alice, id).notificationSent();
    expect(await academy.saga(alice, id)).toMatchObject({ phase: 'DONE' });
    expect(await parkedFor(celia, id)).toBeUndefined();
    expect(await settles(celia, 'Resolve', { parkedStepId: parked?.id })).toMatchObject({ __typename: 'InvalidStateError' });
  });

  test('is resolved with a reason, which is on record with who gave it', async () => {
    const { alice, id } = await neverTold();
    const parkedStepId = (await parkedFor(carla, id))?.id;
    expect(await settles(carla, 'Resolve', { parkedStepId, reason: 'x' })).toMatchObject({ field: 'reason' });
    expect(await settles(carla, 'Resolve', { parkedStepId })).toMatchObject({ __typename: 'ParkedStepResolveSuccess' });
    expect(await academy.saga(alice, id)).toMatchObject({ phase: 'DONE', steps: { sendNotification: 'RESOLVED' } });
    const answer = await academy.island.ask(
      carla,
      `query ($id: String!) { certificationAuditLog(first: 5, filter: { subjectId: $id }) { edges { node { action actorId why detail } } } }`,
      { id: parkedStepId },
    );
    const { edges } = fieldOf<{ edges: { node: { detail: string } }[] }>(answer, 'certificationAuditLog');
    expect(edges).toMatchObject([
      { node: { action: 'parked-step.resolve', actorId: carla.userId, why: 'Avisada por teléfono' } },
    ]);
    expect(JSON.parse(edges[0]?.node.detail ?? '')).toEqual({
      certificationId: id,
      step: 'sendNotification',
      direction: 'FORWARD',
      cause: 'DEADLINE',
    });
  });
});

describe('what is parked', () => {
  test('is there for another tenant’s certifier neither in the list nor to be settled', async () => {
    const { id } = await neverTold();
    const foreign = person('solaris', 'sofia', 'certifier');
    expect(await parkedFor(foreign, id)).toBeUndefined();
    const parkedStepId = (await parkedFor(celia, id))?.id;
    for (const how of ['Retry', 'Resolve'] as const)
      expect(await settles(foreign, how, { parkedStepId })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await parkedFor(celia, id)).toBeDefined();
  });

  test('is not for the learner whose case it is, nor for who evaluates', async () => {
    const { alice, id } = await neverTold();
    const parkedStepId = (await parkedFor(celia, id))?.id;
    for (const viewer of [alice, people.raices.bruno]) {
      const list = await academy.island.ask(viewer, '{ parkedSteps(first: 1) { edges { cursor } } }');
      expect(list).toMatchObject({ data: { parkedSteps: null }, errors: [{ code: 'FORBIDDEN' }] });
      const act = await academy.island.ask(
        viewer,
        `mutation ($id: ID!) { parkedStepRetry(input: { parkedStepId: $id, idempotencyKey: "1" }) { __typename } }`,
        { id: parkedStepId },
      );
      expect(act).toMatchObject({ data: { parkedStepRetry: null }, errors: [{ code: 'FORBIDDEN' }] });
    }
    expect(await parkedFor(celia, id)).toBeDefined();
  });

  test('comes in pages, the one that waits longest first', async () => {
    await neverTold();
    await neverTold();
    const page = async (after: string | null) => {
      const answer = await academy.island.ask(
        celia,
        'query ($after: String) { parkedSteps(first: 1, after: $after) { edges { cursor node { id parkedAt } } pageInfo { hasNextPage } } }',
        { after },
      );
      return fieldOf<{ edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean } }>(
        answer,
        'parkedSteps',
      );
    };
    const first = await page(null);
    const second = await page(first.edges[0]?.cursor ?? null);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect((second.edges[0]?.node.id ?? '') > (first.edges[0]?.node.id ?? '')).toBe(true);
  });
});
