import { notificationSent } from '@academy/contracts';
import { systemClock } from '@academy/kernel';
import { liveStreamKey, openStreamCursor } from '@academy/platform/events';
import { startWorker } from '@academy/platform/subgraph';
import { person } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { defineUsers } from '../src/subgraph.ts';
import { notify } from './notify.ts';
import { openUsers } from './open-users.ts';

test('the worker brings each notification to the watchers of its person, in the order of their numbers', async () => {
  await using users = await openUsers();
  const resources = { ...users.resources, clock: systemClock };
  const { redis, signingKeys } = resources;
  const learner = person('raices', 'learner-07', 'learner');
  const transport = { call: () => Promise.reject(new Error('Users asks no other island.')), close: async () => {} };
  const heard: unknown[] = [];
  const cursor = openStreamCursor({
    redis,
    stream: liveStreamKey(redis, learner.tenantId, 'notification'),
    from: 'beginning',
    signingKeys,
    onForged: (id) => heard.push(`forged ${id}`),
  });

  const worker = startWorker(defineUsers(), resources, { transport, consumerName: 'test' });
  try {
    await Promise.all([notify(users, learner), notify(users, learner), notify(users, learner)]);
    const listen = async () => {
      await cursor.read(({ type, subject, data }) => heard.push([type, subject, notificationSent.data.parse(data).number]));
      return heard;
    };
    const expected = [1, 2, 3].map((number) => [notificationSent.type, learner.userId, number]);
    await expect.poll(listen, { timeout: 15_000 }).toEqual(expected);
  } finally {
    await worker.stop();
  }
});
