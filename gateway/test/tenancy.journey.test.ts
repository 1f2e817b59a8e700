import { request } from 'node:http';
import { accessRevoked, tenantReactivated, tenantSuspended } from '@academy/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alice, carla, diego, raices } from './people.ts';
import { openGateway } from './running-gateway.ts';

let graph: Awaited<ReturnType<typeof openGateway>>;
beforeAll(async () => {
  graph = await openGateway();
});
afterAll(() => graph[Symbol.asyncDispose]());

const NAME = '{ tenant { name } }';

/** `fetch` may not set a host. */
function askHost(host: string, headers: Record<string, string> = {}): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${graph.url}/graphql`,
      { method: 'POST', headers: { host, 'content-type': 'application/json', ...headers } },
      (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify({ query: NAME }));
  });
}

describe('the tenant of a request', () => {
  test('is the same by path, header and subdomain', async () => {
    const byPath = await graph.send('/t/raices/graphql', post(NAME));
    const byHeader = await graph.send('/graphql', post(NAME, { 'x-tenant-id': raices.id }));
    const byHost = await askHost('raices.localhost:4000');
    expect([byPath.body.data, byHeader.body.data, JSON.parse(byHost.text).data]).toEqual(
      Array(3).fill({ tenant: { name: 'Academia Raíces' } }),
    );
  });

  test('is never read from what a client forwards', async () => {
    const { text } = await askHost('raices.localhost', { 'x-forwarded-host': 'horizonte.localhost' });
    expect(JSON.parse(text).data).toEqual({ tenant: { name: 'Academia Raíces' } });
  });

  test('is refused with one and the same answer, whatever the reason', async () => {
    const token = { authorization: `Bearer ${await graph.tokenOf(alice)}` };
    const refusals = await Promise.all([
      graph.send('/graphql', post(NAME)),
      graph.send('/t/nowhere/graphql', post(NAME)),
      graph.send('/t/olvido/graphql', post(NAME)),
      graph.send('/t/raices/graphql', post(NAME, { 'x-tenant-id': 'horizonte' })),
      graph.send('/t/horizonte/graphql', post(NAME, token)),
      graph.send('/t/nowhere/graphql', post(NAME, token)),
    ]);
    const seen = refusals.map(({ status, body }) =>
      JSON.stringify({ status, message: body.errors?.[0]?.message, code: body.errors?.[0]?.extensions.code }),
    );
    expect(new Set(seen).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 403, body: { errors: [{ extensions: { code: 'TENANT_MISMATCH' } }] } });
    expect(refusals.every(({ body }) => !('data' in body))).toBe(true);
  });
});

describe('a credential', () => {
  test('that cannot be checked is refused, never ignored', async () => {
    for (const headers of [{ authorization: 'Bearer rubbish' }, { authorization: 'Basic YTpi' }]) {
      const { status, body } = await graph.send('/t/raices/graphql', post(NAME, headers));
      expect(status).toBe(401);
      expect(body.errors).toEqual([
        {
          message: 'The token is not accepted; sign in again.',
          extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String), docs: '/docs/errors#UNAUTHENTICATED' },
        },
      ]);
    }
  });

  test('of a user is refused from the moment of her revocation, and a newer one is accepted', async () => {
    const headers = { authorization: `Bearer ${await graph.tokenOf(carla)}` };
    expect((await graph.send('/t/raices/graphql', post('{ me { id } }', headers))).status).toBe(200);
    const revokedBeforeSeconds = Math.floor(Date.now() / 1_000) + 1;
    graph.gateway.revocations.apply({
      id: '01956f00-0000-7000-8000-000000000001',
      type: accessRevoked.type,
      tenantId: raices.id,
      subject: carla.userId,
      occurredAt: new Date().toISOString(),
      data: { userId: carla.userId, revokedBeforeSeconds },
    });
    expect((await graph.send('/t/raices/graphql', post('{ me { id } }', headers))).status).toBe(401);
    expect((await graph.ask(alice, '{ me { id } }')).status).toBe(200);
    await expect.poll(() => Date.now() / 1_000, { timeout: 5_000 }).toBeGreaterThanOrEqual(revokedBeforeSeconds);
    expect((await graph.ask(carla, '{ me { id } }')).status).toBe(200);
  });
});

test('a suspension refuses everybody of the tenant at once, until it is lifted', async () => {
  const event = {
    id: '01956f00-0000-7000-8000-000000000002',
    tenantId: diego.tenantId,
    subject: diego.tenantId,
    data: { slug: 'horizonte' },
  };
  graph.gateway.revocations.apply({ ...event, type: tenantSuspended.type, occurredAt: '2026-03-02T12:00:00.000Z' });
  expect((await graph.ask(diego, '{ me { id } }')).status).toBe(403);
  expect((await graph.ask(undefined, NAME, { tenant: 'horizonte' })).status).toBe(403);
  expect((await graph.ask(alice, '{ me { id } }')).status).toBe(200);
  graph.gateway.revocations.apply({ ...event, type: tenantReactivated.type, occurredAt: '2026-03-02T12:00:01.000Z' });
  expect((await graph.ask(diego, '{ me { id } }')).status).toBe(200);
});

describe('a page of another origin', () => {
  const preflight = (path: string, origin: string) =>
    graph.send(path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,authorization',
      },
    });

  test('may call the tenant that allows it', async () => {
    const { headers } = await preflight('/t/raices/graphql', 'https://raices.example');
    expect(headers.get('access-control-allow-origin')).toBe('https://raices.example');
    const answer = await graph.send('/t/raices/graphql', post(NAME, { origin: 'https://raices.example' }));
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://raices.example');
    const readable = answer.headers.get('access-control-expose-headers')?.split(', ');
    expect(readable).toEqual(expect.arrayContaining(['x-request-id', 'ratelimit-remaining', 'age', 'deprecation', 'sunset']));
  });

  test.each([
    ['of a stranger', '/t/raices/graphql', 'https://evil.example'],
    ['of another tenant', '/t/raices/graphql', 'https://horizonte.example'],
    ['without TLS', '/t/raices/graphql', 'http://raices.example'],
    ['that names no tenant', '/graphql', 'https://raices.example'],
    ['of a suspended tenant', '/t/olvido/graphql', 'https://olvido.example'],
  ])('%s may not', async (_name, path, origin) => {
    expect((await preflight(path, origin)).headers.get('access-control-allow-origin')).toBeNull();
  });
});

function post(query: string, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) };
}
