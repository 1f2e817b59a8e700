import { accessRevoked, personaRevoked, sessionRevoked, tenantReactivated, tenantSuspended } from '@academy/contracts';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { berta, type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import {
  type Asked,
  overEventSource,
  overMultipart,
  overSse,
  overWebSocket,
  TRANSPORTS,
  until,
  WATCH,
  type Watch,
} from './live-clients.ts';
import { alice, bruno, carla, diego, horizonte, raices } from './people.ts';

let graph: LiveAcademy;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await openLiveAcademy();
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
});
afterAll(() => graph[Symbol.asyncDispose]());

async function watching(over: (graph: LiveAcademy, asked: Asked) => Promise<Watch>, asked: Asked): Promise<Watch> {
  const watch = await over(graph, asked);
  open.push(watch);
  return watch;
}
/** Watches over every transport. */
function watchingOverAll(asked: Asked): Promise<Watch[]> {
  return Promise.all(Object.values(TRANSPORTS).map((over) => watching(over, asked)));
}
/** The connection that is closed with the code, and the streams that end with the error, all within five seconds. */
async function expectEnded([overSocket, ...streams]: Watch[], code: number, reason: string): Promise<void> {
  const closed = await until('the close of the socket', () => overSocket?.closed, 5_000);
  expect(closed).toEqual({ code, reason });
  expect(overSocket?.end).toBe('broken');
  for (const stream of streams) {
    await until('the end of the stream', () => stream.end, 5_000);
    expect({ end: stream.end, codes: stream.codes }).toEqual({ end: 'complete', codes: [reason] });
    expect(stream.told.at(-1)?.errors?.[0]?.extensions?.requestId).toMatch(/^[\w-]{8,}$/);
  }
}
const nowSeconds = () => Math.floor(Date.now() / 1_000);

describe('a certification may be watched', () => {
  test('by its candidate and by staff, and nobody else learns that there is one', async () => {
    const { id } = graph.opensCase();
    for (const as of [alice, carla])
      expect((await (await watching(overWebSocket, { as, variables: { id } })).gets(1)).length).toBe(1);
    const answers: string[] = [];
    const unknown = '01956f00-0000-7000-8000-00000000ffff';
    for (const over of [overWebSocket, overSse]) {
      for (const asked of [{ as: berta }, { as: diego }, { variables: { id: unknown } }, { variables: { id: 'x' } }]) {
        const watch = await watching(over, { variables: { id }, ...asked });
        await watch.ended();
        expect({ codes: watch.codes, events: watch.events }).toEqual({ codes: ['NOT_FOUND'], events: [] });
        answers.push(watch.told[0]?.errors?.[0]?.message ?? '');
      }
    }
    expect(new Set(answers)).toEqual(new Set(['There is no such certification.']));
  });

  test('as long as it may be seen: then the watch is over with NOT_FOUND, and its event is not told', async () => {
    const certification = graph.opensCase();
    const query = `subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { seq certification { id } } }`;
    const watch = await watching(overSse, { query, variables: { id: certification.id } });
    await watch.gets(1);
    certification.hide();
    await certification.moves();
    expect(await watch.ended()).toBe('complete');
    expect({ seqs: watch.seqs, codes: watch.codes }).toEqual({ seqs: [1], codes: ['NOT_FOUND'] });
  });

  test('by the evaluator who is assigned to it until she is no more: then the watch is over at once, although nothing happened', async () => {
    const certification = graph.opensCase();
    const asked = { as: bruno, variables: { id: certification.id } };
    const stranger = await watching(overSse, asked);
    await stranger.ended();
    expect({ events: stranger.events, codes: stranger.codes }).toEqual({ events: [], codes: ['NOT_FOUND'] });
    certification.assigns(bruno);
    const watches = [await watching(overWebSocket, asked), await watching(overSse, asked), await watching(overMultipart, asked)];
    const candidate = await watching(overSse, { ...asked, as: alice });
    for (const watch of [...watches, candidate]) await watch.gets(1);
    await certification.moves(2);
    for (const watch of [...watches, candidate]) await watch.gets(3);
    await certification.unassigns(bruno);
    for (const watch of watches) {
      await until('the end of the watch', () => watch.end, 5_000);
      expect({ seqs: watch.seqs, codes: watch.codes }).toEqual({ seqs: [1, 2, 3], codes: ['NOT_FOUND'] });
    }
    await certification.moves();
    await candidate.gets(4);
    expect(candidate.seqs).toEqual([1, 2, 3, 4]);
  });

  test('by an evaluator from the island alone: what a stream says is told to her only once the island shows it to her', async () => {
    const certification = graph.opensCase();
    certification.assigns(bruno);
    const asked = { as: bruno, variables: { id: certification.id } };
    const watch = await watching(overSse, asked);
    await watch.gets(1);
    // Her assignment ends and nobody is told; what happens next is not for her, and is how she learns of it.
    await certification.unassigns({ ...bruno, tenantId: horizonte.id });
    await certification.moves();
    await until('the end of the watch', () => watch.end, 5_000);
    expect({ seqs: watch.seqs, codes: watch.codes }).toEqual({ seqs: [1], codes: ['NOT_FOUND'] });
  });
});

describe('whoever has not signed in', () => {
  test('has no place on a WebSocket, may not subscribe, and may ask what is public', async () => {
    const { id } = graph.opensCase();
    const watch = await watching(overWebSocket, { as: null, query: '{ tenant { name } }' });
    expect(await until('the close', () => watch.closed)).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    for (const accept of ['text/event-stream', 'multipart/mixed;subscriptionSpec=1.0']) {
      const { status, body } = await graph.ask(undefined, WATCH, { variables: { id }, headers: { accept } });
      expect({ status, code: body.errors?.[0]?.extensions.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    }
    const asks = await watching(overSse, { as: null, query: '{ tenant { name } }' });
    expect(await asks.gets(1)).toEqual([{ data: { tenant: { name: 'Academia Raíces' } } }]);
  });

  test('is shown out: with a bad token, in another tenant, or without a word', async () => {
    const { id } = graph.opensCase();
    const bad = await watching(overWebSocket, { token: 'rubbish', variables: { id } });
    const foreign = await watching(overWebSocket, { tenant: 'horizonte', variables: { id } });
    expect(await until('the close', () => bad.closed)).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    expect(await until('the close', () => foreign.closed)).toEqual({ code: 4403, reason: 'TENANT_MISMATCH' });
    expect(await closeOf({})).toBe(4401);
    expect(await closeOf({}, null)).toBe(4408);
    expect(await closeOf({}, { type: 'subscribe', id: '1', payload: { query: WATCH } })).toBe(4401);
  });

  test('may be a page of the tenant, or of this very gateway', async () => {
    for (const origin of ['https://raices.example', graph.url]) {
      const says = JSON.stringify(await introduction());
      const socket = openSocket({ origin });
      const answer = await new Promise((resolve) => {
        socket.on('open', () => socket.send(says));
        socket.on('message', (message) => resolve(JSON.parse(String(message))));
      });
      expect(answer).toEqual({
        type: 'connection_ack',
        payload: { session: { expiresAt: expect.stringMatching(/^\d{4}-.+Z$/) } },
      });
      socket.terminate();
    }
  });
});

describe('a session ends within five seconds, on every transport', () => {
  test('when its token expires', async () => {
    const certification = graph.opensCase();
    const token = await graph.tokenOf(alice, 2);
    const watches = await watchingOverAll({ token, variables: { id: certification.id } });
    await Promise.all(watches.map((watch) => watch.gets(1)));
    await expectEnded(watches, 4401, 'UNAUTHENTICATED');
    await certification.moves();
    expect(watches.map(({ seqs }) => seqs)).toEqual([[1], [1], [1], [1]]);
  });

  test('when its access is revoked, and a newer token goes on where it was', async () => {
    const certification = graph.opensCase(berta);
    const watches = await watchingOverAll({ as: berta, variables: { id: certification.id } });
    await Promise.all(watches.map((watch) => watch.gets(1)));
    const revokedBeforeSeconds = nowSeconds() + 1;
    await graph.usersTell(accessRevoked, berta.tenantId, berta.userId, { userId: berta.userId, revokedBeforeSeconds });
    await expectEnded(watches, 4403, 'FORBIDDEN');
    await certification.moves();
    await until('the next second', () => nowSeconds() >= revokedBeforeSeconds || undefined);
    const again = await watching(overWebSocket, {
      as: berta,
      variables: { id: certification.id, after: watches[0]?.events[0]?.resume },
    });
    await again.gets(1);
    expect(again.seqs).toEqual([2]);
  });

  test.each([
    ['that one session is revoked', 'session'],
    ['her persona is taken', 'persona'],
  ] as const)('when %s; another goes on', async (_what, kind) => {
    const certification = graph.opensCase(berta);
    const token = await graph.tokenOf(berta);
    const sessionId = decodeJwt(token).jti ?? '';
    const asked = { variables: { id: certification.id } };
    const others = await watching(overSse, { as: carla, ...asked });
    const watches = await watchingOverAll({ token, ...asked });
    await Promise.all([...watches, others].map((watch) => watch.gets(1)));
    const { tenantId, userId } = berta;
    if (kind === 'session') {
      const data = { userId, sessionId, mattersUntilSeconds: nowSeconds() + 600 };
      await graph.usersTell(sessionRevoked, tenantId, userId, data);
    } else {
      const data = { userId, persona: berta.persona, revokedBeforeSeconds: nowSeconds() + 1 };
      await graph.usersTell(personaRevoked, tenantId, userId, data);
    }
    await expectEnded(watches, 4403, 'FORBIDDEN');
    await certification.moves();
    await others.gets(2);
    const headers = { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' };
    expect((await graph.send('/t/raices/graphql?query={__typename}', { headers })).status).toBe(401);
  });

  test('at the latest with the next event, which is not told', { timeout: 60_000 }, async () => {
    await using unwatched = await openLiveAcademy({ timings: { lookEveryMs: 60_000 } });
    const certification = unwatched.opensCase();
    const token = await unwatched.tokenOf(alice);
    const asked = { token, variables: { id: certification.id } };
    const watches = await Promise.all(Object.values(TRANSPORTS).map((over) => over(unwatched, asked)));
    await Promise.all(watches.map((watch) => watch.gets(1)));
    const { tenantId, userId } = alice;
    await unwatched.usersTell(accessRevoked, tenantId, userId, { userId, revokedBeforeSeconds: nowSeconds() + 1 });
    const headers = { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' };
    await until(
      'the revocation',
      async () => (await unwatched.send('/t/raices/graphql?query={__typename}', { headers })).status === 401,
    );
    await certification.moves();
    await expectEnded(watches, 4403, 'FORBIDDEN');
    expect(watches.map(({ seqs }) => seqs)).toEqual([[1], [1], [1], [1]]);
  });

  test('when the tenant is suspended; other tenants notice nothing', async () => {
    const certification = graph.opensCase(diego);
    const others = await watching(overWebSocket, { variables: { id: graph.opensCase().id } });
    const watches = await watchingOverAll({ as: diego, variables: { id: certification.id } });
    await Promise.all([...watches, others].map((watch) => watch.gets(1)));
    await graph.usersTell(tenantSuspended, horizonte.id, horizonte.id, { slug: 'horizonte' });
    await expectEnded(watches, 4403, 'TENANT_MISMATCH');
    const refused = await watching(overWebSocket, { as: diego, variables: { id: certification.id } });
    expect(await until('the close', () => refused.closed)).toEqual({ code: 4403, reason: 'TENANT_MISMATCH' });
    await graph.usersTell(tenantReactivated, horizonte.id, horizonte.id, { slug: 'horizonte' });
    await until('the tenant to be let in', async () => (await graph.ask(diego, '{ me { id } }')).status === 200 || undefined);
    expect((await (await watching(overSse, { as: diego, variables: { id: certification.id } })).gets(1)).length).toBe(1);
    expect(others.closed).toBeUndefined();
  });
});

test('one socket carries many operations; each ends by itself, and all with the socket', async () => {
  const cases = Array.from({ length: 30 }, () => graph.opensCase());
  const open = () => graph.measure('academy_live_subscriptions');
  const socket = openSocket();
  const got: { id?: string; type: string }[] = [];
  socket.on('message', (message) => void got.push(JSON.parse(String(message))));
  await new Promise((resolve) => socket.once('open', resolve));
  const say = (message: unknown) => socket.send(JSON.stringify(message));
  say({ type: 'connection_init', payload: { authorization: `Bearer ${await graph.tokenOf(alice)}` } });
  await until('the greeting', () => got.find(({ type }) => type === 'connection_ack'));
  for (const { id } of cases) say({ type: 'subscribe', id, payload: { query: WATCH, variables: { id } } });
  await until('all snapshots', () => got.filter(({ type }) => type === 'next').length === 30 || undefined);
  expect(await open()).toBe(30);
  for (const { id } of cases.slice(0, 10)) say({ type: 'complete', id });
  await until('ten to be gone', async () => (await open()) === 20 || undefined);
  const [stopped, going] = [cases[0], cases[29]];
  await stopped?.moves();
  await going?.moves();
  await until('a change', () => got.filter(({ id, type }) => id === going?.id && type === 'next').length === 2 || undefined);
  expect(got.filter(({ id }) => id === stopped?.id).map(({ type }) => type)).toEqual(['next']);
  socket.terminate();
  await until('all to be gone', async () => (await open()) === 0 || undefined);
});

test('when every client is gone nothing is left: no subscription, no reader, no wake-ups, no timer', async () => {
  await using alone = await openLiveAcademy();
  const certification = alone.opensCase();
  const channel = alone.redis.key(`t:${raices.id}:wake:certification`);
  const listeners = async () => Number((await alone.redis.commands.pubsub('NUMSUB', channel))[1]);
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  await alone.ask(alice, '{ me { id } }');
  const before = timers();
  const asked = { variables: { id: certification.id } };
  const watches = await Promise.all([overWebSocket, overSse, overEventSource, overMultipart].map((over) => over(alone, asked)));
  await Promise.all(watches.map((watch) => watch.gets(1)));
  await until('the wake-ups', async () => (await listeners()) === 1 || undefined);
  expect(await alone.measure('academy_live_subscriptions')).toBe(4);
  for (const watch of watches) watch.stop();
  await until('the end of the reader', async () => (await listeners()) === 0 || undefined);
  expect(await alone.measure('academy_live_subscriptions')).toBe(0);
  await until('the end of the timers', () => timers() <= before || undefined);
});

/** The first message of alice. */
async function introduction() {
  return { type: 'connection_init', payload: { authorization: `Bearer ${await graph.tokenOf(alice)}` } };
}

function openSocket(headers: Record<string, string> = {}): WebSocket {
  return new WebSocket(`${graph.url.replace('http', 'ws')}/t/raices/graphql`, 'graphql-transport-ws', { headers });
}

/** How a socket is closed that says this, or nothing, first. */
function closeOf(headers: Record<string, string>, first: unknown = { type: 'connection_init' }): Promise<number> {
  const socket = openSocket(headers);
  socket.on('open', () => first !== null && socket.send(JSON.stringify(first)));
  return new Promise((resolve) => socket.once('close', resolve));
}
