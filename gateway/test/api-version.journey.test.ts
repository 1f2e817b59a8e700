import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openLiveAcademy } from './live-academy.ts';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

const VERSIONED = ['/api/v1/graphql', '/t/raices/api/v1/graphql', '/api/v1/graphql/stream'];
const PLAIN = ['/graphql', '/t/raices/graphql'];
const DEPRECATED_AT = new Date('2026-01-31T00:00:00Z');
const IN_A_YEAR = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 365 * 24 * 60 * 60 * 1_000);
const moreAt = 'https://academy.example/versions';

type Graph = Awaited<ReturnType<typeof openGateway>>;

function ask(graph: Pick<Graph, 'send'>, path: string, query = '{ tenant { name } }') {
  return graph.send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tenant-id': 'raices' },
    body: JSON.stringify({ query }),
  });
}

/** Headers of the handshake, or the status that it was refused with. */
function handshake(graph: Pick<Graph, 'url'>, path: string): Promise<Record<string, unknown> | number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(graph.url.replace('http', 'ws') + path, 'graphql-transport-ws');
    socket.on('upgrade', ({ headers }) => {
      resolve(headers);
      socket.close();
    });
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
    socket.on('error', reject);
  });
}

test('the versioned paths answer as the others do, without a word of an end while none is planned', async () => {
  await using graph = await openLiveAcademy();
  for (const path of ['/api/v1/graphql', '/t/raices/api/v1/graphql']) {
    const got = await ask(graph, path);
    expect(got).toMatchObject({ status: 200, body: { data: { tenant: { name: 'Academia Raíces' } } } });
    expect(['deprecation', 'sunset', 'link'].map((name) => got.headers.get(name))).toEqual([null, null, null]);
    expect(await handshake(graph, path)).toMatchObject({ 'sec-websocket-protocol': 'graphql-transport-ws' });
  }
  expect((await ask(graph, '/api/v2/graphql')).status).toBe(404);
  expect(await (await fetch(`${graph.url}/metrics`)).text()).toMatch(/academy_gateway_api_v1_requests_total\{[^}]*\} 2\n/);
});

describe('a version whose end is planned', () => {
  test('says so on its own paths alone, whatever it answers', async () => {
    await using graph = await openLiveAcademy({
      config: { apiV1: { deprecatedAt: DEPRECATED_AT, sunsetAt: IN_A_YEAR, moreAt } },
    });
    for (const [path, query] of VERSIONED.flatMap((path) => [
      [path, '{ tenant { name } }'],
      [path, '{ nothing }'],
    ]) as [string, string][]) {
      const { status, headers } = await ask(graph, path, query);
      expect(status).toBe(query.includes('nothing') ? 400 : 200);
      expect(headers.get('deprecation')).toBe('@1769817600');
      expect(headers.get('sunset')).toBe(IN_A_YEAR.toUTCString());
      expect(headers.get('link')).toBe(
        `<${moreAt}>; rel="deprecation"; type="text/html", <${moreAt}>; rel="sunset"; type="text/html", </graphql>; rel="successor-version"`,
      );
    }
    for (const path of PLAIN) {
      const { headers } = await ask(graph, path);
      expect(['deprecation', 'sunset', 'link'].map((name) => headers.get(name))).toEqual([null, null, null]);
    }
    expect(await handshake(graph, '/api/v1/graphql')).toMatchObject({
      deprecation: '@1769817600',
      sunset: IN_A_YEAR.toUTCString(),
    });
    expect(await handshake(graph, '/graphql')).not.toHaveProperty('deprecation');
  });

  test('may be deprecated without a date of its end', async () => {
    const apiV1 = { deprecatedAt: DEPRECATED_AT, sunsetAt: undefined, moreAt: undefined };
    await using graph = await openGateway({ config: { apiV1 } });
    const { headers } = await ask(graph, '/api/v1/graphql');
    expect([headers.get('deprecation'), headers.get('sunset')]).toEqual(['@1769817600', null]);
    expect(headers.get('link')).toBe('</graphql>; rel="successor-version"');
  });

  test('is gone after that date, on every transport, and says where to go', async () => {
    const apiV1 = { deprecatedAt: DEPRECATED_AT, sunsetAt: new Date('2026-02-28T00:00:00Z'), moreAt };
    await using graph = await openLiveAcademy({ config: { apiV1 } });
    for (const path of VERSIONED) {
      const { status, headers, body } = await ask(graph, path);
      expect([status, body.errors?.[0]?.extensions.code]).toEqual([410, 'GONE']);
      expect(body.errors?.[0]?.message).toBe(
        `This version of the API ended on 2026-02-28; send your requests to /graphql, or to /t/{tenant}/graphql. More: ${moreAt}`,
      );
      expect(headers.get('sunset')).toBe('Sat, 28 Feb 2026 00:00:00 GMT');
    }
    expect(await handshake(graph, '/api/v1/graphql')).toBe(410);
    expect(await handshake(graph, '/t/raices/api/v1/graphql')).toBe(410);
    for (const path of PLAIN) expect((await ask(graph, path)).status).toBe(200);
    expect((await graph.ask(alice, '{ me { id } }')).status).toBe(200);
  });
});
