import { coursePublished, enrollmentStarted } from '@academy/contracts';
import type { RedisDoor } from '@academy/platform/redis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openHintedCache, openTestRedis, SETTLED_MS, session, visitor } from './hinted-cache.ts';
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
const OTHER_COURSE = '{ course(id: "c2") { title } }';
const LIST = '{ courses { edges { node { title } } } }';
const MINE = '{ enrollments { due } }';
const ENROL = 'mutation { enrollmentReturn(id: "e1") { enrollment { due } } }';
const published = (courseId: string) => ({ courseId, slug: 's', title: 't', standardCode: null, instructorId: C1, priceMxn: 0 });
const C1 = '01956f00-0000-7000-8000-0000000000c1';
const C2 = '01956f00-0000-7000-8000-0000000000c2';

describe('an event', () => {
  test('ends what shows the entity, and every list of its type, in its tenant alone', async () => {
    const c1 = `{ course(id: "${C1}") { title } }`;
    const c2 = `{ course(id: "${C2}") { title } }`;
    const before: unknown[] = [];
    for (const query of [c1, c2, LIST]) before.push((await here.ask(visitor(alice), query)).dataJson);
    const elsewhere = (await here.ask(visitor(diego), c1)).dataJson;
    await here.happens(coursePublished, published(C1));
    here.clock.advance(SETTLED_MS);
    const after: unknown[] = [];
    for (const query of [c1, c2, LIST]) after.push((await here.ask(visitor(alice), query)).dataJson);
    expect(after.map((text, index) => text === before[index])).toEqual([false, true, false]);
    expect((await here.ask(visitor(diego), c1)).dataJson).toBe(elsewhere);
  });

  test('that came while an answer was being made ends that answer too', async () => {
    const gate = Promise.withResolvers<void>();
    here.answering(async () => {
      const turn = here.asked();
      if (turn === 1) await gate.promise;
      return { dataJson: `{"n":${turn}}` };
    });
    const slow = here.ask(visitor(alice), LIST);
    await expect.poll(here.asked).toBe(1);
    await here.happens(coursePublished, published(C1));
    here.clock.advance(SETTLED_MS);
    gate.resolve();
    expect(await slow).toMatchObject({ dataJson: '{"n":1}' });
    expect(await here.ask(visitor(alice), LIST)).toMatchObject({ dataJson: '{"n":2}' });
    expect(await here.ask(visitor(alice), LIST)).toMatchObject({ dataJson: '{"n":2}' });
  });

  test('is given time to reach the other islands before what follows from it is kept, here or on the way', async () => {
    await here.happens(coursePublished, published(C1));
    expect((await here.ask(visitor(alice), LIST)).cache).toBeUndefined();
    expect((await here.ask(visitor(alice), LIST)).dataJson).toBe('{"n":2}');
    here.clock.advance(SETTLED_MS);
    expect((await here.ask(visitor(alice), LIST)).dataJson).toBe('{"n":3}');
    expect((await here.ask(visitor(alice), LIST)).dataJson).toBe('{"n":3}');
  });

  test('about a person ends what is kept for her, and for nobody else', async () => {
    const hers = (await here.ask(session(alice), '{ enrollments { due } motto }')).dataJson;
    const hisCourse = (await here.ask(session(carla), COURSE)).dataJson;
    await here.happens(enrollmentStarted, {
      enrollmentId: C1,
      courseId: C1,
      learnerId: alice.userId,
      instructorId: null,
      standardCode: null,
    });
    here.clock.advance(SETTLED_MS);
    expect((await here.ask(session(alice), '{ enrollments { due } motto }')).dataJson).not.toBe(hers);
    expect((await here.ask(session(carla), COURSE)).dataJson).toBe(hisCourse);
  });

  test('that nobody heard, because no gateway ran, leaves nothing to be used by the next one', async () => {
    expect(await here.ask(visitor(alice), LIST)).toMatchObject({ dataJson: '{"n":1}' });
    await here.cache.stop();
    here.clock.advance(1_000);
    await using next = await openHintedCache({ redis, clock: here.clock });
    await next.ready();
    expect(await next.ask(visitor(alice), LIST)).toMatchObject({ dataJson: '{"n":1}', cache: { ageSeconds: undefined } });
    expect(next.asked()).toBe(1);
    await next.ask(visitor(alice), LIST);
    expect(next.asked()).toBe(1);
  });
});

describe('who changed something', () => {
  test('sees it at once: nothing that was kept, of her own or for everyone, until it has come about everywhere', async () => {
    const queries = [MINE, LIST];
    for (const query of queries) await here.ask(session(alice), query);
    await here.ask(session(alice), ENROL);
    const before = here.asked();
    for (const query of queries) await here.ask(session(alice), query);
    expect(here.asked()).toBe(before + 2);
    await here.ask(session(carla), LIST);
    expect(here.asked()).toBe(before + 2);
  });

  test('ends what her mutation shows for everybody', async () => {
    const before = (await here.ask(visitor(alice), OTHER_COURSE)).dataJson;
    await here.ask(session(carla), 'mutation { courseCorrect(id: "c2") { ... on CourseCorrectSuccess { course { title } } } }');
    expect((await here.ask(visitor(alice), OTHER_COURSE)).dataJson).not.toBe(before);
  });

  test('sees it also through another gateway', async () => {
    await using other = await openHintedCache({ redis, clock: here.clock });
    await other.ready();
    await other.ask(session(alice), MINE);
    await here.ask(session(alice), ENROL);
    expect((await other.ask(session(alice), MINE)).dataJson).toBe('{"n":2}');
  });

  test('sees it although Redis did not take note', async () => {
    await here.ask(session(alice), MINE);
    redis.commands.disconnect();
    await here.ask(session(alice), ENROL);
    await redis.commands.connect();
    here.clock.advance(1_500);
    await expect.poll(async () => (await here.ask(session(alice), MINE)).cache, { timeout: 5_000 }).toBeDefined();
    expect((await here.ask(session(alice), MINE)).dataJson).not.toBe('{"n":1}');
  });

  test('sees it also when the mutation failed half way', async () => {
    await here.ask(session(alice), MINE);
    here.answering(async () => {
      throw new Error('the island hung up after it had committed');
    });
    await expect(here.ask(session(alice), ENROL)).rejects.toThrow('hung up');
    here.answering(async () => ({ dataJson: '{"n":"new"}' }));
    expect((await here.ask(session(alice), MINE)).dataJson).toBe('{"n":"new"}');
  });

  test('asks for entities, within the mutation, past what is kept', async () => {
    let mode: string | undefined;
    here.answering(async (context) => {
      mode = context.cache?.mode;
      return { dataJson: '{}' };
    });
    await here.ask(session(alice), ENROL);
    expect(mode).toBe('no-store');
  });
});
