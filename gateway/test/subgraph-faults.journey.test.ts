import { createHttpTransport, type IslandTransport } from '@academy/platform/topology';
import { type FaultProxy, openFaultProxy, type ProxyFault } from '@academy/testing/fault-proxy';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveIslands } from './island-server.ts';
import { alice, carla } from './people.ts';
import { openGateway } from './running-gateway.ts';

type Gateway = Awaited<ReturnType<typeof openGateway>>;
type Islands = Awaited<ReturnType<typeof serveIslands>>;

/** Long enough for the breaker to count a deadline that passes: a second. */
const DEADLINE_MS = 1_500;
const QUERY = '{ me { displayName } courses(first: 1) { edges { node { title level } } } }';
const COURSES = { edges: [{ node: { title: 'Impartición de cursos presenciales', level: 'BASIC' } }] };
const ENROL =
  'mutation { courseEnroll(input: { courseId: "01956f00-0000-7000-8000-00000000c001", idempotencyKey: "once" }) { __typename } }';
/** What no client may ever read of a subgraph. */
const INTERNALS = /127\.0\.0\.1|localhost|:\d{4,5}|subgraph|ECONN|socket|status|JSON|secret-of-the-body|UND_ERR|redirect/i;

const BREAKER = 'academy_gateway_subgraph_breaker{subgraph="courses"';

let graph: Gateway;
let islands: Islands;
let courses: FaultProxy;
let transport: IslandTransport;

/** A gateway of its own for each test: what one breaker learned is not the next test's business. Only `courses` is behind the proxy. */
beforeEach(async () => {
  graph = await openGateway({
    config: { requestDeadlineMs: DEADLINE_MS },
    async transportTo(academy) {
      islands = await serveIslands(academy.transport);
      courses = await openFaultProxy(islands);
      const direct = (island: string) => `${islands.url}/${island}`;
      transport = createHttpTransport({
        urls: {
          users: direct('users'),
          courses: `${courses.url}/courses`,
          certification: direct('certification'),
          conocer: direct('conocer'),
          analytics: direct('analytics'),
        },
        signingKeys: [TEST_SIGNING_KEY],
      });
      return transport;
    },
  });
  expect((await graph.ask(alice, QUERY)).body).toEqual({ data: { me: { displayName: 'alice' }, courses: COURSES } });
});
afterEach(async () => {
  courses.fault = 'reset';
  await graph[Symbol.asyncDispose]();
  await courses[Symbol.asyncDispose]();
  await islands[Symbol.asyncDispose]();
  await transport.close();
});

/** An answer within the deadline: hers whole, what came of the courses, and why the rest did not. */
async function askUnder(fault: ProxyFault, person: typeof alice = alice) {
  courses.fault = fault;
  const { status, body } = await graph.ask(person, QUERY);
  expect(status).toBe(200);
  expect(JSON.stringify(body)).not.toMatch(INTERNALS);
  return body;
}

function expectPartial(body: Awaited<ReturnType<typeof askUnder>>, code: string) {
  expect(body.data).toEqual({ me: { displayName: 'alice' }, courses: null });
  expect(body.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['courses'], code]]);
}

describe('F32: a subgraph that misbehaves costs its own part of an answer, and says so by a code', () => {
  const body = '{"secret-of-the-body":"at postgres://users@10.0.0.3"}';
  const huge = Buffer.from(`{"data":{"courses":"${'x'.repeat(64 * 1024 * 1024)}"}}`);
  test.each<[string, ProxyFault, string]>([
    ['answers 500', { status: 500, body }, 'UNAVAILABLE'],
    ['answers 503, try after try', { status: 503, body }, 'UNAVAILABLE'],
    ['answers 401', { status: 401, body }, 'UNAVAILABLE'],
    ['hangs', 'hang', 'TIMEOUT'],
    ['resets the connection', 'reset', 'UNAVAILABLE'],
    ['answers a byte now and then', 'drip', 'TIMEOUT'],
    ['answers with bytes turned over', 'corrupt', 'UNAVAILABLE'],
    ['answers half', 'truncated', 'UNAVAILABLE'],
    ['answers 64 MiB', { status: 200, body: huge }, 'UNAVAILABLE'],
    [
      'answers HTML with 200',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>secret-of-the-body</html>' },
      'UNAVAILABLE',
    ],
    ['answers JSON that is no GraphQL', { status: 200, body }, 'UNAVAILABLE'],
    ['answers neither data nor errors', { status: 200, body: '{"data":null}' }, 'UNAVAILABLE'],
  ])('it %s', async (_name, fault, code) => {
    expectPartial(await askUnder(fault), code);
    courses.fault = 'none';
    expect((await graph.ask(alice, QUERY)).body).toEqual({ data: { me: { displayName: 'alice' }, courses: COURSES } });
  });

  test('it answers a byte at a time, and is understood', async () => {
    expect(await askUnder('slices')).toEqual({ data: { me: { displayName: 'alice' }, courses: COURSES } });
  });

  test('it answers with an error that quotes itself', async () => {
    const errors = [{ message: 'at postgres://secret-of-the-body', path: ['courses'], extensions: { code: 'OOPS' } }];
    expectPartial(await askUnder({ status: 200, body: JSON.stringify({ data: { courses: null }, errors }) }), 'INTERNAL');
  });

  test('a query is sent three times at most, and a mutation exactly once, whether or not it was done', async () => {
    courses.fault = { status: 503, body };
    const asked = courses.requests;
    await graph.ask(alice, QUERY);
    expect(courses.requests - asked).toBe(3);
    for (const fault of ['reset', 'truncated', { status: 503, body }] as const) {
      courses.fault = fault;
      const before = courses.requests;
      const { body: enrolled } = await graph.ask(alice, ENROL);
      expect(enrolled.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
        [['courseEnroll'], 'UNAVAILABLE'],
      ]);
      expect(courses.requests - before).toBe(1);
    }
    // Two of the three were handed on and done, though nobody heard of it.
    expect(islands.asked.filter(({ query }) => query.includes('courseEnroll'))).toHaveLength(2);
  });
});

describe('at the same time, queries of one session', () => {
  /** Asks four queries while the courses wait; answers what came, and how often the courses were asked. */
  async function askAtOnce(queryOf: (index: number) => string, isJoined: string) {
    const answer = Promise.withResolvers<void>();
    graph.planted.set('Course.title', async () => {
      await answer.promise;
      return 'Impartición de cursos presenciales';
    });
    const authorization = `Bearer ${await graph.tokenOf(alice)}`;
    const ask = (index: number) =>
      graph.send('/t/raices/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: queryOf(index) }),
      });
    const [joinedBefore, before] = [(await measure(isJoined)) ?? 0, courses.requests];
    const asked = [1, 2, 3, 4].map(ask);
    await expect.poll(() => measure(isJoined)).toBe(joinedBefore + 3);
    answer.resolve();
    const answers = await Promise.all(asked);
    return { answers: answers.map(({ body }) => body), asked: courses.requests - before };
  }

  test('that are identical are one execution', async () => {
    const { answers, asked } = await askAtOnce(() => QUERY, 'academy_gateway_executions_joined_total');
    for (const body of answers) expect(body).toEqual({ data: { me: { displayName: 'alice' }, courses: COURSES } });
    expect(asked).toBe(1);
  });

  test('that ask the same of a subgraph are one call of it', async () => {
    const queryOf = (index: number) => QUERY.replace('{', `{ is${index}: __typename`);
    const { answers, asked } = await askAtOnce(queryOf, 'academy_gateway_subgraph_joined_total{subgraph="courses"');
    for (const body of answers) expect(body.data).toMatchObject({ me: { displayName: 'alice' }, courses: COURSES });
    expect(asked).toBe(1);
  });
});

describe('F33: a subgraph that answers 307', () => {
  test('sends no request elsewhere: neither the tenant nor the body leaves', async () => {
    await using elsewhere = await openFaultProxy(islands);
    for (const status of [301, 302, 303, 307, 308]) {
      expectPartial(
        await askUnder({ status, headers: { location: `${elsewhere.url}/courses/graphql` }, body: '{}' }),
        'UNAVAILABLE',
      );
    }
    expect(elsewhere.requests).toBe(0);
  });
});

describe('F34: a partition between gateway and subgraph', () => {
  test('is answered by each deadline, then at once by the breaker, and is over when it heals', async () => {
    courses.fault = 'partition';
    const during = await Promise.all(Array.from({ length: 6 }, (_, count) => graph.ask(count % 2 === 0 ? alice : carla, QUERY)));
    for (const { status, body } of during) {
      expect(status).toBe(200);
      expect(body.data).toMatchObject({ me: {}, courses: null });
      expect(body.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['courses'], 'TIMEOUT']]);
      expect(JSON.stringify(body)).not.toMatch(INTERNALS);
    }
    // Deadlines that passed opened the breaker: nobody waits for them any more.
    expectPartial((await graph.ask(alice, QUERY)).body, 'UNAVAILABLE');
    expect(await measure(BREAKER)).toBe(2);

    courses.fault = 'none';
    await expect
      .poll(async () => (await graph.ask(alice, QUERY)).body, { timeout: 15_000, interval: 200 })
      .toEqual({ data: { me: { displayName: 'alice' }, courses: COURSES } });
    expect(await measure(BREAKER)).toBe(0);
  });
});

/** The value of a measure, by the beginning of its line. */
async function measure(beginning: string): Promise<number | undefined> {
  const text = await (await fetch(`${graph.url}/metrics`)).text();
  const line = text.split('\n').find((one) => one.startsWith(beginning));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}
