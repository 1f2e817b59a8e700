import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startGatewayProcess } from './gateway-process.ts';
import { serveIslands } from './island-server.ts';
import { type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { type Asked, type LiveEvent, overEventSource, TRANSPORTS, until, type Watch } from './live-clients.ts';
import { alice } from './people.ts';

/** The test starts two processes, which takes seconds on a busy machine. */
const TIMEOUT_MS = 90_000;
const DRAIN_MS = 10_000;
const KEY = { id: 'process', secret: 'k'.repeat(32) };
const PER_TRANSPORT = 3;
const ME = '{ me { id } }';

type Over = (graph: LiveAcademy, asked: Asked) => Promise<Watch>;

/** Asks over one WebSocket, one after the other, until it is sent away; everything else is a failure. */
function askOverWebSocket(graph: LiveAcademy, failures: unknown[]) {
  let answered = 0;
  const client = createClient({
    url: `${graph.url.replace('http', 'ws')}/t/raices/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    connectionParams: async () => ({ authorization: `Bearer ${await graph.tokenOf(alice)}` }),
    onNonLazyError: () => {},
  });
  const ended = (async () => {
    for (;;) {
      try {
        for await (const { data } of client.iterate({ query: ME })) {
          if (JSON.stringify(data) !== JSON.stringify({ me: { id: alice.userId } })) failures.push(data);
          answered += 1;
        }
      } catch (thrown) {
        // Sent away before it was begun: another gateway may be asked the same.
        if ((thrown as { code?: number }).code !== 1012) failures.push(thrown);
        return;
      }
    }
  })();
  return { answered: () => answered, ended };
}

/** Asks over Server-Sent Events, one after the other, until nobody listens any more. */
function askOverSse(graph: LiveAcademy, failures: unknown[]) {
  let answered = 0;
  const ended = (async () => {
    const authorization = `Bearer ${await graph.tokenOf(alice)}`;
    const headers = { authorization, accept: 'text/event-stream', 'content-type': 'application/json' };
    for (;;) {
      try {
        const response = await fetch(`${graph.url}/t/raices/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query: ME }),
        });
        const text = await response.text();
        if (response.status !== 200 || !text.includes(alice.userId) || !text.includes('event: complete')) failures.push(text);
        answered += 1;
      } catch (thrown) {
        const { code } = ((thrown as Error).cause ?? {}) as { code?: string };
        if (code !== 'ECONNREFUSED') failures.push(thrown);
        return;
      }
    }
  })();
  return { answered: () => answered, ended };
}

test('a gateway that is told to end answers what it was asked, sends its watchers away, and another goes on where they were', {
  timeout: TIMEOUT_MS,
}, async () => {
  await using graph = await openLiveAcademy();
  await using islands = await serveIslands(graph.transport, [KEY]);
  const urls = ['USERS', 'COURSES', 'CERTIFICATION', 'CONOCER', 'ANALYTICS'].map((name) => [
    `${name}_URL`,
    `${islands.url}/${name.toLowerCase()}/graphql`,
  ]);
  const environment = {
    ...(Object.fromEntries(urls) as Record<string, string>),
    REDIS_NAMESPACE: graph.redis.namespace,
    SIGNING_KEYS: `${KEY.id}:${KEY.secret}`,
    DEV_ISSUER_DIR: graph.directory,
  };
  await using first = await startGatewayProcess(process, environment);
  await using second = await startGatewayProcess(process, environment);
  await Promise.all([first, second].map((gateway) => gateway.lines('the gateway listens', 1)));
  const before: LiveAcademy = { ...graph, url: first.url };
  const after: LiveAcademy = { ...graph, url: second.url };

  const certification = graph.opensCase();
  const variables = { id: certification.id };
  const watches = (
    await Promise.all(
      Object.entries(TRANSPORTS).flatMap(([name, over]) =>
        Array.from({ length: PER_TRANSPORT }, async () => ({
          name,
          over: over as Over,
          watch: await over(before, { variables }),
        })),
      ),
    )
  ).map((one) => ({ ...one, events: one.watch.events }));
  await Promise.all(watches.map(({ watch }) => watch.gets(1)));
  const failures: unknown[] = [];
  const asking = [askOverWebSocket(before, failures), askOverSse(before, failures)];
  let isMoving = true;
  const moving = (async () => {
    while (isMoving) {
      await certification.publishes(certification.commits(2), KEY);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  using _changes = {
    [Symbol.dispose]() {
      isMoving = false;
    },
  };
  await until('ten answers over each', () => asking.every(({ answered }) => answered() >= 10), TIMEOUT_MS / 3);
  await Promise.all(watches.map(({ watch }) => watch.gets(10)));

  let exitCode: number | null | undefined;
  void first.end().then((code) => {
    exitCode = code;
  });
  await until('the end of the process', () => exitCode !== undefined, DRAIN_MS);
  expect(exitCode).toBe(0);
  await Promise.all(asking.map(({ ended }) => ended));
  expect(failures).toEqual([]);
  await Promise.all(watches.map(({ watch }) => watch.ended()));
  for (const { name, watch } of watches) {
    if (name === 'WebSocket') expect(watch.closed).toEqual({ code: 1012, reason: 'SERVICE_RESTART' });
    expect([name, watch.codes]).toEqual([name, name === 'multipart' ? ['UNAVAILABLE'] : []]);
  }
  isMoving = false;
  await moving;
  await certification.publishes(certification.commits(), KEY);
  const last = certification.entries.length;

  for (const { over, watch } of watches) {
    const had = watch.events;
    const resume = had.at(-1)?.resume ?? '';
    const again = await over(
      after,
      over === overEventSource ? { variables, lastEventId: resume } : { variables: { ...variables, after: resume } },
    );
    await until('everything', () => (again.seqs.at(-1) ?? had.at(-1)?.seq) === last);
    const all: LiveEvent[] = [...had, ...again.events];
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    expect(all.slice(1).every(({ kind }) => kind === 'CHANGE')).toBe(true);
    again.stop();
  }
});
