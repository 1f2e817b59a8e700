import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256Hex } from '../src/documents/document-hash.ts';
import { operationsDefaults } from '../src/operations-config.ts';
import { openLiveAcademy } from './live-academy.ts';
import { overSse, overWebSocket } from './live-clients.ts';
import { alice, carla } from './people.ts';
import { openGateway } from './running-gateway.ts';

const ME = 'query Me { me { id } }';
const TENANT = 'query TenantName { tenant { name } }';
const NEVER_VALID = 'query Gone { fieldThatWentAway }';
const json = { 'content-type': 'application/json' };
const apq = (source: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256Hex(source) } });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
  const operations = [
    { id: sha256Hex(ME), name: 'Me', type: 'query', body: ME },
    { id: 'tenant-1', name: 'TenantName', type: 'query', body: TENANT },
    { id: 'gone', name: 'Gone', type: 'query', body: NEVER_VALID },
  ];
  await writeFile(
    join(folder, 'web.json'),
    JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const withDocuments = (more: Partial<typeof operationsDefaults> = {}) => ({
  operations: { ...operationsDefaults, persistedDocuments: { path: folder, reloadEveryMs: 60_000 }, ...more },
});

describe('registered documents', () => {
  let graph: Awaited<ReturnType<typeof openLiveAcademy>>;
  beforeAll(async () => {
    graph = await openLiveAcademy({ config: withDocuments() });
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  async function post(body: unknown, more: { as?: typeof alice | null } = {}) {
    const as = more.as === undefined ? alice : more.as;
    const token = as === null ? {} : { authorization: `Bearer ${await graph.tokenOf(as)}` };
    return graph.send('/t/raices/graphql', { method: 'POST', headers: { ...json, ...token }, body: JSON.stringify(body) });
  }
  const me = { data: { me: { id: alice.userId } } };

  test('are answered by documentId and by Apollo’s hash, with POST and with GET', async () => {
    expect((await post({ documentId: `sha256:${sha256Hex(ME)}` })).body).toEqual(me);
    expect((await post({ extensions: apq(ME) })).body).toEqual(me);
    const headers = { authorization: `Bearer ${await graph.tokenOf(alice)}`, 'apollo-require-preflight': '1' };
    for (const parameters of [{ documentId: sha256Hex(ME) }, { extensions: JSON.stringify(apq(ME)) }]) {
      const got = await graph.send(`/t/raices/graphql?${new URLSearchParams(parameters)}`, { headers });
      expect([got.status, got.body]).toEqual([200, me]);
    }
  });

  test('are answered over WebSocket and Server-Sent Events', async () => {
    for (const over of [overWebSocket, overSse]) {
      const watch = await over(graph, { query: '', extensions: apq(ME) });
      expect(await watch.gets(1)).toEqual([me]);
      const unknown = await over(graph, { query: '', extensions: apq('{ unknown }') });
      await unknown.ended();
      expect(unknown.codes).toEqual(over === overWebSocket ? ['PERSISTED_QUERY_NOT_FOUND'] : []);
    }
  });

  test('pass the same guard as any other: who is nobody is told to sign in', async () => {
    expect(await post({ documentId: sha256Hex(ME) }, { as: null })).toMatchObject({
      status: 401,
      body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    expect((await post({ documentId: 'tenant-1' }, { as: null })).body).toMatchObject({
      data: { tenant: { name: 'Academia Raíces' } },
    });
  });

  test('that do not fit the schema are told in the log at the start, and refused', async () => {
    expect(graph.log.filter((line) => line.includes('fieldThatWentAway'))).toHaveLength(1);
    expect((await post({ documentId: 'gone' })).body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('that nobody registered are refused with the code and the text that Apollo’s clients look for', async () => {
    expect(await post({ extensions: apq('{ tenant { id } }') })).toMatchObject({
      status: 400,
      body: { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
    });
  });

  test('follow their folder', async () => {
    const later = '{ tenant { slug } }';
    expect((await post({ documentId: sha256Hex(later) })).status).toBe(400);
    await writeFile(join(folder, 'later.graphql'), later);
    await graph.gateway.reloadDocuments();
    expect((await post({ documentId: sha256Hex(later) })).body).toEqual({ data: { tenant: { slug: 'raices' } } });
  });
});

test('where only trusted documents are answered, others are refused on every transport', async () => {
  await using graph = await openLiveAcademy({ config: withDocuments({ isTrustedOnly: true, isApqOn: true }) });
  expect((await graph.ask(alice, ME)).body).toEqual({ data: { me: { id: alice.userId } } });
  const other = await graph.ask(alice, '{ me { displayName } }');
  expect([other.status, other.body.errors?.[0]?.extensions.code]).toEqual([403, 'DOCUMENT_NOT_TRUSTED']);
  const watch = await overWebSocket(graph, { query: '{ me { displayName } }' });
  await watch.ended();
  expect(watch.codes).toEqual(['DOCUMENT_NOT_TRUSTED']);
});

describe('automatic persisted queries', () => {
  test('are registered by the second request and found by the third, in another gateway too', async () => {
    await using graph = await openGateway({ config: { operations: { ...operationsDefaults, isApqOn: true } } });
    const source = '{ me { displayName } }';
    const ask = async (body: unknown) =>
      graph.send('/t/raices/graphql', {
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${await graph.tokenOf(alice)}` },
        body: JSON.stringify(body),
      });
    expect((await ask({ extensions: apq(source) })).body.errors?.[0]?.message).toBe('PersistedQueryNotFound');
    const answer = { data: { me: { displayName: 'alice' } } };
    expect((await ask({ query: source, extensions: apq(source) })).body).toEqual(answer);
    expect((await ask({ extensions: apq(source) })).body).toEqual(answer);
    expect((await ask({ query: source, extensions: apq('{ another }') })).body.errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  test('are not taken where they are off: clients are told, and send documents', async () => {
    await using graph = await openGateway();
    const got = await graph.send('/t/raices/graphql', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ extensions: apq(TENANT) }),
    });
    expect(got.body.errors?.[0]).toMatchObject({
      message: 'PersistedQueryNotSupported',
      extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
    });
    const sent = await graph.send('/t/raices/graphql', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query: TENANT, extensions: apq(TENANT) }),
    });
    expect(sent.body).toEqual({ data: { tenant: { name: 'Academia Raíces' } } });
  });
});

describe('what an answer tells besides its data', () => {
  const root: typeof alice = { ...carla, name: 'raquel', persona: 'super_admin' };
  let graph: Awaited<ReturnType<typeof openGateway>>;
  beforeAll(async () => {
    graph = await openGateway();
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test('is nothing by default, and its cost on request', async () => {
    const page = '{ courses(first: 10) { edges { node { id } } } }';
    expect((await graph.ask(alice, page)).body).not.toHaveProperty('extensions');
    const { body } = await graph.ask(alice, page, { headers: { 'x-academy-cost': '1' } });
    expect(body).toMatchObject({ data: {}, extensions: { cost: { requested: 1 + 10 * 2, maximum: 2_000 } } });
    const token = `Bearer ${await graph.tokenOf(alice)}`;
    const inBody = await graph.send('/t/raices/graphql', {
      method: 'POST',
      headers: { ...json, authorization: token },
      body: JSON.stringify({ query: page, extensions: { cost: true } }),
    });
    expect(inBody.body).toMatchObject({ extensions: { cost: { requested: 21 } } });
  });

  test('is its plan for super_admin, and for nobody else', async () => {
    const headers = { 'x-academy-query-plan': '1' };
    const crossing = '{ courses { edges { node { instructor { displayName } } } } }';
    const { body } = await graph.ask(root, crossing, { headers });
    const plan = (body as { extensions?: { queryPlan?: string } }).extensions?.queryPlan ?? '';
    expect(plan).toMatch(/QueryPlan \{[\s\S]*service: "courses"[\s\S]*service: "users"/);
    for (const person of [alice, carla, undefined]) {
      const refused = await graph.ask(person, '{ tenant { name } }', { headers });
      expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    }
  });

  test('is its plan for everybody where the gateway says so', async () => {
    await using open = await openGateway({ config: { operations: { ...operationsDefaults, isQueryPlanOpen: true } } });
    const { body } = await open.ask(undefined, '{ tenant { name } }', { headers: { 'x-academy-query-plan': '1' } });
    expect(body).toMatchObject({ extensions: { queryPlan: expect.stringContaining('service: "users"') } });
  });
});

describe('a gateway for third parties', () => {
  let graph: Awaited<ReturnType<typeof openGateway>>;
  beforeAll(async () => {
    graph = await openGateway({ config: { operations: { ...operationsDefaults, schemaVariant: 'public' } } });
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test('answers what is public, and knows of nothing else', async () => {
    const { body } = await graph.ask(undefined, '{ tenant { name } courses { edges { node { title level } } } }');
    expect(body).toMatchObject({
      data: { tenant: { name: 'Academia Raíces' }, courses: { edges: [{ node: { level: 'BASIC' } }] } },
    });
    const { status, body: refused } = await graph.ask(alice, '{ me { id } }');
    expect([status, refused.errors?.[0]?.message]).toEqual([400, 'Cannot query field "me" on type "Query".']);
  });

  test('takes no supergraph in which nothing is public', async () => {
    const supergraphSdl = await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');
    const untagged = supergraphSdl.replaceAll('@tag(name: "public")', '');
    await expect(graph.gateway.reload({ supergraphSdl: untagged, apiSdl: '' })).rejects.toThrow('The tags leave no valid schema');
    await graph.gateway.reload({ supergraphSdl: supergraphSdl.replace('Name shown to people.', 'Its name.'), apiSdl: '' });
    expect((await graph.ask(undefined, '{ tenant { name } }')).status).toBe(200);
    expect((await graph.ask(alice, '{ me { id } }')).status).toBe(400);
  });

  test('shows its own part of the schema alone', async () => {
    const { body } = await graph.ask(
      undefined,
      '{ __schema { mutationType { name } types { name } } user: __type(name: "User") { name } }',
    );
    expect(body.data).toMatchObject({ __schema: { mutationType: null }, user: null });
    expect(JSON.stringify(body.data)).not.toContain('Certification"');
    const mixed = await graph.ask(undefined, '{ __schema { types { name } } tenant { name } }');
    expect([mixed.status, mixed.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect((await (await fetch(`${graph.url}/explorer/api.graphql`)).text()).includes('TenantSettings')).toBe(false);
  });
});
