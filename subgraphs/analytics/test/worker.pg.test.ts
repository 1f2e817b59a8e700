import { reportUpdated } from '@academy/contracts';
import { systemClock } from '@academy/kernel';
import { liveStreamKey, openStreamCursor } from '@academy/platform/events';
import { startWorker } from '@academy/platform/subgraph';
import { tenantIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { defineAnalytics } from '../src/subgraph.ts';
import { openAcademy } from './academy.ts';

test('the worker by itself brings each change to the tenant’s watchers, by the newest version at last', async () => {
  const academy = await openAcademy();
  await using _island = academy.island;
  const resources = { ...academy.island.resources, clock: systemClock };
  const { redis, signingKeys } = resources;
  const tenantId = tenantIdOf('raices');
  const transport = { call: () => Promise.reject(new Error('Analytics asks no other island.')), close: async () => {} };
  const heard: unknown[] = [];
  const cursor = openStreamCursor({
    redis,
    stream: liveStreamKey(redis, tenantId, 'report'),
    from: 'beginning',
    signingKeys,
    onForged: (id) => heard.push(`forged ${id}`),
  });
  const listen = async () => {
    await cursor.read((event) => heard.push([event.type, event.tenantId, event.subject, event.data]));
    return heard.at(-1);
  };
  const version = (number: number) => [reportUpdated.type, tenantId, 'COMPLETION', { report: 'COMPLETION', version: number }];

  const worker = startWorker(defineAnalytics(), resources, { transport, consumerName: 'test' });
  try {
    await academy.manyComplete('composta', 3);
    await expect.poll(listen, { timeout: 15_000 }).toEqual(version(3));
    await academy.completes({ course: 'composta', learner: 'bea' });
    await expect.poll(listen, { timeout: 15_000 }).toEqual(version(4));
    expect(heard.length).toBeLessThanOrEqual(4);
  } finally {
    await worker.stop();
  }
});
