import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedId } from '@academy/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { sha256Hex } from '../src/documents/document-hash.ts';
import { operationsDefaults } from '../src/operations-config.ts';
import { type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { type Asked, openRaw, overWebSocket, until } from './live-clients.ts';
import { alice, tenants } from './people.ts';

const ME = '{ me { id } }';
const olvido = tenants[2];
const forgotten = { ...alice, userId: seedId('gateway-test/olvido/fatima'), tenantId: olvido?.id ?? '', tenantSlug: 'olvido' };
const deep = (levels: number) =>
  `{ me ${'{ certifications { edges { node { candidate '.repeat(levels)} { id } ${'} } } }'.repeat(levels)} }`;

/** What is asked, and the code it is refused with on every transport. */
const REFUSALS: Record<string, Asked & { code: string }> = {
  'without a token': { as: null, query: ME, code: 'UNAUTHENTICATED' },
  'with a token that is not good': { token: 'rubbish', query: ME, code: 'UNAUTHENTICATED' },
  'with an API key that is not good': { apiKey: 'acad_0', query: ME, code: 'UNAUTHENTICATED' },
  'with an API key beside a token': { headers: { 'x-api-key': 'mx_live_000000' }, query: ME, code: 'UNAUTHENTICATED' },
  'in the tenant of others': { tenant: 'horizonte', query: ME, code: 'TENANT_MISMATCH' },
  'in a tenant that there is not': { tenant: 'nowhere', query: ME, code: 'TENANT_MISMATCH' },
  'in a tenant that is suspended': { as: forgotten, query: ME, code: 'TENANT_MISMATCH' },
  'by something that is no GraphQL': { query: '{ me {', code: 'GRAPHQL_PARSE_FAILED' },
  'by a document that does not fit': { query: '{ mee { id } }', code: 'GRAPHQL_VALIDATION_FAILED' },
  'by a subscription that does not fit': { query: 'subscription { statusChanged { seq } }', code: 'GRAPHQL_VALIDATION_FAILED' },
  'for the schema': { query: '{ __schema { types { name kind } } }', code: 'INTROSPECTION_DISABLED' },
  'too deeply': { query: deep(4), code: 'QUERY_TOO_COMPLEX' },
  'too widely': {
    query: `{ ${Array.from({ length: 30 }, (_, at) => `a${at}: me { id }`).join(' ')} }`,
    code: 'QUERY_TOO_COMPLEX',
  },
  'too costly': {
    query: '{ courses(first: 100) { edges { node { modules { lessons { id title } } } } } }',
    code: 'QUERY_TOO_COMPLEX',
  },
  'with a variable of the wrong type': {
    query: 'query ($id: ID!) { certification(id: $id) { id } }',
    variables: { id: { no: 1 } },
    code: 'BAD_USER_INPUT',
  },
  'for an operation that it has not': { query: 'query A { me { id } }', operationName: 'B', code: 'BAD_REQUEST' },
  'by a document that nobody registered': {
    query: '',
    extensions: { persistedQuery: { version: 1, sha256Hash: sha256Hex('x') } },
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  },
};
const ACCEPTS = {
  HTTP: 'application/graphql-response+json',
  SSE: 'text/event-stream',
  multipart: 'multipart/mixed;subscriptionSpec=1.0',
};

/** Status and code of a refusal over plain HTTP or a stream over it. */
async function overHttp(graph: LiveAcademy, asked: Asked, accept: string, path?: string) {
  const raw = await openRaw(graph, { ...asked, headers: { ...asked.headers, accept }, ...(path === undefined ? {} : { path }) });
  await until('the end of the answer', () => raw.end);
  const body = (raw.text.startsWith('{') ? JSON.parse(raw.text) : {}) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return { status: raw.response.status, code: body.errors?.[0]?.extensions.code, data: body.data ?? undefined };
}
/** Code of a refusal over WebSocket: of the operation, or the reason why the socket was closed. */
async function overSocket(graph: LiveAcademy, asked: Asked) {
  const { headers: _headers, ...rest } = asked;
  const watch = await overWebSocket(graph, asked.headers === undefined ? asked : { ...rest, handshake: asked.headers });
  await watch.ended();
  const code = watch.codes[0] ?? watch.closed?.reason;
  watch.stop();
  return {
    code,
    closed: watch.codes.length === 0 ? watch.closed?.code : undefined,
    data: watch.told.find(({ data }) => data != null),
  };
}

describe('what is refused over HTTP is refused with the same code over every transport', () => {
  let graph: LiveAcademy;
  beforeAll(async () => {
    graph = await openLiveAcademy({ config: { isIntrospectionOn: false } });
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test.each(Object.entries(REFUSALS))('%s', async (_what, { code, ...asked }) => {
    const http = await overHttp(graph, asked, ACCEPTS.HTTP);
    expect(http).toEqual({ status: http.status, code, data: undefined });
    expect(http.status).toBeGreaterThanOrEqual(400);
    for (const accept of [ACCEPTS.SSE, ACCEPTS.multipart]) expect(await overHttp(graph, asked, accept)).toEqual(http);
    const path = `/t/${asked.tenant ?? asked.as?.tenantSlug ?? 'raices'}/graphql/stream`;
    expect(await overHttp(graph, asked, '*/*', path)).toEqual(http);
    const socket = await overSocket(graph, asked);
    const closed = http.status === 401 ? 4401 : http.status === 403 ? 4403 : undefined;
    expect(socket).toEqual({ code, closed, data: undefined });
  });

  test('a mutation by GET, and a GET that a foreign page could send', async () => {
    const mutation = {
      method: 'GET',
      query: 'mutation { profileUpdate(input: { displayName: "A" }) { __typename } }',
      headers: { 'apollo-require-preflight': '1' },
    } as const;
    const forged = { method: 'GET', as: null, query: '{ tenant { name } }' } as const;
    for (const accept of Object.values(ACCEPTS)) {
      expect(await overHttp(graph, mutation, accept)).toMatchObject({ status: 405, code: 'BAD_REQUEST' });
      expect(await overHttp(graph, forged, accept)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    }
  });

  test('a WebSocket that a foreign page opens, or a page in no tenant: before there is one', async () => {
    for (const [origin, tenant] of [
      ['https://evil.example', 'raices'],
      ['https://raices.example', 'horizonte'],
      ['https://raices.example', 'nowhere'],
    ] as const) {
      const url = `${graph.url.replace('http', 'ws')}/t/${tenant}/graphql`;
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers: { origin } });
      const answer = await new Promise((resolve) => {
        socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.once('open', () => resolve('open'));
        socket.once('error', () => {});
      });
      socket.terminate();
      expect({ origin, tenant, answer }).toEqual({ origin, tenant, answer: 403 });
    }
  });
});

test('where only registered documents are answered, that holds on every transport', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trusted-'));
  await writeFile(join(folder, 'me.graphql'), 'query Me { me { id } }');
  const operations = { ...operationsDefaults, persistedDocuments: { path: folder, reloadEveryMs: 60_000 }, isTrustedOnly: true };
  await using graph = await openLiveAcademy({ config: { operations } });
  for (const query of [ME, 'subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { seq } }']) {
    const asked = { query, variables: query === ME ? {} : { id: graph.opensCase().id } };
    for (const accept of Object.values(ACCEPTS)) {
      expect(await overHttp(graph, asked, accept)).toEqual({ status: 403, code: 'DOCUMENT_NOT_TRUSTED', data: undefined });
    }
    expect(await overSocket(graph, asked)).toEqual({ code: 'DOCUMENT_NOT_TRUSTED', closed: undefined, data: undefined });
  }
  await rm(folder, { recursive: true });
});
