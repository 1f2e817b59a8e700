import { createHash } from 'node:crypto';
import { localDateOf } from '@academy/kernel';
import { policiesOf } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import type { Person } from '../src/person.ts';
import { until } from '../src/until.ts';

/** Aligned to a standard that has a sample instrument, of which the seed's evaluator holds a cédula. */
const COURSE = 'instalacion-fotovoltaica';

const CONFIGURE = 'mutation ($input: TenantConfigureInput!) { tenantConfigure(input: $input) { __typename } }';
const ASSIGN = `mutation ($input: CaseAssignInput!) { caseAssign(input: $input) { __typename ... on UserError { code message } } }`;
const STATE = 'query ($id: ID!) { certification(id: $id) { status path certificate { status } plan { digest signedBy } } }';
const EVIDENCE = `query ($id: ID!) { certification(id: $id) { evidence(first: 5) { edges { node { id } } } } }`;
const INSTRUMENT = `query ($id: ID!) { certification(id: $id) { instrument { origin reactivos { id } } } }`;
const PORTFOLIO = `query ($id: ID!) { certification(id: $id) { judgement { isCompetent score }
  portfolio { root leafCount leaves(first: 100) { edges { node { position content digest } } } proof(position: 0) { leafDigest path } } } }`;

/** Whatever the tenant's evaluators do from diagnosis to results, each by the gateway's public door. */
async function acts(person: Person, mutation: string, input: object): Promise<Loose> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await person.gets(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on UserError { code message } } }`,
    { input: { idempotencyKey: newId(), ...input } },
  );
  return answer[mutation];
}

async function succeeds(person: Person, mutation: string, input: object): Promise<void> {
  const answer = await acts(person, mutation, input);
  if (!String(answer.__typename).endsWith('Success')) throw new Error(`${mutation} was refused: ${JSON.stringify(answer)}`);
}

/** The tenant decides that evaluators judge, and certification has heard of it. */
async function evaluatorsJudge(graph: Graph): Promise<void> {
  const { tenantConfigure } = await graph.carla.gets(CONFIGURE, { input: { evaluation: 'ACCREDITED_EVALUATOR' } });
  expect(tenantConfigure.__typename).toBe('TenantConfigureSuccess');
  const tenantId = tenantIdOf('raices');
  const { database } = graph.academy.resources.certification;
  await until('certification to hear who judges', async () => {
    const { evaluation } = await database.inTenant(tenantId, 'read', (tx) => policiesOf(tx, tenantId));
    return evaluation === 'ACCREDITED_EVALUATOR' ? true : undefined;
  });
}

const leaf = (content: string) =>
  createHash('sha256')
    .update(Buffer.from([0]))
    .update(content)
    .digest('hex');

test('an evaluator takes a candidate from diagnosis to delivered results, and nobody’s part is done by another', {
  timeout: 180_000,
}, async () => {
  await using graph = await bootGraph();
  const { alice, carla } = graph;
  const bruno = await graph.person('raices', 'bruno', 'evaluator');
  const noe = await graph.person('raices', 'noe', 'centre_admin');
  await evaluatorsJudge(graph);
  const certificationId = await alice.certificationOf(await alice.completesCourse(COURSE));
  const of = { certificationId };
  const state = async (who: Person) => (await who.gets(STATE, { id: certificationId })).certification;
  await until('the certificate of the course', async () =>
    (await state(alice)).certificate?.status === 'ISSUED' ? true : undefined,
  );
  expect(await state(alice)).toMatchObject({ status: 'REGISTERED', path: 'ACCREDITED_EVALUATOR' });

  const assigned = { ...of, personId: userIdOf('raices', 'bruno'), duty: 'EVALUATOR', idempotencyKey: newId() };
  expect((await carla.gets(ASSIGN, { input: assigned })).caseAssign.__typename).toBe('CaseAssignSuccess');
  await succeeds(bruno, 'certificationDiagnose', { ...of, readiness: 'HIGH' });
  const today = localDateOf(new Date());
  const days = { ...of, evaluatesOn: today, dueOn: today };
  await until('the register to be heard, and the consent to be all that is missing', async () => {
    const { message } = await acts(bruno, 'certificationPlanPropose', days);
    return String(message).includes('EVALUATION_DATA') ? true : undefined;
  });
  for (const purpose of ['EVALUATION_DATA', 'RIGHTS_AND_DUTIES'])
    await succeeds(alice, 'certificationConsentGive', { ...of, purpose, textVersion: '2026-11' });
  await succeeds(bruno, 'certificationPlanPropose', days);
  const { digest: planDigest } = (await state(alice)).plan;
  await succeeds(alice, 'certificationPlanSign', { ...of, planDigest });
  await succeeds(bruno, 'certificationPlanSign', { ...of, planDigest });
  expect((await state(alice)).plan.signedBy).toEqual(['CANDIDATE', 'EVALUATOR']);

  await succeeds(bruno, 'certificationEvaluationBegin', of);
  const sha256 = createHash('sha256').update('video').digest('hex');
  await succeeds(alice, 'evidenceAdd', { ...of, label: 'Video', sha256, mediaType: 'video/mp4', sizeBytes: 5 });
  const { certification: seen } = await bruno.gets(EVIDENCE, { id: certificationId });
  const evidenceIds = seen.evidence.edges.map(({ node }: Loose) => node.id);
  const { certification: pinned } = await bruno.gets(INSTRUMENT, { id: certificationId });
  expect(pinned.instrument.origin).toBe('SAMPLE');
  expect((await alice.asks(INSTRUMENT, { id: certificationId })).codes, 'the candidate reads no instrument').toEqual([
    'FORBIDDEN',
  ]);
  const ids: string[] = pinned.instrument.reactivos.map(({ id }: Loose) => id);
  const answers = ids.map((reactivoId) => ({ reactivoId, isFulfilled: true, evidenceIds }));
  await succeeds(bruno, 'certificationReactivoRecord', { ...of, answers: answers.slice(1) });
  expect((await acts(bruno, 'certificationJudge', { ...of, isCompetent: true })).message).toContain(ids[0]);
  await succeeds(bruno, 'certificationReactivoRecord', { ...of, answers: answers.slice(0, 1) });
  await succeeds(bruno, 'certificationJudge', { ...of, isCompetent: true });
  await succeeds(noe, 'certificationResultsDeliver', of);

  expect((await state(alice)).status).toBe('RESULTS_DELIVERED');
  const { certification: delivered } = await alice.gets(PORTFOLIO, { id: certificationId });
  expect(delivered.judgement).toEqual({ isCompetent: true, score: 100 });
  const leaves: Loose[] = delivered.portfolio.leaves.edges.map(({ node }: Loose) => node);
  expect(leaves).toHaveLength(delivered.portfolio.leafCount);
  for (const one of leaves) expect(leaf(one.content)).toBe(one.digest);
  expect(delivered.portfolio.proof.leafDigest).toBe(leaves[0]?.digest);
  await until('the candidate to be told', async () => {
    const { me: now } = await alice.gets('{ me { notifications(first: 20) { edges { node { topic } } } } }');
    return now.notifications.edges.some(({ node }: Loose) => node.topic === 'certification.results-delivered') ? true : undefined;
  });
});
