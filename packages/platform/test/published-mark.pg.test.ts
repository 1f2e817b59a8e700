import { emit, eventStreamKey, fromEntry, startRelay } from '@academy/platform/events';
import { tenantIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { counted, openWorld, signingKeys, until, type World } from './world.ts';

const raices = tenantIdOf('raices');

function emitNumbers(world: World, numbers: readonly number[]): Promise<void> {
  return world.db.database.inTenant(raices, 'write', async (tx) => {
    for (const number of numbers)
      await emit(tx, counted, { tenantId: raices, subject: 'one', occurredAt: new Date(), data: { number } });
  });
}

function relayOf(world: World, redis = world.redis) {
  const [signingKey] = signingKeys;
  if (signingKey === undefined) throw new Error('A signing key was expected.');
  return startRelay({
    producer: 'users',
    database: world.db.relayDatabase,
    redis,
    signingKey,
    contracts: [counted],
    ...world.tools,
  });
}

async function toldBy(world: World): Promise<unknown[]> {
  const entries = await world.redis.commands.xrange(eventStreamKey(world.redis, 'users'), '-', '+');
  return entries.map(([, fields]) => (fromEntry(fields, signingKeys)?.data as { number: number } | undefined)?.number);
}

test('what a Redis that was started again had acknowledged and lost is published again', async () => {
  await using world = await openWorld();
  const { commands } = world.redis;
  const [stream, mark] = [eventStreamKey(world.redis, 'users'), world.redis.key('sys:published:users')];
  const before = relayOf(world);
  await emitNumbers(world, [1]);
  await until('the first is published', async () => (await toldBy(world)).length === 1);
  const [keptStream, keptMark] = [await commands.dumpBuffer(stream), await commands.get(mark)];
  // Long before what comes now: it is in the part of the log that was kept.
  await world.db.relayDatabase.pool`update outbox set published_at = published_at - interval '1 minute'`;
  await emitNumbers(world, [2, 3]);
  await until('all are published', async () => (await toldBy(world)).length === 3);
  await before.stop();

  await commands.restore(stream, 0, keptStream, 'REPLACE');
  const [ms] = (keptMark ?? '').split(' ');
  await commands.set(mark, `${ms} another-process-of-redis`);
  expect(await toldBy(world)).toEqual([1]);

  const after = relayOf(world);
  await until('they are published again', async () => (await toldBy(world)).length >= 3);
  expect(await toldBy(world)).toEqual([1, 2, 3]);
  await emitNumbers(world, [4]);
  await until('the next is published', async () => (await toldBy(world)).includes(4));
  expect(await toldBy(world)).toEqual([1, 2, 3, 4]);
  await after.stop();
});

test('what a Redis that was emptied between a look and a batch had is published again', async () => {
  await using world = await openWorld();
  const lost = [eventStreamKey(world.redis, 'users'), world.redis.key('sys:published:users')];
  let isToBeEmptied = false;
  const commands = new Proxy(world.redis.commands, {
    get(target, name) {
      if (name !== 'pipeline') return Reflect.get(target, name);
      return () => {
        const pipeline = target.pipeline();
        const add = pipeline.xadd.bind(pipeline);
        pipeline.xadd = ((...entry: Parameters<typeof add>) => {
          if (isToBeEmptied) pipeline.del(...lost);
          isToBeEmptied = false;
          return add(...entry);
        }) as typeof pipeline.xadd;
        return pipeline;
      };
    },
  });
  const relay = relayOf(world, Object.create(world.redis, { commands: { value: commands } }));
  await emitNumbers(world, [1, 2]);
  await until('both are published', async () => (await toldBy(world)).length === 2);
  isToBeEmptied = true;
  await emitNumbers(world, [3]);
  await until('what was lost is published again', async () => {
    const told = new Set(await toldBy(world));
    return !isToBeEmptied && [1, 2, 3].every((number) => told.has(number));
  });
  await relay.stop();
});

test('a relay that starts on a Redis that has everything publishes nothing again', async () => {
  await using world = await openWorld();
  const first = relayOf(world);
  await emitNumbers(world, [1, 2]);
  await until('both are published', async () => (await toldBy(world)).length === 2);
  await first.stop();
  const second = relayOf(world);
  await emitNumbers(world, [3]);
  await until('the third is published', async () => (await toldBy(world)).includes(3));
  expect(await toldBy(world)).toEqual([1, 2, 3]);
  await second.stop();
});
