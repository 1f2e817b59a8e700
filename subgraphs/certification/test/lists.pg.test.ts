import { SECOND_MS } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certification, fieldOf, newLearner, openCertification, reactivos } from './open-certification.ts';

const { carla } = people.raices;
const learners = [newLearner(), newLearner()] as const;
const [alice, berta] = learners;

let academy: Certification;
/** Ids of Alice's cases, newest first. */
const hers: string[] = [];
beforeAll(async () => {
  academy = await openCertification();
  for (const standardCode of ['EC0325', 'EC0586.01', null, 'EC0301', 'EC0249']) {
    hers.unshift(await academy.submittedCase(alice, { standardCode }));
    if (standardCode === 'EC0301') academy.island.clock.advance(SECOND_MS);
  }
  await academy.submittedCase(berta, { reactivos: reactivos(false) });
});
afterAll(() => academy.close());

type Page = { edges: { cursor: string; node: { id: string } }[]; pageInfo: Record<string, unknown> };
const LIST = `query ($filter: CertificationFilter, $first: Int, $after: String) { certifications(filter: $filter, first: $first, after: $after) {
  edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function list(viewer: typeof carla, variables: Record<string, unknown> = {}): Promise<Page> {
  const answer = await academy.island.ask(viewer, LIST, variables);
  expect(answer.errors).toEqual([]);
  return answer.data?.['certifications'] as Page;
}
const ids = (page: Page) => page.edges.map((edge) => edge.node.id);

describe('the list of certifications', () => {
  test('is walked page by page, newest first, without repeats or gaps, also where two were opened in the same instant', async () => {
    const walked: string[] = [];
    let after: unknown = null;
    for (let hasNextPage = true; hasNextPage; ) {
      const page = await list(alice, { first: 2, after });
      expect(page.pageInfo).toMatchObject({ hasPreviousPage: after !== null, startCursor: page.edges[0]?.cursor });
      walked.push(...ids(page));
      after = page.pageInfo['endCursor'];
      hasNextPage = page.pageInfo['hasNextPage'] === true;
    }
    expect(walked).toEqual(hers);
  });

  test('shows staff everybody’s, and a learner her own', async () => {
    expect(ids(await list(carla))).toHaveLength(6);
    expect(ids(await list(berta))).toHaveLength(1);
  });

  test('is narrowed by state and by standard, with or without its version', async () => {
    expect(ids(await list(carla, { filter: { status: ['JUDGED_NOT_YET'] } }))).toEqual(ids(await list(berta)));
    expect(ids(await list(carla, { filter: { status: ['RESULTS_DELIVERED', 'LAPSED'] } }))).toEqual([hers[2]]);
    expect(ids(await list(alice, { filter: { standardCode: 'ec0586 ' } }))).toEqual([hers[3]]);
    expect(ids(await list(alice, { filter: { standardCode: 'EC0586.01' } }))).toEqual([hers[3]]);
    expect(ids(await list(alice, { filter: { standardCode: 'EC0586.02' } }))).toEqual([]);
    expect(ids(await list(alice, { filter: { status: [] } }))).toHaveLength(5);
  });

  test('is narrowed by course', async () => {
    const query = '{ certifications { edges { node { id course { id } } } } }';
    const all = fieldOf<{ edges: { node: { id: string; course: { id: string } } }[] }>(
      await academy.island.ask(carla, query),
      'certifications',
    );
    for (const { node } of all.edges) expect(ids(await list(carla, { filter: { courseId: node.course.id } }))).toEqual([node.id]);
    expect(ids(await list(carla, { filter: { courseId: newId() } }))).toEqual([]);
    expect(ids(await list(carla, { filter: { courseId: 'no id' } }))).toEqual([]);
  });

  test.each([
    { first: 0 },
    { first: 101 },
    { after: 'bogus' },
    { after: Buffer.from(JSON.stringify([1, 'certifications', 'yesterday', newId()])).toString('base64url') },
  ])('refuses a page that there is not: %o', async (variables) => {
    const answer = await academy.island.ask(alice, LIST, variables);
    expect(answer.errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
  });
});

describe('the certifications of several people', () => {
  test('are paged for each of them', async () => {
    const query = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on User { id
      certifications(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } } } }`;
    const r = learners.map((learner) => ({ __typename: 'User', id: learner.userId }));
    const first = (await academy.island.ask(carla, query, { r })).data?.['_entities'] as { certifications: Page }[];
    expect(first.map((user) => ids(user.certifications))).toEqual([hers.slice(0, 2), ids(await list(berta))]);
    expect(first.map((user) => user.certifications.pageInfo['hasNextPage'])).toEqual([true, false]);
    const after = first[0]?.certifications.pageInfo['endCursor'];
    const second = (await academy.island.ask(carla, query, { r, after })).data?.['_entities'] as { certifications: Page }[];
    expect(second.map((user) => ids(user.certifications))[0]).toEqual(hers.slice(2, 4));
  });
});

describe('the history of a case', () => {
  const HISTORY = `query ($id: ID!, $first: Int, $after: String, $afterSeq: Int) { certification(id: $id) {
    history(first: $first, after: $after, afterSeq: $afterSeq) { edges { cursor node { id seq status } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;
  type History = {
    edges: { cursor: string; node: { seq: number; status: string } }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
  };

  async function history(variables: Record<string, unknown>): Promise<History> {
    const answer = await academy.island.ask(alice, HISTORY, { id: hers[0], ...variables });
    expect(answer.errors).toEqual([]);
    return fieldOf<{ history: History }>(answer, 'certification').history;
  }
  const seqs = (page: History) => page.edges.map((edge) => edge.node.seq);

  test('goes on after a cursor, and after a number', async () => {
    const first = await history({ first: 2 });
    expect([seqs(first), first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage]).toEqual([[1, 2], true, false]);
    const second = await history({ first: 3, after: first.pageInfo.endCursor });
    expect([seqs(second), second.pageInfo.hasNextPage, second.pageInfo.hasPreviousPage]).toEqual([[3, 4, 5], false, true]);
    expect(seqs(await history({ afterSeq: 0 }))).toEqual([1, 2, 3, 4, 5]);
    expect(seqs(await history({ afterSeq: 4 }))).toEqual([5]);
    expect(seqs(await history({ afterSeq: 5 }))).toEqual([]);
    expect((await history({ afterSeq: 3, first: 1 })).pageInfo.hasNextPage).toBe(true);
  });

  test('of several cases is read together', async () => {
    const answer = await academy.island.ask(
      carla,
      '{ certifications { edges { node { seq history(first: 100) { edges { node { seq } } } } } } }',
    );
    const nodes = fieldOf<{ edges: { node: { seq: number; history: History } }[] }>(answer, 'certifications').edges;
    for (const { node } of nodes) expect(seqs(node.history)).toEqual(Array.from({ length: node.seq }, (_, index) => index + 1));
  });

  test.each([
    { afterSeq: -1 },
    { first: 500 },
    { after: 'bogus' },
    { after: Buffer.from('[1,"history","x"]').toString('base64url') },
  ])('refuses a page that there is not: %o', async (variables) => {
    const answer = await academy.island.ask(alice, HISTORY, { id: hers[0], ...variables });
    expect(answer.errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('refuses a cursor and a number at once', async () => {
    const { pageInfo } = await history({ first: 1 });
    const answer = await academy.island.ask(alice, HISTORY, { id: hers[0], after: pageInfo.endCursor, afterSeq: 2 });
    expect(answer.errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
  });
});
