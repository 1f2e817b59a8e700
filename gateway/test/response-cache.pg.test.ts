import { createServer, type Socket } from 'node:net';
import { coursePublished } from '@academy/contracts';
import type { RedisDoor } from '@academy/platform/redis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openHintedCache, openTestRedis, session, visitor } from './hinted-cache.ts';
import { alice, carla, diego } from './people.ts';

type Opened = Awaited<ReturnType<typeof openHintedCache>>;
let redis: RedisDoor;
let here: Opened;

beforeEach(async () => {
  redis = openTestRedis();
  here = await openHintedCache({ redis });
  await here.ready();
});
afterEach(async () => {
  await here[Symbol.asyncDispose]();
  await redis.close();
});

const COURSE = '{ course(id: "c1") { title } }';
const LIST = '{ courses { edges { node { title } } } }';
const MINE = '{ enrollments { due } }';
const C1 = '01956f00-0000-7000-8000-0000000000c1';
const PUBLISHED = { slug: 's', title: 't', standardCode: null, instructorId: C1, priceMxn: 0 };
const ENROL = 'mutation { enrollmentReturn(id: "e1") { enrollment { due } } }';

describe('an answer that may be kept', () => {
  test('is given again to the one who asks again, and says how old it is', async () => {
    expect(await here.ask(session(alice), COURSE)).toEqual({
      dataJson: '{"n":1}',
      cache: { maxAgeSeconds: 300, scope: 'PUBLIC', ageSeconds: undefined },
    });
    here.clock.advance(42_900);
    expect(await here.ask(session(alice), COURSE)).toEqual({
      dataJson: '{"n":1}',
      cache: { maxAgeSeconds: 300, scope: 'PUBLIC', ageSeconds: 42 },
    });
    expect(here.asked()).toBe(1);
  });

  test('is asked for again when it is as old as its hint allows', async () => {
    await here.ask(session(alice), COURSE);
    here.clock.advance(299_999);
    expect(await here.ask(session(alice), COURSE)).toMatchObject({ dataJson: '{"n":1}' });
    here.clock.advance(1);
    expect(await here.ask(session(alice), COURSE)).toMatchObject({ dataJson: '{"n":2}' });
  });

  test('is kept under its arguments, its operation and nothing else', async () => {
    const query = 'query ($f: CourseFilter, $n: Int = 10) { courses(filter: $f, first: $n) { total } }';
    const ask = (variables: Record<string, unknown>) => here.ask(visitor(alice), query, { variables });
    const first = await ask({ f: { text: 'sol', language: 'es' } });
    expect(await ask({ f: { language: 'es', text: 'sol' }, unknown: 1 })).toMatchObject({ dataJson: first.dataJson });
    const others = [await ask({ f: { text: 'sol' } }), await ask({ n: 5 }), await ask({ n: null }), await ask({})];
    expect(new Set([first, ...others].map(({ dataJson }) => dataJson)).size).toBe(5);
    const two = 'query A { motto } query B { motto }';
    const a = await here.ask(visitor(alice), two, { operationName: 'A' });
    expect((await here.ask(visitor(alice), two, { operationName: 'B' })).dataJson).not.toBe(a.dataJson);
  });

  test('is given to a look that was begun ahead; what changes between that look and the execution is not kept', async () => {
    let meanwhile = 0;
    const ahead = async () => {
      meanwhile += 1;
    };
    await here.ask(session(alice), COURSE);
    expect(await here.ask(session(alice), COURSE, { ahead })).toMatchObject({ dataJson: '{"n":1}' });
    expect(await here.ask(session(alice), COURSE, { ahead, mode: 'no-store' })).toMatchObject({ dataJson: '{"n":2}' });
    expect(meanwhile).toBe(2);
    const changes = () => here.happens(coursePublished, { ...PUBLISHED, courseId: C1 });
    const one = `{ course(id: "${C1}") { title } }`;
    expect(await here.ask(session(alice), one, { ahead: changes })).toMatchObject({ dataJson: '{"n":3}' });
    expect(await here.ask(session(alice), one)).toMatchObject({ dataJson: '{"n":4}' });
  });

  test('is in Redis under its tenant, and ends there by itself', async () => {
    await here.ask(session(alice), COURSE);
    const keys = await redis.commands.keys(`${redis.namespace}:*`);
    expect(keys).toEqual([expect.stringContaining(redis.key(`t:${alice.tenantId}:cache:response:`))]);
    const lifeMs = await redis.commands.pttl(keys[0] ?? '');
    expect(lifeMs).toBeGreaterThan(0);
    expect(lifeMs).toBeLessThanOrEqual(300_000);
  });

  test('is made once for all who ask at the same time', async () => {
    const gate = Promise.withResolvers<void>();
    here.answering(async () => {
      await gate.promise;
      return { dataJson: `{"n":${here.asked()}}` };
    });
    const many = Array.from({ length: 20 }, (_, n) =>
      here.ask(n % 2 === 0 ? visitor(alice) : session(alice), COURSE, { waits: false }),
    );
    await expect.poll(here.asked).toBe(1);
    gate.resolve();
    expect(new Set((await Promise.all(many)).map(({ dataJson }) => dataJson))).toEqual(new Set(['{"n":1}']));
    expect(here.asked()).toBe(1);
  });

  test('is made by each for herself when the one who made it for all failed', async () => {
    const gate = Promise.withResolvers<void>();
    here.answering(async () => {
      const turn = here.asked();
      await gate.promise;
      if (turn === 1) throw new Error('the first one’s client went away');
      return { dataJson: '{"n":"good"}' };
    });
    const first = here.ask(visitor(alice), COURSE, { waits: false });
    await expect.poll(here.asked).toBe(1);
    const second = here.ask(session(alice), COURSE, { waits: false });
    gate.resolve();
    await expect(first).rejects.toThrow('went away');
    expect(await second).toMatchObject({ dataJson: '{"n":"good"}' });
  });
});

describe('what is kept is never given', () => {
  test('to another tenant, be it public', async () => {
    for (const query of [COURSE, LIST, MINE]) {
      const hers = await here.ask(session(alice), query);
      const his = await here.ask(session(diego), query);
      const visitors = await here.ask(visitor(diego), query);
      expect([his.dataJson, visitors.dataJson]).not.toContain(hers.dataJson);
    }
  });

  test('to another person, session or persona when it is PRIVATE, and to the anonymous not at all', async () => {
    const readers = [
      session(alice),
      session(carla),
      session(alice, { sessionId: 'tuesday' }),
      session(alice, { persona: 'admin' }),
      visitor(alice),
      visitor(alice),
    ];
    const answers: unknown[] = [];
    for (const reader of readers) answers.push((await here.ask(reader, MINE)).dataJson);
    expect(new Set(answers).size).toBe(readers.length);
    expect((await here.ask(session(alice), MINE)).dataJson).toBe(answers[0]);
    expect((await here.ask(session(alice, { persona: 'admin' }), MINE)).dataJson).toBe(answers[3]);
    expect((await here.ask(visitor(alice), MINE)).cache).toBeUndefined();
  });

  test('to a process, whose scopes show it more than anybody, nor from it', async () => {
    const worker = { kind: 'service', tenantId: alice.tenantId, service: 'worker', scopes: ['curp.reveal'] } as const;
    await here.ask(worker, COURSE);
    await here.ask(visitor(alice), COURSE);
    await here.ask(worker, COURSE);
    expect(here.asked()).toBe(3);
  });

  test('when somebody else wrote it into Redis, or moved it from one tenant to another', async () => {
    await here.ask(visitor(alice), COURSE);
    await here.ask(visitor(diego), COURSE);
    const keyOf = async (tenantId: string) => (await redis.commands.keys(redis.key(`t:${tenantId}:cache:response:*`)))[0] ?? '';
    const [hers, his] = [await keyOf(alice.tenantId), await keyOf(diego.tenantId)];
    await redis.commands.set(his, (await redis.commands.get(hers)) ?? '');
    await redis.commands.set(hers, ((await redis.commands.get(hers)) ?? '').replace('"n":1', '"n":666'));
    expect(await here.ask(visitor(diego), COURSE)).toMatchObject({ dataJson: '{"n":3}' });
    expect(await here.ask(visitor(alice), COURSE)).toMatchObject({ dataJson: '{"n":4}' });
  });

  test('to who asks for none, who may still leave one for others', async () => {
    await here.ask(visitor(alice), COURSE);
    expect(await here.ask(visitor(alice), COURSE, { mode: 'no-store' })).toEqual({ dataJson: '{"n":2}' });
    expect(await here.ask(visitor(alice), COURSE)).toMatchObject({ dataJson: '{"n":1}' });
    expect(await here.ask(visitor(alice), COURSE, { mode: 'reload' })).toMatchObject({ dataJson: '{"n":3}' });
    expect(await here.ask(visitor(alice), COURSE)).toMatchObject({ dataJson: '{"n":3}' });
  });
});

describe('not kept is', () => {
  test('an answer with an error, without data, or too long', async () => {
    const error = {
      message: 'm',
      extensions: { code: 'UNAVAILABLE', requestId: 'r', docs: '/docs/errors#UNAVAILABLE' },
    } as const;
    const long = JSON.stringify('x'.repeat(300_000));
    for (const outcome of [{ dataJson: '{"n":null}', errors: [error] }, { errors: [error] }, { dataJson: long }]) {
      here.answering(async () => outcome);
      const before = here.asked();
      await here.ask(visitor(alice), COURSE);
      await here.ask(visitor(alice), COURSE);
      expect(here.asked()).toBe(before + 2);
    }
  });

  test('an answer of which more comes later, which nobody else may wait for', async () => {
    here.answering(async () => ({ dataJson: `{"n":${here.asked()}}`, later: (async function* () {})() }));
    const answers = await Promise.all([here.ask(visitor(alice), COURSE), here.ask(visitor(alice), COURSE)]);
    expect(new Set(answers.map(({ later }) => later)).size).toBe(2);
    expect(answers.map(({ cache }) => cache)).toEqual([undefined, undefined]);
    await here.ask(visitor(alice), COURSE);
    expect(here.asked()).toBe(3);
  });

  test('what the schema does not hint', async () => {
    const outcome = await here.ask(session(alice), '{ user(id: 1) { name } }');
    expect(outcome).toEqual({ dataJson: '{"n":1}' });
    await here.ask(session(alice), '{ user(id: 1) { name } }');
    expect(here.asked()).toBe(2);
    expect((await redis.commands.keys(redis.key('t:*'))).length).toBe(0);
  });
});

describe('without Redis', () => {
  test('everything is answered as if nothing were kept', async () => {
    const gone = openTestRedis('redis://127.0.0.1:1');
    await using alone = await openHintedCache({ redis: gone, readDeadlineMs: 50 });
    for (let n = 1; n <= 5; n += 1) expect(await alone.ask(session(alice), LIST)).toEqual({ dataJson: `{"n":${n}}` });
    expect(await alone.ask(session(alice), ENROL)).toMatchObject({ dataJson: '{"n":6}' });
    await gone.close();
  });

  test('that answers nothing, everything is answered as well', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket)).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const hung = openTestRedis(`redis://127.0.0.1:${port}`);
    await using alone = await openHintedCache({ redis: hung, readDeadlineMs: 50 });
    for (let n = 1; n <= 5; n += 1) expect(await alone.ask(session(alice), LIST)).toEqual({ dataJson: `{"n":${n}}` });
    expect(await alone.ask(session(alice), ENROL)).toMatchObject({ dataJson: '{"n":6}' });
    await hung.close();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});

test('an answer is as old as the oldest entity in it', async () => {
  here.clock.advance(200_000);
  here.answering(async (context) => {
    if (context.cache !== undefined) context.cache.oldestAsOfMs = here.clock.now().getTime() - 200_000;
    return { dataJson: `{"n":${here.asked()}}` };
  });
  expect((await here.ask(visitor(alice), LIST)).cache?.ageSeconds).toBe(200);
  here.clock.advance(99_000);
  expect(await here.ask(visitor(alice), LIST)).toMatchObject({ dataJson: '{"n":1}', cache: { ageSeconds: 299 } });
  here.clock.advance(1_000);
  expect(await here.ask(visitor(alice), LIST)).toMatchObject({ dataJson: '{"n":2}' });
});
