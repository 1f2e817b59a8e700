import { afterAll, beforeAll, expect, test } from 'vitest';
import { alice, carla, raices, tenants } from './people.ts';
import { openGateway } from './running-gateway.ts';

type Input = { email: string; password: string; code?: string | null; address: string };

let graph: Awaited<ReturnType<typeof openGateway>>;
const asked: { tenantId: string; input: Input }[] = [];
beforeAll(async () => {
  graph = await openGateway({ config: { isLocalLoginOn: true } });
  graph.planted.set('Mutation.signInCheck', (_source, { input }, { principal }) => {
    asked.push({ tenantId: principal.tenantId, input: input as Input });
    const { email, password, code } = input as Input;
    if (email === 'busy@raices.example.mx') return { userId: null, personas: [], retryAfterSeconds: 900 };
    if (password !== 'right' || code !== '123456') return { userId: null, personas: [], retryAfterSeconds: null };
    return { userId: alice.userId, personas: ['LEARNER', 'MENTOR'], retryAfterSeconds: null };
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

const shown = { email: 'alice@raices.example.mx', password: 'right', code: '123456' };

async function signIn(body: unknown, path = '/t/raices/sign-in', headers: Record<string, string> = {}) {
  const response = await fetch(`${graph.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> };
}

test('whoever shows password and code gets a token that is good for the tenant, kept by nobody on the way', async () => {
  const { status, headers, body } = await signIn({ ...shown, persona: 'mentor' });
  expect({ status, kept: headers.get('cache-control') }).toEqual({ status: 200, kept: 'no-store' });
  expect(body).toMatchObject({
    tokenType: 'Bearer',
    expiresInSeconds: 3_600,
    persona: 'mentor',
    personas: ['learner', 'mentor'],
  });
  expect(asked.at(-1)).toEqual({ tenantId: raices.id, input: { ...shown, address: '127.0.0.1' } });
  const authorization = `Bearer ${String(body['accessToken'])}`;
  expect((await graph.ask(undefined, '{ me { id } }', { headers: { authorization } })).body.data).toEqual({
    me: { id: alice.userId },
  });
  expect((await graph.ask(undefined, '{ me { id } }', { tenant: 'horizonte', headers: { authorization } })).status).toBe(403);
  expect((await signIn(shown)).body).toMatchObject({ persona: 'learner' });
});

test('every wrong attempt gets one answer', async () => {
  const wrong = [
    { ...shown, password: 'wrong' },
    { ...shown, code: '000000' },
    { ...shown, persona: 'admin' },
  ];
  const seen = await Promise.all(wrong.map((body) => signIn(body, undefined, { 'x-request-id': 'the-same-id' })));
  expect(new Set(seen.map(({ status, body }) => JSON.stringify({ status, body }))).size).toBe(1);
  expect(seen[0]).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
});

test('too many attempts are told when to come back; what is no attempt is told what was expected', async () => {
  const busy = await signIn({ ...shown, email: 'busy@raices.example.mx' });
  expect({ status: busy.status, after: busy.headers.get('retry-after') }).toEqual({ status: 429, after: '900' });
  for (const body of [{}, [shown, shown], { ...shown, code: 123456 }, { ...shown, persona: 'root' }]) {
    expect((await signIn(body)).status).toBe(400);
  }
});

test('an unknown and a suspended tenant are refused alike, and nobody is asked', async () => {
  const before = asked.length;
  const headers = { 'x-request-id': 'the-same-id' };
  const [unknown, suspended] = [
    await signIn(shown, '/t/nowhere/sign-in', headers),
    await signIn(shown, '/t/olvido/sign-in', headers),
  ];
  expect({ status: suspended.status, body: suspended.body }).toEqual({ status: unknown.status, body: unknown.body });
  expect(unknown.status).toBe(403);
  expect(asked).toHaveLength(before);
});

test('people of a tenant with a provider of its own sign in there', async () => {
  await using own = await openGateway({ config: { isLocalLoginOn: true } });
  const provider = { issuer: 'https://login.raices.example.mx', audience: 'academy', jwksUrl: null };
  const claims = { tenantClaim: 'tenant', personaClaim: 'persona', tokenUseClaim: 'token_use', userClaim: 'sub' };
  own.planted.set('Query.tenantDirectory', () => ({
    edges: tenants.map((tenant) => ({
      cursor: tenant.id,
      node: { ...tenant, settings: { ...tenant.settings, identityProviders: [{ ...provider, ...claims }] } },
    })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  }));
  const response = await fetch(`${own.url}/t/raices/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(shown),
  });
  expect(response.status).toBe(404);
});

test('there is no such door unless it is switched on, and in the graph never', async () => {
  await using off = await openGateway();
  expect(
    (await off.send('/t/raices/sign-in', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status,
  ).toBe(404);
  const query = 'mutation { signInCheck(input: { email: "a", password: "b", address: "c" }) { userId } }';
  const answer = await graph.ask(carla, query);
  expect(answer.body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});
