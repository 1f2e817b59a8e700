import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GENEROUS_LIMITS, type Router, startRouter } from '@academy/gateway/router';
import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askMonolith } from './graph/monolith.ts';
import { benchSubgraphs } from './graph/subgraphs.ts';
import { composeBench } from './graph/supergraph.ts';
import { bodiesOf, WORKLOADS } from './graph/workloads.ts';
import { type Spawned, start } from './processes/spawned.ts';

let subgraphs: Spawned;
let router: Router;
let folder: string;
const telemetry = createTelemetry({ process: 'test' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'router-test-'));
  const args = [resolve(import.meta.dirname, 'processes/subgraphs.ts'), 'big'];
  subgraphs = await start({ args, core: 0, logFile: join(folder, 'subgraphs.log'), tells: true });
  router = await startRouter({
    supergraphSdl: composeBench(benchSubgraphs(), `http://127.0.0.1:${subgraphs.port}`),
    urls: {},
    host: '127.0.0.1',
    port: 0,
    limits: GENEROUS_LIMITS,
    requestDeadlineMs: 10_000,
    logger: createLogger({ process: 'test', level: 'silent' }),
    telemetry,
  });
});
afterAll(async () => {
  await router?.stop();
  await subgraphs?.stop();
  await rm(folder, { recursive: true, force: true });
});

function ask(body: string): Promise<Response> {
  return fetch(router.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

test('the router answers every workload of the benchmark, over HTTP, as the joined data do', async () => {
  for (const workload of WORKLOADS) {
    const response = await ask(bodiesOf(workload)[0] ?? '');
    const joined = await askMonolith(workload.query, workload.variables[0] ?? {});
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify({ data: joined.data })));
  }
});

test('no workload of the benchmark falls back to the stock executor', async () => {
  for (const workload of WORKLOADS) await (await ask(bodiesOf(workload)[1] ?? bodiesOf(workload)[0] ?? '')).text();
  const { text } = await telemetry.render();
  expect(text).toMatch(/academy_gateway_executions_total\{executor="compiled"/);
  expect(text).not.toMatch(/academy_gateway_executions_total\{executor="stock"/);
});

test('the schema can be read without a login, and a mistake is told', async () => {
  const schema = await ask(JSON.stringify({ query: '{ __schema { queryType { name } } }' }));
  expect(await schema.json()).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  const mistaken = await ask(JSON.stringify({ query: '{ nothing }' }));
  expect(mistaken.status).toBe(400);
  expect(await mistaken.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
});
