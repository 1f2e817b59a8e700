import { Fault, PLATFORM_TENANT_ID } from '@academy/kernel';
import { deadLetters } from '@academy/platform/db';
import {
  emit,
  eventStreamKey,
  liveStreamKey,
  type Reaction,
  reaction,
  startConsumer,
  startRelay,
  toEntry,
} from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { tenantIdOf } from '@academy/testing/people';
import { expect, test } from 'vitest';
import { counted, openWorld, signingKeys, until, type World } from './world.ts';

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');

function emitNumbers(world: World, tenantId: string, numbers: readonly number[]): Promise<void> {
  return world.db.database.inTenant(tenantId, 'write', async (tx) => {
    for (const number of numbers) await emit(tx, counted, { tenantId, subject: 'one', occurredAt: new Date(), data: { number } });
  });
}

function relayOf(world: World) {
  return startRelay({
    producer: 'users',
    database: world.db.relayDatabase,
    redis: world.redis,
    signingKey: signingKeys[0] as (typeof signingKeys)[0],
    contracts: [counted],
    ...world.tools,
  });
}

function consumerOf(world: World, reactions: readonly Reaction<object>[], consumerName = 'one') {
  return startConsumer({
    island: 'users',
    producer: 'users',
    reactions,
    context: {},
    database: world.db.database,
    redis: world.redis,
    signingKeys,
    consumerName,
    ...world.tools,
  });
}

/** What is buried for a tenant; default: for the platform itself. */
function letters(world: World, tenantId: string = PLATFORM_TENANT_ID) {
  return world.db.database.inTenant(tenantId, 'read', (tx) => tx.select().from(deadLetters));
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

test('events of one subject reach a reaction in order, each once, whatever the number of relays', async () => {
  await using world = await openWorld();
  const seen: number[] = [];
  const relays = [relayOf(world), relayOf(world), relayOf(world)];
  const consumer = consumerOf(world, [reaction('count', counted, async (_tx, event) => void seen.push(event.data.number))]);
  for (const start of range(10))
    await emitNumbers(
      world,
      raices,
      range(30).map((index) => start * 30 + index),
    );
  await until('300 events arrived', () => seen.length >= 300);
  expect(seen).toEqual(range(300));
  for (const service of [consumer, ...relays]) await service.stop();
});

test('an event that is published twice is reacted to once', async () => {
  await using world = await openWorld();
  let count = 0;
  const event = {
    id: newId(),
    type: counted.type,
    tenantId: raices,
    subject: 'one',
    occurredAt: new Date().toISOString(),
    data: { number: 1 },
  };
  const entry = toEntry(event, signingKeys[0] as (typeof signingKeys)[0]);
  for (const _ of range(3)) await world.redis.commands.xadd(eventStreamKey(world.redis, 'users'), '*', ...entry);
  const marker = { ...event, id: newId(), data: { number: 2 } };
  await world.redis.commands.xadd(
    eventStreamKey(world.redis, 'users'),
    '*',
    ...toEntry(marker, signingKeys[0] as (typeof signingKeys)[0]),
  );
  let isOver = false;
  const consumer = consumerOf(world, [
    reaction('count', counted, async (_tx, one) => {
      if (one.data.number === 2) isOver = true;
      else count += 1;
    }),
  ]);
  await until('the last event arrived', () => isOver);
  expect(count).toBe(1);
  await consumer.stop();
});

test('an entry that is not signed by us writes nothing, and the stream moves on', async () => {
  await using world = await openWorld();
  const stream = eventStreamKey(world.redis, 'users');
  const event = {
    id: newId(),
    type: counted.type,
    tenantId: solaris,
    subject: 'one',
    occurredAt: new Date().toISOString(),
    data: { number: 666 },
  };
  await world.redis.commands.xadd(stream, '*', 'event', JSON.stringify(event), 'key', 'test', 'mac', 'bad');
  await world.redis.commands.xadd(stream, '*', 'tenantId', solaris, 'type', counted.type, 'sig', 'bad');
  await world.redis.commands.xadd(
    stream,
    '*',
    ...toEntry(event, { id: 'test', secret: 'a secret of thirty-two characters, of someone else' }),
  );
  const good = { ...event, id: newId(), tenantId: raices, data: { number: 7 } };
  await world.redis.commands.xadd(stream, '*', ...toEntry(good, signingKeys[0] as (typeof signingKeys)[0]));
  const seen: number[] = [];
  const consumer = consumerOf(world, [reaction('count', counted, async (_tx, one) => void seen.push(one.data.number))]);
  await until('the good entry arrived', () => seen.length > 0);
  expect(seen).toEqual([7]);
  const [, forged] = await world.redis.commands.xrange(stream, '-', '+');
  const kept = (await letters(world)).toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
  expect(kept).toHaveLength(3);
  expect(kept[1]).toMatchObject({
    source: `forged:${stream}`,
    reference: forged?.[0],
    payload: {
      fields: ['tenantId', solaris, 'type', counted.type, 'sig', 'bad'],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
  expect(await letters(world, solaris)).toEqual([]);
  await consumer.stop();
});

test('a forged entry is kept once, its beginning at most, and what PostgreSQL cannot keep does not stop the stream', async () => {
  await using world = await openWorld();
  const stream = eventStreamKey(world.redis, 'users');
  await world.redis.commands.xadd(stream, '*', 'nul', 'a\0b', 'half', '\ud800', 'long', 'x'.repeat(100_000));
  const many = Array.from({ length: 200 }, (_, at) => [`field ${at}`, 'value']).flat();
  await world.redis.commands.xadd(stream, '*', ...many);
  for (const _ of range(2)) {
    const consumer = consumerOf(world, []);
    await until('both are kept', async () => (await letters(world)).length === 2);
    await consumer.stop();
    await world.redis.commands.xgroup('DESTROY', stream, 'users');
  }
  const sizes = (await letters(world)).map((one) => JSON.stringify(one.payload).length);
  expect(Math.max(...sizes)).toBeLessThan(5_000);
});

test('whoever floods a stream with forged entries fills no table: the rest is counted', async () => {
  await using world = await openWorld();
  const stream = eventStreamKey(world.redis, 'users');
  const pipeline = world.redis.commands.pipeline();
  for (const number of range(1_000)) pipeline.xadd(stream, '*', 'sig', `bad ${number}`);
  await pipeline.exec();
  const consumer = consumerOf(world, []);
  await until('all were counted', async () => /outcome="forged"[^}]*\} 1000/.test((await world.tools.telemetry.render()).text));
  expect(await letters(world)).toHaveLength(100);
  await consumer.stop();
  const another = consumerOf(world, []);
  await world.redis.commands.xadd(stream, '*', 'sig', 'bad');
  await until('it was counted', async () => /outcome="forged"[^}]*\} 1001/.test((await world.tools.telemetry.render()).text));
  expect(await letters(world)).toHaveLength(100);
  await another.stop();
});

test('an event whose reaction keeps failing is buried, and the next one is handled', async () => {
  await using world = await openWorld();
  await emitNumbers(world, raices, [1, 2]);
  const seen: number[] = [];
  const relay = relayOf(world);
  const consumer = consumerOf(world, [
    reaction('fussy', counted, async (_tx, event) => {
      if (event.data.number === 1) throw new Error('cannot digest 1');
      seen.push(event.data.number);
    }),
  ]);
  await until('the second event was handled', () => seen.length === 1);
  const buried = await world.db.database.inTenant(raices, 'read', (tx) => tx.select().from(deadLetters));
  expect(buried).toMatchObject([{ source: `event:${counted.type}`, error: 'cannot digest 1' }]);
  await consumer.stop();
  await relay.stop();
});

test('an outage is waited out: nothing is buried', async () => {
  await using world = await openWorld();
  await emitNumbers(world, raices, [1]);
  let tries = 0;
  const relay = relayOf(world);
  const consumer = consumerOf(world, [
    reaction('patient', counted, async () => {
      tries += 1;
      if (tries < 3) throw new Fault('UNAVAILABLE', 'away');
    }),
  ]);
  await until('the third try went through', () => tries === 3);
  await until(
    'the mark is committed',
    async () => (await world.db.database.inTenant(raices, 'read', (tx) => tx.select().from(deadLetters))).length === 0,
  );
  await consumer.stop();
  await relay.stop();
});

test('what a consumer took and did not finish is finished by the next process of that name', async () => {
  await using world = await openWorld();
  await emitNumbers(world, raices, [1]);
  const relay = relayOf(world);
  const stream = eventStreamKey(world.redis, 'users');
  await until('the event is in the stream', async () => (await world.redis.commands.xlen(stream)) === 1);
  await world.redis.commands.xgroup('CREATE', stream, 'users', '0');
  await world.redis.commands.xreadgroup('GROUP', 'users', 'one', 'COUNT', 10, 'STREAMS', stream, '>');
  const seen: number[] = [];
  const consumer = consumerOf(world, [reaction('count', counted, async (_tx, event) => void seen.push(event.data.number))]);
  await until('the event was handled', () => seen.length === 1);
  await consumer.stop();
  await relay.stop();
});

test('an emptied Redis is filled again from the outbox, and nothing is handled twice', async () => {
  await using world = await openWorld();
  const seen: number[] = [];
  const relay = relayOf(world);
  const consumer = consumerOf(world, [reaction('count', counted, async (_tx, event) => void seen.push(event.data.number))]);
  await emitNumbers(world, raices, [1, 2, 3]);
  await until('three events arrived', () => seen.length === 3);
  const keys = await world.redis.commands.keys(`${world.redis.namespace}:*`);
  await world.redis.commands.del(...keys);
  await emitNumbers(world, raices, [4]);
  await until('the fourth arrived', () => seen.includes(4));
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(await world.redis.commands.xlen(liveStreamKey(world.redis, raices, 'certification'))).toBe(4);
  await consumer.stop();
  await relay.stop();
});

test('a live event is in its own tenant’s stream and in no other', async () => {
  await using world = await openWorld();
  const relay = relayOf(world);
  await emitNumbers(world, raices, [1]);
  await until(
    'it is published',
    async () => (await world.redis.commands.xlen(liveStreamKey(world.redis, raices, 'certification'))) === 1,
  );
  expect(await world.redis.commands.exists(liveStreamKey(world.redis, solaris, 'certification'))).toBe(0);
  await relay.stop();
});
