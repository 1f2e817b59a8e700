import { certificationStatusChanged, personPlaced, submissionRequested } from '@academy/contracts';
import { seedId, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { people, person } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberChanges } from '../src/store/positions.ts';
import { assigning } from './assigning.ts';
import { type Certification, newLearner, openCertification } from './open-certification.ts';

const { bruno, carla } = people.raices;
const { tenantId: raices } = carla;
const noe = person('raices', 'noe', 'centre_admin');
const CHOLULA = seedId('centre:cholula');
const XALAPA = seedId('centre:xalapa');

let academy: Certification;
let office: ReturnType<typeof assigning>;
const placements = new Map<string, number>();
beforeAll(async () => {
  academy = await openCertification();
  office = assigning(academy.island);
  await office.grants(bruno, 'evaluator');
  await isPlaced(noe, CHOLULA);
});
afterAll(() => academy.close());

/** As users tells it. */
async function isPlaced(who: UserPrincipal, centreId: string | null): Promise<void> {
  const placement = (placements.get(who.userId) ?? 0) + 1;
  placements.set(who.userId, placement);
  const data = { userId: who.userId, centreId, placement };
  await academy.island.deliver(personPlaced, { tenantId: who.tenantId, subject: who.userId, data });
}

/** A case of somebody who stands there when it is opened. */
async function caseIn(centreId: string | null): Promise<{ id: string; candidate: UserPrincipal }> {
  const candidate = newLearner();
  if (centreId !== null) await isPlaced(candidate, centreId);
  return { id: await academy.submittedCase(candidate), candidate };
}

async function numbered(): Promise<void> {
  const events = await academy.island.emitted(raices, certificationStatusChanged);
  await academy.island.resources.relayDatabase.inTenant(raices, 'write', (tx) => numberChanges(tx, events));
}

/** Which of the ways to a case lead the viewer to it. */
async function ways(viewer: UserPrincipal, { id, candidate }: { id: string; candidate: UserPrincipal }) {
  const query = `query ($id: ID!, $r: [_Any!]!) { certification(id: $id) { id centre { id } } certifications(first: 100) { edges { node { id } } }
    certificationChanges(afterPosition: 0, first: 100) { changes { certificationId candidateId status } }
    _entities(representations: $r) { __typename ... on Certification { id certificate { id } } ... on Enrollment { certification { id } }
      ... on User { certifications { edges { node { id } } } } } }`;
  const r = [
    { __typename: 'Certification', id },
    { __typename: 'User', id: candidate.userId },
  ];
  const { data } = await academy.island.ask(viewer, query, { id, r });
  const edges = (list: unknown) => (list as { edges: { node: { id: string } }[] } | null)?.edges.map(({ node }) => node.id) ?? [];
  const [entity, user] = (data?.['_entities'] ?? []) as ({ certifications?: unknown } | null)[];
  const log =
    (data?.['certificationChanges'] as { changes: { certificationId: string | null; candidateId: string | null }[] } | null)
      ?.changes ?? [];
  return {
    byId: (data?.['certification'] ?? null) !== null,
    inList: edges(data?.['certifications']).includes(id),
    inLog: log.some((change) => change.certificationId === id || change.candidateId === candidate.userId),
    asEntity: (entity ?? null) !== null,
    ofPerson: edges(user?.certifications).includes(id),
  };
}

const ALL = { byId: true, inList: true, inLog: true, asEntity: true, ofPerson: true };
const NONE = { byId: false, inList: false, inLog: false, asEntity: false, ofPerson: false };

describe('an admin of a centre', () => {
  test('sees the cases that were opened in her centre on every way, and no other', async () => {
    const [hers, another, academys] = [await caseIn(CHOLULA), await caseIn(XALAPA), await caseIn(null)];
    await numbered();
    expect(await ways(noe, hers)).toEqual(ALL);
    expect(await ways(noe, another)).toEqual(NONE);
    expect(await ways(noe, academys)).toEqual(NONE);
  });

  test('keeps a case whose candidate leaves, and gets none by a candidate who comes', async () => {
    const [left, came] = [await caseIn(CHOLULA), await caseIn(XALAPA)];
    await isPlaced(left.candidate, XALAPA);
    await isPlaced(came.candidate, CHOLULA);
    await numbered();
    expect(await ways(noe, left)).toEqual(ALL);
    expect(await ways(noe, came)).toEqual(NONE);
  });

  test('sees by where she stands herself, from the moment at which the island is told', async () => {
    const [hers, another] = [await caseIn(CHOLULA), await caseIn(XALAPA)];
    await numbered();
    await isPlaced(noe, XALAPA);
    expect([await ways(noe, hers), await ways(noe, another)]).toEqual([NONE, ALL]);
    await isPlaced(noe, CHOLULA);
    expect([await ways(noe, hers), await ways(noe, another)]).toEqual([ALL, NONE]);
  });

  test('of whom nobody told stands in the academy itself', async () => {
    const [hers, academys] = [await caseIn(CHOLULA), await caseIn(null)];
    await numbered();
    const stranger = { ...noe, userId: newId() };
    expect([await ways(stranger, hers), await ways(stranger, academys)]).toEqual([NONE, ALL]);
  });

  test('sees none of another tenant, should ids be the same, nor any under another persona', async () => {
    const hers = await caseIn(CHOLULA);
    await numbered();
    expect(await ways({ ...noe, tenantId: people.solaris.diego.tenantId }, hers)).toEqual(NONE);
    for (const persona of ['learner', 'evaluator', 'mentor', 'analyst'] as const)
      expect(await ways({ ...noe, persona }, hers)).toEqual(NONE);
  });

  test('assigns evaluators to the cases of her centre, and to others as if they were not there', async () => {
    const [hers, another] = [await caseIn(CHOLULA), await caseIn(XALAPA)];
    const assign = 'mutation ($input: CaseAssignInput!) { caseAssign(input: $input) { __typename } }';
    const to = async (certificationId: string) => {
      const input = { certificationId, personId: bruno.userId, duty: 'EVALUATOR', idempotencyKey: newId() };
      return (await academy.island.ask(noe, assign, { input })).data?.['caseAssign'];
    };
    expect(await to(another.id)).toEqual({ __typename: 'NotFoundError' });
    expect(await to(hers.id)).toEqual({ __typename: 'CaseAssignSuccess' });
    const { id } = await office.assigned(another.id, bruno, 'EVALUATOR');
    expect(await office.unassigns(noe, id)).toMatchObject({ __typename: 'NotFoundError' });
  });
});

test('what a case asks of the authority names the centre that it was opened in', async () => {
  const { id, candidate } = await caseIn(XALAPA);
  await isPlaced(candidate, CHOLULA);
  const requested = (await academy.island.emitted(raices, submissionRequested)).filter(({ subject }) => subject === id);
  expect(requested.map(({ data }) => data.centreId)).toEqual([XALAPA]);
});
