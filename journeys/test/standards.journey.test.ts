import { afterAll, beforeAll, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import type { Person } from '../src/person.ts';
import { until } from '../src/until.ts';

const SYNC = `mutation ($key: String!) { standardsSync(input: { idempotencyKey: $key }) { ... on StandardsSyncSuccess { sync { id } } } }`;
const SYNCS = '{ standardsSyncs(first: 10) { edges { node { id state failure added changed retired listed } } } }';
const STANDARD = `query ($code: String!) { standard(code: $code) { code status supersededBy { code title } isSample } }`;
const NEXT = {
  code: 'EC0586.02',
  title: 'SAMPLE Instalación de sistemas fotovoltaicos, versión de muestra',
  level: 3,
  sector: 'CONSTRUCCIÓN',
  committee: 'SAMPLE comité',
};

let graph: Graph;
let sara: Person;
beforeAll(async () => {
  graph = await bootGraph();
  sara = await graph.person('raices', 'sara', 'super_admin');
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Has the register read; answers the reading when it has ended. */
async function reads(key: string): Promise<Loose> {
  const { data, text } = await sara.asks(SYNC, { key });
  const id = (data as Loose)?.standardsSync?.sync?.id;
  if (id === undefined) throw new Error(text);
  return until('the reading to end', async () => {
    const answer = await sara.asks(SYNCS);
    const nodes = (answer.data as Loose)?.standardsSyncs?.edges?.map((edge: Loose) => edge.node) ?? [];
    return nodes.find((node: Loose) => node.id === id && (node.state === 'SUCCEEDED' || node.state === 'FAILED'));
  });
}
async function standard(code: string): Promise<Loose> {
  return ((await graph.visitor('raices').asks(STANDARD, { code })).data as Loose)?.standard;
}

test('a broken list changes nothing that anybody sees; a good one with a later version is told to who teaches an aligned course', async () => {
  expect(await reads('good')).toMatchObject({ state: 'SUCCEEDED', listed: 1_496 });
  await until('the catalogue to show it', async () => ((await standard('EC8700')) === null ? undefined : true));
  expect(await standard('EC8700')).toMatchObject({ isSample: true });

  graph.sandbox.revise({ list: [NEXT] });
  graph.sandbox.plan({ mode: 'truncated', routes: ['register'], count: 1 });
  expect(await reads('broken')).toMatchObject({ state: 'FAILED', failure: 'UNREACHABLE', added: null });
  expect(await standard('EC0586.01')).toMatchObject({ status: 'ACTIVE', supersededBy: null });
  expect(await standard('EC8700')).toMatchObject({ isSample: true });

  expect(await reads('later version')).toMatchObject({ state: 'SUCCEEDED', added: 1, changed: 1, retired: 0 });
  const superseded = await until('what was kept to end', async () => {
    const shown = await standard('EC0586.01');
    return shown?.status === 'SUPERSEDED' ? shown : undefined;
  });
  expect(superseded).toMatchObject({ supersededBy: { code: 'EC0586.02', title: NEXT.title } });

  for (const [tenant, instructor] of [
    ['raices', 'ines'],
    ['solaris', 'irene'],
  ] as const) {
    const teacher = await graph.person(tenant, instructor, 'instructor');
    const notice = await until(`${instructor} to be told`, async () => {
      const { data } = await teacher.asks('{ me { notifications(first: 20) { edges { node { topic text } } } } }');
      const nodes = (data as Loose)?.me?.notifications?.edges?.map((edge: Loose) => edge.node) ?? [];
      return nodes.find((node: Loose) => node.topic === 'standard.changed');
    });
    expect(notice.text).toContain('EC0586.01. La versión vigente es EC0586.02.');
  }
}, 60_000);
