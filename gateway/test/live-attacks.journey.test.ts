import { accessRevoked } from '@academy/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { berta, type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { openRaw, until, WATCH } from './live-clients.ts';
import { openIntroduced, openSocket } from './live-socket.ts';
import { alice, diego } from './people.ts';

let graph: LiveAcademy;
beforeAll(async () => {
  graph = await openLiveAcademy({ config: { isIntrospectionOn: false } });
});
afterAll(() => graph[Symbol.asyncDispose]());

const subscribe = (id: string, query: string, variables: Record<string, unknown> = {}) => ({
  type: 'subscribe',
  id,
  payload: { query, variables },
});
/** A token with other contents under the signature of the first. */
async function tampered(): Promise<string> {
  const [header, , signature] = (await graph.tokenOf(alice)).split('.');
  const [, payload] = (await graph.tokenOf(diego)).split('.');
  return [header, payload, signature].join('.');
}
async function withoutAlgorithm(): Promise<string> {
  const [, payload] = (await graph.tokenOf(alice)).split('.');
  return `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
}

describe('nobody is let in', () => {
  test.each([
    ['without a word', undefined, 4408],
    ['without a token', async () => ({ type: 'connection_init' }), 4401],
    ['with an empty token', async () => ({ type: 'connection_init', payload: { authorization: '' } }), 4401],
    [
      'with a token that is no text',
      async () => ({ type: 'connection_init', payload: { authorization: { admin: true } } }),
      4401,
    ],
    ['with another scheme', async () => ({ type: 'connection_init', payload: { authorization: 'Basic YTpi' } }), 4401],
    ['with a token under no signature', async () => init(await withoutAlgorithm()), 4401],
    ['with a token that was changed', async () => init(await tampered()), 4401],
    ['in another tenant', async () => init(await graph.tokenOf(diego)), 4403],
    ['who subscribes before the introduction', async () => subscribe('1', '{ tenant { name } }'), 4401],
  ])('%s', async (_how, first, code) => {
    using socket = await openSocket(graph);
    if (first !== undefined) socket.say(await first());
    expect((await socket.close()).code).toBe(code);
    expect(socket.got).toEqual([]);
  });

  const init = (token: string) => ({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });

  test('who brings more than a token: the rest counts for nothing', async () => {
    const theirs = graph.opensCase(diego);
    const rights = { isAdmin: true, isAuthenticated: true, isOwner: true, sameTenant: true };
    using socket = await openIntroduced(graph, {
      params: { _shield: { cache: rights }, principal: { kind: 'service' }, tenantId: diego.tenantId, __proto__: rights },
    });
    socket.say(subscribe('1', WATCH, { id: theirs.id }));
    const answer = await until('an answer', () => socket.of('next')[0]);
    expect(answer.payload?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(socket.got.filter(({ payload }) => payload?.['data'] != null)).toEqual([]);
  });

  test('who speaks another protocol', async () => {
    const { WebSocket } = await import('ws');
    const socket = new WebSocket(`${graph.url.replace('http', 'ws')}/t/raices/graphql`, 'graphql-ws');
    const ended = await new Promise((resolve) => socket.once('error', resolve).once('close', resolve));
    expect(ended).toBeDefined();
    expect(socket.readyState).not.toBe(WebSocket.OPEN);
  });
});

describe('what is no message of the protocol closes the socket', () => {
  test.each([
    ['no JSON', '{nope', 4400],
    ['an unknown type', { type: 'connection_terminate' }, 4400],
    ['a subscription without an id', { type: 'subscribe', payload: { query: '{ me { id } }' } }, 4400],
    ['a subscription without a document', { type: 'subscribe', id: '1', payload: {} }, 4400],
    ['a list', [1, 2], 4400],
    ['a second introduction', { type: 'connection_init' }, 4429],
  ])('%s', async (_what, message, code) => {
    using socket = await openIntroduced(graph);
    socket.say(message);
    expect((await socket.close()).code).toBe(code);
  });

  test('an id that is in use', async () => {
    const { id } = graph.opensCase();
    using socket = await openIntroduced(graph);
    socket.say(subscribe('1', WATCH, { id }));
    socket.say(subscribe('1', WATCH, { id }));
    expect((await socket.close()).code).toBe(4409);
  });
});

describe('over WebSocket as over HTTP', () => {
  test.each([
    ['the schema is not told', '{__schema{types{name kind}}}', 'INTROSPECTION_DISABLED'],
    [
      'nothing is suggested',
      'subscription { certificationStatusChange(certificationId: "1") { seq } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
  ])('%s', async (_what, query, code) => {
    using socket = await openIntroduced(graph);
    socket.say(subscribe('1', query));
    const { payload } = await until('the refusal', () => socket.of('error')[0]);
    expect(JSON.stringify(payload)).toContain(code);
    expect(JSON.stringify(socket.got)).not.toMatch(/"kind":"OBJECT"|[Dd]id you mean/);
  });

  test('what is somebody else’s is not there, asked as a query', async () => {
    const theirs = graph.opensCase(diego);
    using socket = await openIntroduced(graph);
    socket.say(subscribe('1', 'query ($id: ID!) { certification(id: $id) { id } }', { id: theirs.id }));
    const answer = await until('an answer', () => socket.of('next')[0]);
    expect(answer.payload?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('two hundred subscriptions at once are some too many, and the gateway goes on', async () => {
    const { id } = graph.opensCase();
    using socket = await openIntroduced(graph);
    for (let number = 0; number < 200; number += 1) socket.say(subscribe(String(number), WATCH, { id }));
    await until(
      'a refusal of each that is one too many',
      () => JSON.stringify(socket.got).match(/"code":"RATE_LIMITED"/g)?.length === 100,
    );
    expect((await graph.ask(alice, '{ me { id } }')).status).toBe(200);
    expect(socket.of('next').filter(({ payload }) => payload?.errors === undefined)).toHaveLength(100);
  });

  test('a revoked session hears nothing more', async () => {
    const certification = graph.opensCase(berta);
    using socket = await openIntroduced(graph, { as: berta });
    socket.say(subscribe('1', WATCH, { id: certification.id }));
    await until('the snapshot', () => socket.of('next')[0]);
    const revokedBeforeSeconds = Math.floor(Date.now() / 1_000) + 1;
    await graph.usersTell(accessRevoked, berta.tenantId, berta.userId, { userId: berta.userId, revokedBeforeSeconds });
    expect((await socket.close()).code).toBe(4403);
    await certification.moves();
    expect(socket.of('next')).toHaveLength(1);
  });
});

describe('a resume token', () => {
  test.each(['zzzz', 'A'.repeat(2_000), '0:0', 'null', '../../etc/passwd'])(
    'that we never issued is refused: %.20s',
    async (after) => {
      const { id } = graph.opensCase();
      using socket = await openIntroduced(graph);
      socket.say(subscribe('1', WATCH, { id, after }));
      const answer = await until('an answer', () => socket.of('next')[0] ?? socket.of('error')[0]);
      expect(JSON.stringify(answer)).toContain('BAD_USER_INPUT');
    },
  );

  test('of another tenant, as Last-Event-ID, tells nothing of either', async () => {
    const mine = graph.opensCase();
    using theirs = await openIntroducedAtHorizonte();
    const stranger = graph.opensCase(diego);
    theirs.say(subscribe('1', WATCH, { id: stranger.id }));
    const { payload } = await until('their snapshot', () => theirs.of('next')[0]);
    const token = (payload?.['extensions'] as { resume: string } | undefined)?.resume ?? '';
    const raw = await openRaw(graph, {
      path: '/t/raices/graphql/stream',
      variables: { id: mine.id },
      headers: { accept: 'text/event-stream', 'last-event-id': token },
    });
    await until('the end of the stream', () => raw.end);
    expect(raw.text).toContain('BAD_USER_INPUT');
    expect(raw.text).not.toContain('SNAPSHOT');
  });

  async function openIntroducedAtHorizonte() {
    return openIntroduced(graph, { as: diego, tenant: 'horizonte' });
  }
});

test('text with line breaks forges no event', async () => {
  const forged = 'x\r\n\r\nevent: next\r\ndata: {"data":{"forged":1}}\n\nevent: next\ndata: {"data":{"forged":1}}\n\n';
  graph.planted.set('Course.title', () => forged);
  const { id } = graph.opensCase();
  const query = `subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { seq certification { course { title } } } }`;
  for (const accept of ['text/event-stream', 'multipart/mixed;subscriptionSpec=1.0']) {
    const raw = await openRaw(graph, { query, variables: { id }, headers: { accept } });
    await until('the snapshot', () => raw.text.includes('forged'));
    raw.stop();
    expect(raw.text.split('\n').filter((line) => line.startsWith('data: {"data":{"forged"'))).toEqual([]);
    expect(raw.text.match(/^event: next$/gm)?.length ?? 0).toBe(accept.startsWith('text') ? 1 : 0);
  }
});
