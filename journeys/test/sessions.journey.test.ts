import { createGateway } from '@academy/gateway';
import { defaults } from '@academy/gateway/config';
import { systemClock } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import { createHttpTransport, type IslandName } from '@academy/platform/topology';
import { composeSupergraph } from '@academy/schema/compose';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { userIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import { until } from '../src/until.ts';

const REVOKE = 'mutation ($input: SessionRevokeInput!) { sessionRevoke(input: $input) { __typename } }';
const TAKE = 'mutation ($input: PersonaRevokeInput!) { personaRevoke(input: $input) { __typename } }';
const ME = '{ me { id } }';

/** Another process of the gateway starts before the same islands, and before a Redis that has lost everything. */
async function startAnother(graph: Graph): Promise<{ url: string; close(): Promise<void> }> {
  const { redis } = graph.academy.resources.users;
  const logger = createLogger({ process: 'journey', level: 'silent' });
  // No role of ours may empty Redis.
  const all = openRedis({ url: graph.places.redisUrl, namespace: redis.namespace, logger, name: 'emptying' });
  const keys = await all.commands.keys(`${redis.namespace}:*`);
  if (keys.length > 0) await all.commands.del(...keys);
  await all.close();
  const transport = createHttpTransport({
    urls: graph.academy.islandUrls as Record<IslandName, string>,
    signingKeys: [TEST_SIGNING_KEY],
    clock: systemClock,
  });
  const gateway = await createGateway({
    config: {
      ...defaults,
      identity: graph.identity,
    },
    transport,
    ...composeSupergraph(),
    redis,
    signingKeys: [TEST_SIGNING_KEY],
    logger,
    telemetry: createTelemetry({ process: 'gateway' }),
    clock: systemClock,
  });
  const { url } = await gateway.listen();
  return {
    url: `${url}/graphql`,
    async close() {
      await gateway.close();
      await transport.close();
    },
  };
}

test('a session that was ended and a persona that was taken stay so, also for a gateway that starts when Redis was emptied', async () => {
  await using graph = await bootGraph({ calls: 'http' });
  const { alice, carla } = graph;
  const again = await graph.person('raices', 'alice', 'learner');
  const bruno = await graph.person('raices', 'bruno', 'evaluator');
  for (const person of [alice, again, bruno]) expect((await person.asks(ME)).status).toBe(200);

  const ended = await again.gets(REVOKE, {
    input: { sessionId: alice.sessionId, reason: 'Perdí mi teléfono', idempotencyKey: newId() },
  });
  expect(ended.sessionRevoke.__typename).toBe('SessionRevokeSuccess');
  const taken = await carla.gets(TAKE, {
    input: { userId: userIdOf('raices', 'bruno'), persona: 'EVALUATOR', reason: 'Dejó el centro', idempotencyKey: newId() },
  });
  expect(taken.personaRevoke.__typename).toBe('PersonaRevokeSuccess');
  await until('alice’s session to end', async () => (await alice.asks(ME)).status === 401 || undefined);
  await until('bruno’s session to end', async () => (await bruno.asks(ME)).status === 401 || undefined);
  expect((await again.asks(ME)).status).toBe(200);

  const second = await startAnother(graph);
  const status = async (person: typeof alice) =>
    (
      await fetch(second.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...person.headers },
        body: JSON.stringify({ query: ME }),
      })
    ).status;
  expect(await Promise.all([alice, bruno, again, carla].map(status))).toEqual([401, 401, 200, 200]);
  await second.close();
});
