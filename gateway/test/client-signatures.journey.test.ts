import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { UNSIGNED_MESSAGE } from '../src/signatures/client-signatures.ts';
import { type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { overWebSocket, until, type Watch } from './live-clients.ts';
import { openIntroduced } from './live-socket.ts';
import { alice, tenants } from './people.ts';
import { newClientKey, signedHeaders, type ToSign } from './sign-request.ts';

const erp = newClientKey('erp');
const payroll = newClientKey('payroll', 'ECDSA_P256_SHA256');
const stranger = newClientKey('erp');

let graph: LiveAcademy;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await openLiveAcademy();
  const demanding = { isRequired: true, keys: [erp.registered, payroll.registered] };
  const nodes = tenants.map((tenant) =>
    tenant.slug === 'raices' ? { ...tenant, settings: { ...tenant.settings, clientSignatures: demanding } } : tenant,
  );
  graph.planted.set('Query.tenantDirectory', () => ({
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: { hasNextPage: false, hasPreviousPage: false },
  }));
  await until('the setting to be in force', async () => (await post({})).status === 401);
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
});
afterAll(() => graph[Symbol.asyncDispose]());

const BODY = JSON.stringify({ query: '{ tenant { name } }' });
const PATH = '/t/raices/graphql';
const JSON_TYPE = { 'content-type': 'application/json' };

async function post(headers: Record<string, string>, body = BODY, path = PATH) {
  const answer = await graph.send(path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });
  return { ...answer, told: answer.body.errors?.map(({ message, extensions }) => [extensions.code, message]) };
}
const signed = (more: Partial<ToSign> = {}) => signedHeaders({ url: `${graph.url}${PATH}`, body: BODY, key: erp, ...more });
const authorizationOf = async (person = alice) => ({ authorization: `Bearer ${await graph.tokenOf(person)}` });
const now = () => Math.floor(Date.now() / 1_000);
const REFUSED = { status: 401, told: [['UNAUTHENTICATED', UNSIGNED_MESSAGE]] };

describe('a tenant that demands signatures', () => {
  test('answers who signed: a visitor, a person, by either algorithm, by the whole URI as by its parts', async () => {
    const answers = [
      await post(signed()),
      await post(signed({ headers: await authorizationOf() })),
      await post(signed({ key: payroll })),
      await post(signed({ components: ['@target-uri', '@method', 'content-digest'], more: ';alg="ed25519"' })),
      await post(signed({ created: now() - 50, more: `;expires=${now() + 60}` })),
    ];
    expect(answers.map(({ status, body }) => [status, body.data])).toEqual(
      Array(5).fill([200, { tenant: { name: 'Academia Raíces' } }]),
    );
  });

  test('answers a GET, whose query is signed', async () => {
    const path = `${PATH}?query=${encodeURIComponent('{ tenant { name } }')}`;
    const headers = { 'apollo-require-preflight': '1', 'x-requested-with': 'test' };
    const get = async (given: Record<string, string>) => (await graph.send(path, { headers: given })).status;
    const toSign = { method: 'GET', url: `${graph.url}${path}`, headers, key: erp };
    expect(await get(signedHeaders(toSign))).toBe(200);
    expect(await get(signedHeaders({ ...toSign, components: ['@method', '@authority', '@path'] }))).toBe(401);
  });

  test('refuses with one answer what is unsigned, stale, by a stranger, or covers too little', async () => {
    const credentials = await authorizationOf();
    const { 'content-digest': _left, ...withoutDigest } = signed();
    const cases: Record<string, Record<string, string>> = {
      unsigned: {},
      'unsigned, with a good token': credentials,
      stale: signed({ created: now() - 62 }),
      'of the future': signed({ created: now() + 30 }),
      expired: signed({ more: `;expires=${now() - 1}` }),
      'by a key of the same name that is another': signed({ key: stranger }),
      'by a key that is not registered': signed({ key: newClientKey('nobody') }),
      'by another algorithm than the key’s': signed({ more: ';alg="hmac-sha256"' }),
      'without the method': signed({ components: ['@authority', '@path', 'content-digest'] }),
      'without the authority': signed({ components: ['@method', '@path', 'content-digest'] }),
      'without the body': signed({ components: ['@method', '@authority', '@path'] }),
      'with a digest that did not come': withoutDigest,
      'without the token that it bears': signed({
        headers: credentials,
        components: ['@method', '@target-uri', 'content-digest'],
      }),
      'with a token put in later': { ...signed(), ...credentials },
      'with a short nonce': signed({ nonce: 'n' }),
      'with a signature cut off': { ...signed(), signature: 'sig1=:AAAA:' },
      'with a part of a header for the header': signed({
        components: ['@method', '@target-uri', 'content-digest";key="sha-256'],
      }),
      'with nonsense': { 'signature-input': 'sig1=(((', signature: 'x' },
      'with two signatures': {
        ...signed(),
        'signature-input': `${signed()['signature-input']}, sig2=()`,
        signature: 'sig1=:AA==:, sig2=:AA==:',
      },
    };
    for (const [name, headers] of Object.entries(cases)) {
      expect({ name, ...(await post(headers)) }).toMatchObject({ name, ...REFUSED });
    }
  });

  test('refuses what was changed on its way: body, digest, path and credentials', async () => {
    const other = JSON.stringify({ query: '{ tenant { name id } }' });
    const digest = `sha-256=:${createHash('sha256').update(other).digest('base64')}:`;
    expect(await post(signed(), other)).toMatchObject(REFUSED);
    expect(await post({ ...signed(), 'content-digest': digest }, other)).toMatchObject(REFUSED);
    expect(await post({ ...signed(), 'content-digest': 'md5=:AAAA:' })).toMatchObject(REFUSED);
    expect(await post(signed(), BODY, '/t/raices/api/v1/graphql')).toMatchObject(REFUSED);
    const headers = await authorizationOf();
    expect(await post({ ...signed({ headers }), ...(await authorizationOf({ ...alice, persona: 'admin' })) })).toMatchObject(
      REFUSED,
    );
  });

  test('answers a signature once', async () => {
    const headers = signed();
    expect((await post(headers)).status).toBe(200);
    expect(await post(headers)).toMatchObject(REFUSED);
    const nonce = 'the-same-nonce-again';
    expect((await post(signed({ nonce }))).status).toBe(200);
    expect(await post(signed({ nonce, more: ';alg="ed25519"' }))).toMatchObject(REFUSED);
    expect((await post(signed({ nonce, key: payroll }))).status).toBe(200);
    const keys = await graph.redis.commands.keys(graph.redis.key(`t:${alice.tenantId}:client-nonce:*`));
    expect(keys.length).toBeGreaterThanOrEqual(3);
  });

  test('a forged signature uses no nonce up', async () => {
    const nonce = 'a-nonce-of-a-stranger';
    expect(await post(signed({ nonce, key: stranger }))).toMatchObject(REFUSED);
    expect((await post(signed({ nonce }))).status).toBe(200);
  });

  test('opens a WebSocket by a signed request, once', async () => {
    const url = `${graph.url}${PATH}`;
    const handshake = signedHeaders({ method: 'GET', url, key: erp });
    const certification = graph.opensCase();
    const watch = await over({ as: alice, handshake, variables: { id: certification.id } });
    await watch.gets(1);
    await certification.moves();
    await watch.gets(2);
    const replayed = await over({ as: alice, handshake });
    const unsigned = await over({ as: alice });
    for (const closed of [replayed, unsigned]) {
      expect(await until('the close', () => closed.closed)).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    }
  });

  test('lets a connection that was opened so go on under a fresh token', async () => {
    const handshake = signedHeaders({ method: 'GET', url: `${graph.url}${PATH}`, key: erp });
    using socket = await openIntroduced(graph, { as: alice, headers: handshake });
    socket.say({ type: 'ping', payload: { authorization: `Bearer ${await graph.tokenOf(alice, 900)}` } });
    const pong = await until('the pong', () => socket.of('pong')[0]);
    expect([pong.payload, socket.isOpen()]).toEqual([{ session: { expiresAt: expect.any(String) } }, true]);
  });

  test('streams to who signed', async () => {
    const { id } = graph.opensCase();
    const query = 'subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { seq } }';
    const body = JSON.stringify({ query, variables: { id } });
    const headers = { accept: 'text/event-stream', ...(await authorizationOf()) };
    const abort = new AbortController();
    const url = `${graph.url}${PATH}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...JSON_TYPE, ...signedHeaders({ url, body, headers, key: erp }) },
      body,
      signal: abort.signal,
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/event-stream')]);
    abort.abort();
    expect((await post({ ...headers }, body)).status).toBe(401);
  });
});

test('a tenant that demands none answers everybody, and looks at no signature', async () => {
  const path = '/t/horizonte/graphql';
  expect((await post({}, BODY, path)).status).toBe(200);
  expect((await post({ 'signature-input': 'nonsense', signature: 'x' }, BODY, path)).status).toBe(200);
});

async function over(asked: Parameters<typeof overWebSocket>[1]): Promise<Watch> {
  const watch = await overWebSocket(graph, asked);
  open.push(watch);
  return watch;
}
