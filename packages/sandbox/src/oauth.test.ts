import { expect, test } from 'vitest';
import { aliceSubmission, basic, CLIENT_ID, CLIENT_SECRET, Client, openSandbox } from '../test/client.ts';

test('a client with its secret in a Basic header gets a bearer token that opens the submissions', async () => {
  await using sandbox = await openSandbox({ tokenTtlSeconds: 120 });
  const reply = await new Client(sandbox).askToken();
  expect(reply.status).toBe(200);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  expect(reply.json()).toEqual({
    access_token: expect.stringMatching(/^[\w-]{43}$/),
    token_type: 'Bearer',
    expires_in: 120,
    scope: 'submissions:write submissions:read standards:read',
  });
  expect((await (await Client.connect(sandbox)).submit()).status).toBe(201);
});

test('a client may send its secret in the form instead', async () => {
  await using sandbox = await openSandbox();
  const reply = await new Client(sandbox).askToken({ client_id: CLIENT_ID, client_secret: CLIENT_SECRET }, {});
  expect(reply.status).toBe(200);
});

test('a secret with reserved characters opens with a Basic header that is form-encoded and with one that is not', async () => {
  const clientSecret = 'a+b%c:d/e&f=g+0123';
  await using sandbox = await openSandbox({ clientSecret });
  const client = new Client(sandbox);
  expect((await client.askToken({}, basic(CLIENT_ID, clientSecret))).status).toBe(200);
  expect((await client.askToken({}, basic(CLIENT_ID, encodeURIComponent(clientSecret)))).status).toBe(200);
});

test.each([
  ['another secret', basic(CLIENT_ID, 'otro-secreto')],
  ['another client', basic('otra-academia', CLIENT_SECRET)],
  ['no credentials', {}],
  ['a header that is no base64', { authorization: 'Basic %%%' }],
])('%s gets no token', async (_case, headers) => {
  await using sandbox = await openSandbox();
  const reply = await new Client(sandbox).askToken({}, headers);
  expect(reply.status).toBe(401);
  expect(reply.json().error).toBe('invalid_client');
  expect(reply.headers.get('www-authenticate')).toMatch(/^Basic /);
});

test.each([
  ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ['an unknown scope', { scope: 'submissions:write admin' }, 'invalid_scope'],
  ['an empty scope', { scope: ' ' }, 'invalid_scope'],
])('%s is refused in the shape of RFC 6749', async (_case, form, error) => {
  await using sandbox = await openSandbox();
  const reply = await new Client(sandbox).askToken(form);
  expect([reply.status, reply.json().error]).toEqual([400, error]);
});

test('a token request that is no form is refused', async () => {
  await using sandbox = await openSandbox();
  const headers = { ...basic(), 'content-type': 'application/json' };
  const reply = await new Client(sandbox).request('/oauth2/token', { method: 'POST', body: '{}', headers });
  expect([reply.status, reply.json().error]).toEqual([400, 'invalid_request']);
});

test("a token expires by the authority's clock, and a new one works", async () => {
  let now = new Date('2026-03-01T12:00:00Z');
  await using sandbox = await openSandbox({ tokenTtlSeconds: 60, clock: { now: () => now } });
  const client = await Client.connect(sandbox);
  now = new Date('2026-03-01T12:00:59.999Z');
  expect((await client.lookUp('nobody')).status).toBe(200);
  now = new Date('2026-03-01T12:01:00Z');
  const late = await client.lookUp('nobody');
  expect([late.status, late.json().error]).toEqual([401, 'INVALID_TOKEN']);
  expect(late.headers.get('www-authenticate')).toContain('invalid_token');
  expect((await (await Client.connect(sandbox)).lookUp('nobody')).status).toBe(200);
});

test("no token, and a token of one's own making, open nothing", async () => {
  await using sandbox = await openSandbox();
  const client = new Client(sandbox);
  for (const authorization of ['', 'Bearer made-up', `Bearer ${CLIENT_SECRET}`, 'Bearer ']) {
    const reply = await client.submit(aliceSubmission(), { authorization });
    expect(reply.status).toBe(401);
  }
  expect(sandbox.ledger.submissions).toEqual([]);
});

test.each([
  ['standards:read', 'submissions:write', (client: Client) => client.submit()],
  ['submissions:write', 'submissions:read', (client: Client) => client.lookUp('case-alice-1')],
  ['submissions:write submissions:read', 'standards:read', (client: Client) => client.request('/v1/standards')],
])('a token with scope %s is refused where %s is needed', async (scope, needed, call) => {
  await using sandbox = await openSandbox();
  const reply = await call(await Client.connect(sandbox, scope));
  expect([reply.status, reply.json().error]).toEqual([403, 'INSUFFICIENT_SCOPE']);
  expect(reply.headers.get('www-authenticate')).toContain(`scope="${needed}"`);
  expect(sandbox.ledger.submissions).toEqual([]);
});
