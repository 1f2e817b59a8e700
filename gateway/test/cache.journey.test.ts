import { coursePublished, type DomainEvent } from '@academy/contracts';
import { eventStreamKey, toEntry } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alice, type carla, diego } from './people.ts';
import { openGateway } from './running-gateway.ts';

type Running = Awaited<ReturnType<typeof openGateway>>;
let graph: Running;
beforeAll(async () => {
  graph = await openGateway({ config: { isCacheOn: true } });
});
afterAll(() => graph[Symbol.asyncDispose]());

const CATALOGUE = '{ courses(first: 5) { edges { node { title level } } } }';
const askedCourses = () => graph.calls.filter(({ island }) => island === 'courses').length;

/** Asks until the answer comes from what is kept. */
async function askUntilKept(person: typeof alice | typeof carla | undefined, query: string, more: { tenant?: string } = {}) {
  let got = await graph.ask(person, query, more);
  await expect
    .poll(async () => {
      got = await graph.ask(person, query, more);
      return got.headers.get('age');
    })
    .not.toBeNull();
  return got;
}

test('the catalogue is answered from what is kept, with its age, to everyone of the tenant', async () => {
  const first = await graph.ask(undefined, CATALOGUE);
  expect(first.headers.get('cache-control')).toMatch(/^max-age=300, public$|^no-store$/);
  const visitors = await askUntilKept(undefined, CATALOGUE);
  expect(visitors.headers.get('cache-control')).toBe('max-age=300, public');
  expect(visitors.body).toEqual(first.body);
  const before = askedCourses();
  const hers = await askUntilKept(alice, CATALOGUE);
  expect(hers.headers.get('cache-control')).toBe('max-age=300, private');
  expect(hers.body).toEqual(first.body);
  expect(askedCourses()).toBe(before);
  for (const header of ['accept', 'authorization', 'x-tenant-id']) expect(hers.headers.get('vary')).toContain(header);
});

test('courses and standards are kept also for an answer that is not, and are asked for again where it must be new', async () => {
  const mine =
    '{ me { displayName certifications(first: 5) { edges { node { status course { title standards { code } } } } } } }';
  const asked = (island: string) => graph.calls.filter((call) => call.island === island).length;
  const first = await graph.ask(alice, mine);
  const ask = async (headers: Record<string, string> = {}) => {
    const before = { conocer: asked('conocer'), certification: asked('certification') };
    const { body, headers: got } = await graph.ask(alice, mine, { headers });
    expect(body).toEqual(first.body);
    expect(got.get('cache-control')).toBe('no-store');
    return { conocer: asked('conocer') - before.conocer, certification: asked('certification') - before.certification };
  };
  await expect.poll(() => ask()).toEqual({ conocer: 0, certification: 1 });
  expect(await ask({ 'cache-control': 'no-cache' })).toEqual({ conocer: 1, certification: 1 });
});

test('another tenant has its own', async () => {
  await askUntilKept(undefined, CATALOGUE);
  graph.planted.set('Course.title', () => 'Curso de otra academia');
  const { body } = await graph.ask(undefined, CATALOGUE, { tenant: diego.tenantSlug });
  graph.planted.delete('Course.title');
  expect(JSON.stringify(body)).toContain('Curso de otra academia');
  expect(JSON.stringify((await askUntilKept(undefined, CATALOGUE)).body)).not.toContain('Curso de otra academia');
});

test('who wants it fresh gets it fresh', async () => {
  await askUntilKept(alice, CATALOGUE);
  const before = askedCourses();
  const fresh = await graph.ask(alice, CATALOGUE, { headers: { 'cache-control': 'no-cache' } });
  expect(fresh.headers.get('age')).toBeNull();
  const unkept = await graph.ask(alice, CATALOGUE, { headers: { 'cache-control': 'no-store' } });
  expect(unkept.headers.get('cache-control')).toBe('no-store');
  expect(askedCourses()).toBe(before + 2);
});

test('an answer that also tells its cost comes from what is kept, and is not to be stored on the way', async () => {
  await askUntilKept(undefined, CATALOGUE);
  const before = askedCourses();
  const told = await graph.ask(undefined, CATALOGUE, { headers: { 'x-academy-cost': '1' } });
  expect(told.body).toHaveProperty('extensions.cost');
  expect(told.headers.get('cache-control')).toBe('no-store');
  expect(askedCourses()).toBe(before);
});

test('a course that is published shows at once', async () => {
  await askUntilKept(undefined, CATALOGUE);
  graph.planted.set('Course.title', () => 'Huerto educativo');
  const courseId = newId();
  const event: DomainEvent = {
    id: newId(),
    type: coursePublished.type,
    tenantId: alice.tenantId,
    subject: courseId,
    occurredAt: new Date().toISOString(),
    data: { courseId, slug: 's', title: 't', standardCode: null, instructorId: newId(), priceMxn: 0 },
  };
  await graph.redis.commands.xadd(eventStreamKey(graph.redis, 'courses'), '*', ...toEntry(event, TEST_SIGNING_KEY));
  await expect.poll(async () => JSON.stringify((await graph.ask(undefined, CATALOGUE)).body)).toContain('Huerto educativo');
  const justNow = await graph.ask(undefined, CATALOGUE);
  expect(justNow.headers.get('cache-control')).toBe('no-store');
  graph.planted.delete('Course.title');
});

test.each([
  ['what belongs to a person', '{ me { displayName } }'],
  ['a catalogue that shows persons', '{ courses(first: 1) { edges { node { title instructor { displayName } } } } }'],
  ['an answer with an error', '{ me { email } }'],
  ['a refusal', '{ nothing }'],
])('%s is not to be stored by anybody', async (_name, query) => {
  for (let n = 0; n < 2; n += 1) {
    const { headers } = await graph.ask(alice, query);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('age')).toBeNull();
  }
});

test('what is kept and what is not is counted', async () => {
  const { text } = await fetch(`${graph.url}/metrics`).then(async (response) => ({ text: await response.text() }));
  expect(text).toMatch(/academy_gateway_cache_reads_total\{kind="response",result="hit",process="gateway"\} [1-9]/);
  expect(text).toMatch(/academy_gateway_cache_stores_total\{kind="response",result="stored",process="gateway"\} [1-9]/);
  expect(text).toMatch(/academy_gateway_cache_marks_total\{cause="event",process="gateway"\} [1-9]/);
});

test('a gateway without a cache keeps nothing', async () => {
  await using plain = await openGateway();
  for (let n = 0; n < 2; n += 1) {
    const { headers, status } = await plain.ask(undefined, CATALOGUE);
    expect({ status, cache: headers.get('cache-control') }).toEqual({ status: 200, cache: 'no-store' });
  }
  expect(plain.calls.filter(({ island }) => island === 'courses')).toHaveLength(2);
});
