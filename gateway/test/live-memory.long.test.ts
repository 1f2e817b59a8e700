import { request } from 'node:http';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startGatewayProcess } from './gateway-process.ts';
import { serveIslands } from './island-server.ts';
import { openLiveAcademy } from './live-academy.ts';
import { until, WATCH } from './live-clients.ts';
import { alice, tenants } from './people.ts';

const TIMEOUT_MS = 900_000;
const CONNECTIONS = 2_000;
/** One principal may have a hundred. */
const PER_PERSON = 100;
/** 800 MiB for ten thousand, less the 200 MiB of a gateway that nobody watches. */
const MOST_BYTES_EACH = (600 * 1_024 * 1_024) / 10_000;
const KEY = { id: 'process', secret: 'k'.repeat(32) };

test.each(['a WebSocket', 'an event stream'])(
  '%s with a subscription costs so little that ten thousand fit into one process',
  { timeout: TIMEOUT_MS },
  async (kind) => {
    await using graph = await openLiveAcademy();
    graph.planted.set('Query.tenantDirectory', () => ({
      edges: tenants.map(({ settings, ...tenant }) => ({
        cursor: tenant.id,
        node: { ...tenant, settings: { ...settings, limits: { ...settings.limits, maxSubscriptions: 10_000 } } },
      })),
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    }));
    await using islands = await serveIslands(graph.transport, [KEY]);
    const names = ['USERS', 'COURSES', 'CERTIFICATION', 'CONOCER', 'ANALYTICS'];
    await using gateway = await startGatewayProcess(process, {
      ...Object.fromEntries(names.map((name) => [`${name}_URL`, `${islands.url}/${name.toLowerCase()}/graphql`])),
      REDIS_NAMESPACE: graph.redis.namespace,
      SIGNING_KEYS: `${KEY.id}:${KEY.secret}`,
      DEV_ISSUER_DIR: graph.directory,
    });
    await gateway.lines('the gateway listens', 1);
    const measure = async (name: string) => {
      const text = await (await fetch(`${gateway.url}/metrics`)).text();
      return Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1]);
    };
    const close: (() => void)[] = [];

    async function open(from: number, to: number): Promise<void> {
      for (let first = from; first < to; first += PER_PERSON) {
        const person = { ...alice, userId: crypto.randomUUID() };
        const { id } = graph.opensCase(person);
        const authorization = `Bearer ${await graph.tokenOf(person)}`;
        const payload = { query: WATCH, variables: { id } };
        for (let number = 0; number < PER_PERSON; number += 1) {
          if (kind === 'a WebSocket') {
            const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/t/raices/graphql`, 'graphql-transport-ws');
            socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })));
            socket.once('message', () => socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload })));
            close.push(() => socket.terminate());
          } else {
            const headers = { authorization, 'content-type': 'application/json', accept: 'text/event-stream' };
            const asking = request(`${gateway.url}/t/raices/graphql`, { method: 'POST', headers, agent: false });
            asking.on('response', (response) => response.resume().on('error', () => {})).on('error', () => {});
            asking.end(JSON.stringify(payload));
            close.push(() => asking.destroy());
          }
        }
        await until(
          'the subscriptions',
          async () => (await measure('academy_live_subscriptions')) === first + PER_PERSON,
          120_000,
        );
      }
    }
    // What the first ones load and compile is not theirs.
    await open(0, PER_PERSON * 2);
    const before = await measure('process_resident_memory_bytes');
    await open(PER_PERSON * 2, CONNECTIONS);
    const each = ((await measure('process_resident_memory_bytes')) - before) / (CONNECTIONS - PER_PERSON * 2);
    process.stdout.write(
      `${kind} with a subscription: ${Math.round(each / 1_024)} KiB; ${Math.round(before / 1_024 / 1_024)} MiB before\n`,
    );
    for (const one of close) one();
    expect(each).toBeLessThan(MOST_BYTES_EACH);
  },
);
