import { decodeProtectedHeader, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey, openOpenIdProvider } from './openid-provider.ts';
import { alice, carla, diego, raices, tenants } from './people.ts';
import { openGateway } from './running-gateway.ts';

const AUDIENCE = 'https://academy.example/graph';
const NOBODY = '01956f00-0000-7000-8000-00000000ffff';
const ME = '{ me { id } }';

let provider: Awaited<ReturnType<typeof openOpenIdProvider>>;
let graph: Awaited<ReturnType<typeof openRaices>>;
beforeAll(async () => {
  provider = await openOpenIdProvider([
    alice,
    { ...carla, persona: 'super_admin' },
    { userId: NOBODY, tenantId: raices.id, persona: 'service' },
    diego,
  ]);
  graph = await openRaices();
});
afterAll(async () => {
  await graph[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});

/** A gateway before an academy in which Raíces named the provider, and nobody else did. */
async function openRaices() {
  const clock = createAheadClock();
  const opened = await openGateway({
    clock,
    config: { outbound: { ports: [443], allowedHosts: [{ host: '127.0.0.1', port: 'any', isHttpAllowed: true }] } },
  });
  const own = { issuer: provider.issuer, audience: AUDIENCE, jwksUrl: null, tokenUseClaim: 'token_use', userClaim: 'sub' };
  const known = tenants.map((tenant) =>
    tenant.id === raices.id
      ? { ...tenant, settings: { ...tenant.settings, identityProviders: [{ ...own, ...provider.claims }] } }
      : tenant,
  );
  opened.planted.set('Query.tenantDirectory', () => ({
    edges: known.map((node) => ({ cursor: node.id, node })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  }));
  return { ...opened, clock };
}

/** The machine's own clock, which the provider goes by too, put ahead. */
function createAheadClock() {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    advance(ms: number) {
      aheadMs += ms;
    },
  };
}

function askWith(token: string, tenant = 'raices') {
  return graph.ask(undefined, ME, { tenant, headers: { authorization: `Bearer ${token}` } });
}

describe('of a tenant with a provider of its own', () => {
  test('a person who signed in there is let in, as the persona that the provider says', async () => {
    const { accessToken } = await provider.signIn(alice.userId, AUDIENCE);
    expect(decodeProtectedHeader(accessToken)).toMatchObject({ typ: 'at+jwt', kid: 'first' });
    expect(await askWith(accessToken)).toMatchObject({ status: 200, body: { data: { me: { id: alice.userId } } } });
  });

  test.each([
    ['for another audience', async () => (await provider.signIn(alice.userId, 'https://other.example/')).accessToken],
    ['that only says who signed in', async () => (await provider.signIn(alice.userId, AUDIENCE)).idToken],
    ['of somebody of another tenant', async () => (await provider.signIn(diego.userId, AUDIENCE)).accessToken],
    ['that makes an operator', async () => (await provider.signIn(carla.userId, AUDIENCE)).accessToken],
    ['that makes a process', async () => (await provider.signIn(NOBODY, AUDIENCE)).accessToken],
  ])('a token %s is refused', async (_which, make) => {
    const { status, body } = await askWith(await make());
    expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  test('a token of the installation is refused, but for that of the operator', async () => {
    expect((await graph.ask(alice, ME)).status).toBe(403);
    const operator = { ...carla, persona: 'super_admin' as const };
    expect((await graph.ask(operator, ME)).status).toBe(200);
  });

  test('a token is good nowhere else', async () => {
    const { accessToken } = await provider.signIn(alice.userId, AUDIENCE);
    expect((await askWith(accessToken, 'horizonte')).status).toBe(401);
    expect((await askWith(accessToken, 'nowhere')).status).toBe(401);
  });
});

describe('when the provider changes its keys', () => {
  test('a new one is accepted within 30 s, a removed one refused within 60 s', async () => {
    const before = (await provider.signIn(alice.userId, AUDIENCE)).accessToken;
    graph.clock.advance(60_000);
    expect((await askWith(before)).status).toBe(200);

    const second = await newKey('second');
    provider.serveWith([second, provider.first]);
    const after = (await provider.signIn(alice.userId, AUDIENCE)).accessToken;
    expect(decodeProtectedHeader(after).kid).toBe('second');
    graph.clock.advance(30_000);
    expect((await askWith(after)).status).toBe(200);
    expect((await askWith(before)).status).toBe(200);

    provider.serveWith([second]);
    graph.clock.advance(60_000);
    expect((await askWith(before)).status).toBe(401);
    expect((await askWith(after)).status).toBe(200);
  });

  test('tokens under keys that nobody knows have them fetched once in 30 s, however many they are', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const forged = (kid: string) =>
      new SignJWT({ iss: provider.issuer }).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
    graph.clock.advance(60_000);
    await askWith(await forged('warm'));
    const fetched = provider.keyFetches();
    const rounds = [0, 30_000, 1_000];
    for (const [round, ms] of rounds.entries()) {
      graph.clock.advance(ms);
      const answers = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => askWith(await forged(`guess-${round}-${index}`))),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    }
    expect(provider.keyFetches() - fetched).toBe(1);
  });

  test('while they cannot be had, nobody is called a stranger: it is an outage', async () => {
    provider.serveWith([provider.first]);
    const { accessToken } = await provider.signIn(alice.userId, AUDIENCE);
    provider.state.isDown = true;
    graph.clock.advance(60_000);
    expect((await askWith(accessToken)).status).toBe(503);
    provider.state.isDown = false;
    graph.clock.advance(5_000);
    expect((await askWith(accessToken)).status).toBe(200);
  });
});

test('a provider in a private network is not called unless the operator allows it', async () => {
  await using strict = await openGateway();
  strict.planted.set('Query.tenantDirectory', () => ({
    edges: tenants.map((tenant) => {
      const own = { issuer: provider.issuer, audience: AUDIENCE, jwksUrl: null, tokenUseClaim: 'token_use', userClaim: 'sub' };
      const identityProviders = [{ ...own, ...provider.claims }];
      return { cursor: tenant.id, node: { ...tenant, settings: { ...tenant.settings, identityProviders } } };
    }),
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  }));
  const { accessToken } = await provider.signIn(alice.userId, AUDIENCE);
  const fetched = provider.keyFetches();
  const answer = await strict.ask(undefined, ME, { tenant: 'raices', headers: { authorization: `Bearer ${accessToken}` } });
  expect(answer.status).toBe(503);
  expect(provider.keyFetches()).toBe(fetched);
});
