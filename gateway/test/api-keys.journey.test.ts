import { hash, randomBytes } from 'node:crypto';
import { apiKeyChanged } from '@academy/contracts';
import { apiKeyPublicId, composeApiKey, PLATFORM_TENANT_ID } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Grant } from '../src/api-keys/grant.ts';
import type { TenantRecord } from '../src/tenant.ts';
import { type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { overSse, overWebSocket, TRANSPORTS, until, type Watch } from './live-clients.ts';
import { openSocket } from './live-socket.ts';
import { alice, horizonte, raices } from './people.ts';

let graph: LiveAcademy;
const open: Watch[] = [];
/** What the users island knows, by tenant, public id and digest. */
const grants = new Map<string, Grant>();
beforeAll(async () => {
  graph = await openLiveAcademy();
  graph.planted.set('Query.apiKeyGrant', (_source, { publicId, digest }, { principal }) => {
    if (principal.kind !== 'service' || !principal.scopes.includes('api-key.read')) throw new Error('not the gateway');
    return grants.get(`${principal.tenantId}/${publicId}/${digest}`) ?? null;
  });
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
});
afterAll(() => graph[Symbol.asyncDispose]());

function newKey(of: TenantRecord = raices, more: Partial<Grant> = {}) {
  const publicId = apiKeyPublicId(randomBytes(8));
  const text = composeApiKey({ tenantId: of.id, publicId, secretBytes: randomBytes(24) });
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const grant: Grant = { id: newId(), publicId, scopes: ['certification.read'], expiresAt, version: 1, ...more };
  const place = `${of.id}/${publicId}/${hash('sha256', text)}`;
  grants.set(place, grant);
  return {
    ...grant,
    text,
    async revoke() {
      grants.delete(place);
      await graph.usersTell(apiKeyChanged, of.id, grant.id, { publicId, version: 2, isRevoked: true });
    },
  };
}
const ask = (key: string, query: string, more: { tenant?: string; headers?: Record<string, string> } = {}) =>
  graph.ask(undefined, query, { ...more, headers: { 'x-api-key': key, ...more.headers } });
async function watching(watch: Promise<Watch>): Promise<Watch> {
  open.push(await watch);
  return watch;
}
const EVENTS = 'subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { seq } }';

describe('a key', () => {
  test('asks as a process of its tenant with its scopes, over HTTP', async () => {
    const { text, publicId } = newKey();
    const { status, body } = await ask(text, '{ tenant { name } courses { edges { node { title } } } }');
    expect({ status, data: body.data }).toMatchObject({ status: 200, data: { tenant: { name: 'Academia Raíces' } } });
    const call = graph.calls.findLast(({ island }) => island === 'courses');
    expect(call?.context.principal).toEqual({
      kind: 'service',
      tenantId: raices.id,
      service: `api-key:${publicId}`,
      scopes: ['certification.read'],
    });
  });

  test('watches over every transport, and is counted for itself', async () => {
    const { text } = newKey();
    const certification = graph.opensCase();
    for (const over of Object.values(TRANSPORTS)) {
      const watch = await watching(over(graph, { apiKey: text, query: EVENTS, variables: { id: certification.id } }));
      await watch.gets(1);
    }
    await certification.moves();
    for (const watch of open) await watch.gets(2);
    expect(open).toHaveLength(4);
  });

  test('that lacks the scope is told what one is told who may not see it', async () => {
    const { text } = newKey(raices, { scopes: ['progress.read'] });
    const { id } = graph.opensCase();
    for (const over of [overWebSocket, overSse]) {
      const watch = await watching(over(graph, { apiKey: text, query: EVENTS, variables: { id } }));
      await watch.ended();
      expect({ codes: watch.codes, events: watch.events }).toEqual({ codes: ['NOT_FOUND'], events: [] });
    }
  });

  test('is good in its own tenant only: elsewhere it gets the one refusal of a wrong tenant', async () => {
    const { text } = newKey();
    const foreign = await ask(text, '{ tenant { name } }', { tenant: 'horizonte' });
    const nowhere = await ask(text, '{ tenant { name } }', { tenant: 'nowhere' });
    expect([foreign.status, foreign.body.errors?.[0]?.extensions.code]).toEqual([403, 'TENANT_MISMATCH']);
    expect(nowhere.body.errors?.[0]?.message).toBe(foreign.body.errors?.[0]?.message);
    const watch = await watching(overWebSocket(graph, { apiKey: text, tenant: 'horizonte', query: '{ tenant { name } }' }));
    expect(await until('the close', () => watch.closed)).toEqual({ code: 4403, reason: 'TENANT_MISMATCH' });
    expect((await ask(newKey(horizonte).text, '{ tenant { name } }', { tenant: 'horizonte' })).status).toBe(200);
  });
});

test('a socket goes on under a rotated secret that a ping bears, and not under another key', async () => {
  const key = newKey();
  const next = composeApiKey({ tenantId: raices.id, publicId: key.publicId, secretBytes: randomBytes(24) });
  const { text: _text, revoke: _revoke, ...grant } = key;
  const expiresAt = new Date(Date.now() + 7_200_000).toISOString();
  grants.set(`${raices.id}/${key.publicId}/${hash('sha256', next)}`, { ...grant, version: 2, expiresAt });
  using socket = await openSocket(graph);
  socket.say({ type: 'connection_init', payload: { 'x-api-key': key.text } });
  await until('the welcome', () => socket.of('connection_ack')[0]);
  socket.say({ type: 'ping', payload: { 'x-api-key': next } });
  const pong = await until('the pong', () => socket.of('pong')[0]);
  expect(pong.payload).toEqual({ session: { expiresAt: `${expiresAt.slice(0, 19)}.000Z` } });
  socket.say({ type: 'ping', payload: { 'x-api-key': newKey().text } });
  expect(await socket.close()).toEqual({ code: 4403, reason: 'FORBIDDEN' });
});

describe('a key that is not good', () => {
  test('has one answer, whatever is wrong with it, and each is looked for in the same way', async () => {
    const { text } = newKey();
    const expired = newKey(raices, { expiresAt: new Date(Date.now() - 1).toISOString() }).text;
    const revoked = newKey();
    await revoked.revoke();
    const unknown = composeApiKey({ tenantId: raices.id, publicId: 'A'.repeat(11), secretBytes: randomBytes(24) });
    const from = graph.calls.length;
    const bad = [unknown, text.slice(0, -4), text.replace('acad_', 'live_'), 'key', expired, revoked.text];
    const answers: string[] = [];
    for (const key of bad) {
      const { status, body, headers } = await ask(key, '{ tenant { name } }');
      const [error] = body.errors ?? [];
      answers.push(
        JSON.stringify([status, 'data' in body, error?.message, error?.extensions.code, headers.get('www-authenticate')]),
      );
    }
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '')).toEqual([
      401,
      false,
      'The API key is not accepted; ask an admin of the tenant for a valid one.',
      'UNAUTHENTICATED',
      'Bearer',
    ]);
    const asked = graph.calls.slice(from).filter(({ query }) => query.includes('apiKeyGrant'));
    expect(asked.map(({ context }) => context.principal.tenantId)).toEqual([
      raices.id,
      ...Array(3).fill(PLATFORM_TENANT_ID),
      raices.id,
      raices.id,
    ]);
    expect(graph.log.join('\n')).not.toContain(text.slice(-39));
  });

  test('closes a socket, and a stream is not begun', async () => {
    const watch = await watching(overWebSocket(graph, { apiKey: 'key', query: '{ tenant { name } }' }));
    expect(await until('the close', () => watch.closed)).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    const answer = await ask('key', EVENTS, { headers: { accept: 'text/event-stream' } });
    expect(answer.status).toBe(401);
  });

  test('is one that comes with a token: neither counts', async () => {
    const { text } = newKey();
    const authorization = `Bearer ${await graph.tokenOf(alice)}`;
    const { status, body } = await ask(text, '{ tenant { name } }', { headers: { authorization } });
    expect([status, body.errors?.[0]?.message]).toEqual([401, 'Send a token or an API key, not both.']);
    const watch = await watching(overWebSocket(graph, { as: alice, apiKey: text, query: '{ tenant { name } }' }));
    expect(await until('the close', () => watch.closed)).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
  });
});

test('a revocation refuses requests within two seconds, and ends open streams within five', async () => {
  const key = newKey();
  const other = newKey();
  const { id } = graph.opensCase();
  const watches = await Promise.all(
    Object.values(TRANSPORTS).map((over) => watching(over(graph, { apiKey: key.text, query: EVENTS, variables: { id } }))),
  );
  const stays = await watching(overSse(graph, { apiKey: other.text, query: EVENTS, variables: { id } }));
  for (const watch of [...watches, stays]) await watch.gets(1);
  expect((await ask(key.text, '{ tenant { name } }')).status).toBe(200);
  await key.revoke();
  await until('the refusal', async () => (await ask(key.text, '{ tenant { name } }')).status === 401, 2_000);
  const [overSocket, ...streams] = watches;
  expect(await until('the close of the socket', () => overSocket?.closed, 5_000)).toEqual({
    code: 4401,
    reason: 'UNAUTHENTICATED',
  });
  for (const stream of streams) {
    await until('the end of the stream', () => stream.end, 5_000);
    expect(stream.codes).toEqual(['UNAUTHENTICATED']);
  }
  expect(stays.end).toBeUndefined();
});

test('an outage of the users island is no refusal, and lets nobody in', async () => {
  const known = newKey();
  await ask(known.text, '{ courses { edges { node { title } } } }');
  graph.down.add('users');
  try {
    expect((await ask(known.text, '{ courses { edges { node { title } } } }')).status).toBe(200);
    expect((await ask(newKey().text, '{ courses { edges { node { title } } } }')).status).toBe(503);
  } finally {
    graph.down.delete('users');
  }
});
