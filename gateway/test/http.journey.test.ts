import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import type { AbortNotice } from '@academy/platform/resilience';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDevPeople } from '../src/dev-issuer.ts';
import type { LiveParts } from '../src/live-door.ts';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

let graph: Awaited<ReturnType<typeof openGateway>>;
beforeAll(async () => {
  graph = await openGateway();
});
afterAll(() => graph[Symbol.asyncDispose]());

const json = { 'content-type': 'application/json' };
const codeOf = ({ body }: Awaited<ReturnType<typeof graph.send>>) => body.errors?.[0]?.extensions.code;

describe('a request that is no GraphQL request', () => {
  const wrong: [string, RequestInit & { path?: string }, number, string][] = [
    [
      'of a form',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' },
      415,
      'BAD_REQUEST',
    ],
    [
      'of plain text',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' },
      415,
      'BAD_REQUEST',
    ],
    ['that is compressed', { method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body: 'x' }, 415, 'BAD_REQUEST'],
    ['that is no JSON', { method: 'POST', headers: json, body: '{' }, 400, 'BAD_REQUEST'],
    ['of several operations', { method: 'POST', headers: json, body: '[{"query":"{__typename}"}]' }, 400, 'BAD_REQUEST'],
    [
      'that would change a prototype',
      { method: 'POST', headers: json, body: '{"query":"{__typename}","variables":{"__proto__":{"isAdmin":true}}}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'larger than 100 kB',
      { method: 'POST', headers: json, body: JSON.stringify({ query: `{__typename}${' '.repeat(100_000)}` }) },
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    [
      'for a media type that we do not write',
      { method: 'POST', headers: { ...json, accept: 'text/html' }, body: '{"query":"{__typename}"}' },
      406,
      'BAD_REQUEST',
    ],
    ['with DELETE', { method: 'DELETE' }, 405, 'BAD_REQUEST'],
    ['with a GET that any page could send', { path: '/t/raices/graphql?query={__typename}' }, 400, 'BAD_REQUEST'],
    ['to a path that does not exist', { path: '/graphiql' }, 404, 'NOT_FOUND'],
  ];
  test.each(wrong)('%s is refused', async (_name, { path = '/t/raices/graphql', ...init }, status, code) => {
    const got = await graph.send(path, init);
    expect([got.status, codeOf(got)]).toEqual([status, code]);
    expect(got.body).not.toHaveProperty('data');
  });
});

test('a client of application/json alone is refused with 200, but not when it must sign in', async () => {
  const accept = { accept: 'application/json' };
  const invalid = await graph.ask(alice, '{ nothing }', { headers: accept });
  expect([invalid.status, codeOf(invalid), invalid.headers.get('content-type')]).toEqual([
    200,
    'GRAPHQL_VALIDATION_FAILED',
    'application/json; charset=utf-8',
  ]);
  expect((await graph.ask(alice, '{ nothing }')).status).toBe(400);
  expect((await graph.ask(undefined, '{ me { id } }', { headers: accept })).status).toBe(401);
});

test('an answer bears the request’s id, its own when it had none, and headers that bind a browser', async () => {
  const named = await graph.ask(alice, '{ nothing }', { headers: { 'x-request-id': 'chosen-by-client' } });
  expect(named.headers.get('x-request-id')).toBe('chosen-by-client');
  expect(named.body.errors?.[0]?.extensions.requestId).toBe('chosen-by-client');
  const forged = await graph.ask(alice, '{ nothing }', { headers: { 'x-request-id': 'a b "}' } });
  expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(named.headers.get('x-content-type-options')).toBe('nosniff');
  expect(named.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(named.headers.get('x-powered-by')).toBeNull();
});

describe('a client that hangs up', () => {
  async function hangUpOn(query: string) {
    const began = Promise.withResolvers<AbortNotice>();
    const release = Promise.withResolvers<unknown>();
    graph.planted.set('User.displayName', (_source, _args, { signal }) => {
      began.resolve(signal);
      return release.promise;
    });
    const stop = new AbortController();
    const headers = { ...json, authorization: `Bearer ${await graph.tokenOf(alice)}` };
    const body = JSON.stringify({ query });
    const asked = fetch(`${graph.url}/t/raices/graphql`, { method: 'POST', headers, body, signal: stop.signal });
    const signal = await began.promise;
    stop.abort();
    await expect(asked).rejects.toThrow();
    return { signal, release: () => release.resolve('alice') };
  }
  const logged = () => graph.log.filter((line) => line.includes('"msg":"request"')).length;

  test('ends its query', async () => {
    const { signal, release } = await hangUpOn('{ me { displayName } }');
    await expect.poll(() => signal.aborted).toBe(true);
    release();
    graph.planted.delete('User.displayName');
  });

  test('does not end its mutation, of which a half may be done', async () => {
    const before = logged();
    const { signal, release } = await hangUpOn(
      'mutation { profileUpdate(input: { displayName: "alice" }) { ... on ProfileUpdateSuccess { user { displayName } } } }',
    );
    release();
    await expect.poll(logged).toBe(before + 1);
    expect(signal.aborted).toBe(false);
    graph.planted.delete('User.displayName');
  });
});

describe('the pages around the graph', () => {
  test('tell that the process runs and may be sent requests', async () => {
    expect((await graph.send('/health/live')).status).toBe(200);
    expect((await graph.send('/health/ready')).status).toBe(200);
  });

  test('show measures of requests', async () => {
    await graph.ask(alice, '{ me { id } }');
    const text = await (await fetch(`${graph.url}/metrics`)).text();
    expect(text).toMatch(/academy_gateway_request_seconds_count\{[^}]*kind="query"[^}]*status="200"[^}]*\} [1-9]/);
  });

  test('hold an explorer that loads nothing from elsewhere, and the schema that clients see', async () => {
    const pages = await Promise.all(
      ['/explorer', '/explorer/explorer.js', '/explorer/explorer.css'].map(async (path) =>
        (await fetch(graph.url + path)).text(),
      ),
    );
    expect(pages.join('')).not.toMatch(/https?:\/\//);
    const sdl = await (await fetch(`${graph.url}/explorer/api.graphql`)).text();
    expect(sdl).toBe(await readFile(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
    expect(sdl).not.toContain('tenantDirectory');
  });

  test('offer a token for each person of the seed, good for her own tenant', async () => {
    const { name: label, userId, tenantId, tenantSlug, persona } = alice;
    await writeDevPeople(graph.directory, [{ label, userId, tenantId, tenantSlug, persona }]);
    const [offered] = (await (await fetch(`${graph.url}/dev/tokens`)).json()) as {
      label: string;
      tenantSlug: string;
      token: string;
    }[];
    expect(offered).toMatchObject({ label: 'alice', tenantSlug: 'raices', persona: 'learner' });
    const body = JSON.stringify({ query: '{ me { displayName } }' });
    const headers = { ...json, authorization: `Bearer ${offered?.token}` };
    expect((await graph.send('/t/raices/graphql', { method: 'POST', headers, body })).body.data).toEqual({
      me: { displayName: 'alice' },
    });
  });

  test('publish the public half of the development key', async () => {
    const jwks = await (await fetch(`${graph.url}/dev/jwks.json`)).json();
    expect(jwks).toEqual(graph.gateway.devIssuer?.jwks);
  });

  test('are closed where they were not opened, and a provider’s gateway has no development issuer', async () => {
    const identity = {
      kind: 'provider',
      issuer: 'https://issuer.example',
      audience: 'academy',
      jwksUrl: 'http://127.0.0.1:1/',
    } as const;
    await using production = await openGateway({
      config: { isProduction: true, isExplorerOn: false, isMetricsOn: false, isIntrospectionOn: false, identity },
    });
    for (const path of ['/explorer', '/explorer/api.graphql', '/metrics', '/dev/jwks.json', '/dev/tokens']) {
      expect((await production.send(path)).status).toBe(404);
    }
    const introspection = await production.ask(undefined, '{ __schema { types { name } } }');
    expect([introspection.status, codeOf(introspection)]).toEqual([400, 'INTROSPECTION_DISABLED']);
  });

  test('keep measures off the public listener where they have one of their own', async () => {
    const metricsPort = 20_000 + Math.floor(Math.random() * 20_000);
    await using apart = await openGateway({ config: { isMetricsOn: false, metricsPort } });
    expect((await apart.send('/metrics')).status).toBe(404);
    expect(await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()).toContain('academy_gateway_request_seconds');
  });
});

test('a WebSocket handshake is turned away while there are no live transports', async () => {
  const { hostname, port } = new URL(graph.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `GET /graphql HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
      );
    });
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
});

describe('a gateway that closes', () => {
  test('takes nothing new, finishes what it began, then tells streams to come back, and is gone', async () => {
    const order: string[] = [];
    const openLive = async (_parts: LiveParts) => ({
      register: () => undefined,
      wants: () => false,
      serve: async () => undefined,
      upgrade: () => undefined,
      drain: async () => void order.push('streams drained'),
    });
    await using closing = await openGateway({ openLive });
    await closing.ask(alice, '{ me { id } }');
    const release = Promise.withResolvers<string>();
    const began = Promise.withResolvers<void>();
    closing.planted.set('User.displayName', () => {
      began.resolve();
      return release.promise;
    });
    const underWay = closing.ask(alice, '{ me { displayName } }');
    await began.promise;
    const closed = closing.gateway.close().then(() => order.push('closed'));
    await expect(fetch(`${closing.url}/health/live`, { headers: { connection: 'close' } })).rejects.toThrow();
    expect(order).toEqual([]);
    release.resolve('alice, at last');
    expect(await underWay).toMatchObject({ status: 200, body: { data: { me: { displayName: 'alice, at last' } } } });
    await closed;
    expect(order).toEqual(['streams drained', 'closed']);
  });

  test('answers a request that comes on a connection which it still serves: its sender had no way to know', async () => {
    await using closing = await openGateway();
    const release = Promise.withResolvers<string>();
    const began = Promise.withResolvers<void>();
    closing.planted.set('User.displayName', () => {
      began.resolve();
      return release.promise;
    });
    const { hostname, port } = new URL(closing.url);
    const body = JSON.stringify({ query: '{ me { displayName } }' });
    const token = await closing.tokenOf(alice);
    const socket = connect(Number(port), hostname);
    let received = '';
    socket.on('data', (chunk) => {
      received += String(chunk);
    });
    const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.write(
      `POST /t/raices/graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await began.promise;
    const closed = closing.gateway.close();
    socket.write('GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    release.resolve('alice, at last');
    await ended;
    await closed;
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
    expect(received).toContain('alice, at last');
    expect(received).toContain('{"status":"live"}');
  });
});
