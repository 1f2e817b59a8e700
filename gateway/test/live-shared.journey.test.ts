import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notificationSent } from '@academy/contracts';
import { liveStreamKey, liveWakeChannel, toEntry } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { berta, type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import { type Asked, overSse, overWebSocket, until, type Watch } from './live-clients.ts';
import { alice, carla } from './people.ts';

let graph: LiveAcademy;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await openLiveAcademy();
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
});
afterAll(() => graph[Symbol.asyncDispose]());

async function watching(asked: Asked, over = overWebSocket): Promise<Watch> {
  const watch = await over(graph, asked);
  open.push(watch);
  return watch;
}
const admin = { ...carla, persona: 'admin' as const };

const FEDERATED = `subscription ($id: ID!, $after: String) {
  certificationStatusChanged(certificationId: $id, after: $after) { seq resume certification { course { title } } }
}`;

describe('an event that many watch with one operation', () => {
  test('is fetched once for the watches of one session, and each gets the same data with a token that is good', async () => {
    const certification = graph.opensCase();
    const { id } = certification;
    const token = await graph.tokenOf(alice);
    const watches = await Promise.all(Array.from({ length: 8 }, () => watching({ token, query: FEDERATED, variables: { id } })));
    await Promise.all(watches.map((watch) => watch.gets(1)));
    graph.calls.length = 0;
    await certification.moves();
    await Promise.all(watches.map((watch) => watch.gets(2)));
    const asked = graph.calls.filter(({ query }) => query.includes('_entities'));
    expect(asked.map(({ island }) => island)).toEqual(['certification', 'courses']);
    const [first] = watches.map(({ told }) => told[1]?.data?.['certificationStatusChanged']);
    expect(first).toMatchObject({ seq: 2, certification: { course: { title: 'Impartición de cursos presenciales' } } });
    for (const watch of watches) {
      const event = watch.told[1]?.data?.['certificationStatusChanged'] as { resume: string };
      expect(event).toEqual({ ...(first as object), resume: watch.told[1]?.extensions?.['resume'] });
    }
  });

  test('of scalars alone is shaped once for all of them, whoever they are; each has a token of her own', async () => {
    const certification = graph.opensCase();
    const variables = { id: certification.id };
    const watches = [
      await watching({ variables }),
      await watching({ variables }, overSse),
      await watching({ as: admin, variables }),
    ];
    await Promise.all(watches.map((watch) => watch.gets(1)));
    const before = await graph.measure('academy_live_answers_shared_total');
    await certification.moves();
    await Promise.all(watches.map((watch) => watch.gets(2)));
    expect((await graph.measure('academy_live_answers_shared_total')) - before).toBe(2);
    const [hers, alsoHers, ofAdmin] = watches.map(({ events }) => events[1]?.resume);
    expect(alsoHers).toBe(hers);
    expect(ofAdmin).not.toBe(hers);
    await certification.moves();
    const again = await watching({ as: admin, variables: { ...variables, after: ofAdmin } });
    await again.gets(1);
    expect(again.seqs).toEqual([3]);
    const stolen = await watching({ variables: { ...variables, after: ofAdmin } });
    await stolen.gets(1);
    expect(stolen.codes).toEqual(['BAD_USER_INPUT']);
  });

  test('is not shared between two people where an island is asked: each sees what is hers to see', async () => {
    const certification = graph.opensCase();
    const variables = { id: certification.id };
    const query = `subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { certification { seq } } }`;
    const watches = [await watching({ query, variables }), await watching({ as: admin, query, variables })];
    await Promise.all(watches.map((watch) => watch.gets(1)));
    graph.calls.length = 0;
    await certification.moves();
    await Promise.all(watches.map((watch) => watch.gets(2)));
    expect(graph.calls.filter(({ query: asked }) => asked.includes('_entities'))).toHaveLength(2);
  });
});

test('two people who are told something under the same number at the same moment are each told their own', async () => {
  const page = { number: 0, entries: [] };
  graph.planted.set('Query.notificationLog', () => page);
  const query = 'subscription { notificationReceived { kind number topic sentAt } }';
  const topics = { [alice.userId]: 'certification.issued', [berta.userId]: 'certification.rejected' };
  const watches = [await watching({ query }), await watching({ as: berta, query })];
  await Promise.all(watches.map((watch) => watch.gets(1)));
  const { tenantId } = alice;
  for (const [userId, topic] of Object.entries(topics)) {
    const data = { certificationId: newId(), userId, notificationId: newId(), number: 1, topic };
    const occurredAt = '2026-03-02T12:00:00.000Z';
    const event = { id: newId(), type: notificationSent.type, tenantId, subject: userId, occurredAt, data };
    const stream = liveStreamKey(graph.redis, tenantId, 'notification');
    await graph.redis.commands.xadd(stream, '*', ...toEntry(event, TEST_SIGNING_KEY));
  }
  await graph.redis.commands.publish(liveWakeChannel(graph.redis, tenantId, 'notification'), '{}');
  await Promise.all(watches.map((watch) => watch.gets(2)));
  expect(watches.map(({ told }) => told[1]?.data)).toEqual(
    Object.values(topics).map((topic) => ({
      notificationReceived: { kind: 'CHANGE', number: 1, topic, sentAt: '2026-03-02T12:00:00.000Z' },
    })),
  );
});

describe('another supergraph', () => {
  test('answers the watches that are open, which lose nothing; one that it does not fit is told so and is over', async () => {
    const sdl = await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');
    const withMotto = sdl.replace(/(type CertificationStatusChanged\b[^{]*\{)/, '$1\n  motto: String\n');
    const certification = graph.opensCase();
    const variables = { id: certification.id };
    const goesOn = await watching({ query: FEDERATED, variables });
    await goesOn.gets(1);
    await graph.gateway.reload({ supergraphSdl: withMotto, apiSdl: '' });
    await certification.moves(2);
    await goesOn.gets(3);
    const query = 'subscription ($id: ID!) { certificationStatusChanged(certificationId: $id) { seq motto } }';
    const ofMotto = await watching({ query, variables }, overSse);
    await ofMotto.gets(1);
    expect(ofMotto.told[0]?.data).toEqual({ certificationStatusChanged: { seq: 3, motto: null } });
    await graph.gateway.reload({ supergraphSdl: sdl, apiSdl: '' });
    await certification.moves(2);
    await goesOn.gets(5);
    expect(goesOn.seqs).toEqual([1, 2, 3, 4, 5]);
    expect(goesOn.codes).toEqual([]);
    expect(await until('the end', () => ofMotto.end)).toBe('complete');
    expect(ofMotto.codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});
