import { GraphQLError } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { alice, carla, diego, raices } from './people.ts';
import { openGateway } from './running-gateway.ts';

type Running = Awaited<ReturnType<typeof openGateway>>;
let graph: Running;

beforeAll(async () => {
  graph = await openGateway({ config: { requestDeadlineMs: 1_000 } });
});
afterEach(() => {
  graph.planted.clear();
  graph.down.clear();
  graph.hanging.clear();
  graph.calls.length = 0;
});
afterAll(() => graph[Symbol.asyncDispose]());

const SPANNING = `query Mine {
  me { displayName certifications(first: 5) { edges { node { status course { title instructor { displayName } standards { code } } } } } }
}`;

describe('a query', () => {
  test('spans islands: from the learner through her certification to the course, its instructor and its standards', async () => {
    const { status, body, headers } = await graph.ask(alice, SPANNING);
    expect(body).toEqual({
      data: {
        me: {
          displayName: 'alice',
          certifications: {
            edges: [
              {
                node: {
                  status: 'SUBMITTED',
                  course: {
                    title: 'Impartición de cursos presenciales',
                    instructor: { displayName: 'carla' },
                    standards: [{ code: 'EC0217.01' }],
                  },
                },
              },
            ],
          },
        },
      },
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('reaches every island as the person who asks, with the id of her request', async () => {
    await graph.ask(alice, SPANNING, { headers: { 'x-request-id': 'request-of-alice' } });
    const asked = graph.calls.filter(({ query }) => !query.includes('tenantDirectory'));
    expect(new Set(asked.map(({ island }) => island))).toEqual(new Set(['users', 'certification', 'courses', 'conocer']));
    for (const { context } of asked) {
      expect(context.requestId).toBe('request-of-alice');
      expect(context.principal).toMatchObject({ kind: 'user', userId: alice.userId, tenantId: raices.id, persona: 'learner' });
    }
  });

  test('of the catalogue needs no login', async () => {
    const { status, body } = await graph.ask(undefined, '{ tenant { name } courses(first: 5) { edges { node { title } } } }');
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ tenant: { name: 'Academia Raíces' } });
  });

  test('of anything else does, and is not planned without', async () => {
    const { status, body, headers } = await graph.ask(undefined, '{ tenant { name } me { id } }');
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(body).not.toHaveProperty('data');
    expect(graph.calls.filter(({ query }) => !query.includes('tenantDirectory'))).toEqual([]);
  });

  test('cannot reach what is not part of the public schema', async () => {
    const { status, body } = await graph.ask(carla, '{ tenantDirectory { edges { node { slug } } } }');
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('may be sent with GET', async () => {
    const query = encodeURIComponent('query ($id: ID!) { user(id: $id) { displayName } }');
    const variables = encodeURIComponent(JSON.stringify({ id: carla.userId }));
    const { status, body } = await graph.send(`/t/raices/graphql?query=${query}&variables=${variables}`, {
      headers: { authorization: `Bearer ${await graph.tokenOf(alice)}`, 'apollo-require-preflight': '1' },
    });
    expect(status).toBe(200);
    expect(body.data).toEqual({ user: { displayName: 'carla' } });
  });

  test('that doubles its fragments 60 times is refused at once', async () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on User { a: tenant { id } ...F${i + 1} ...G${i} } fragment G${i} on User { ...F${i + 1} }`,
    );
    const { status, body } = await graph.ask(alice, `{ me { ...F0 } } ${fragments.join(' ')} fragment F60 on User { id }`);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions.code).toBe('QUERY_TOO_COMPLEX');
  });

  test('may not cost more than its tenant allows', async () => {
    const { body } = await graph.ask(
      alice,
      '{ courses(first: 100) { edges { node { id title summary level priceMxn slug instructor { id displayName } standards { id code title level sector committee } modules { id title lessons { id title } } } } } }',
    );
    expect(body.errors?.[0]).toMatchObject({
      extensions: { code: 'QUERY_TOO_COMPLEX' },
      message: expect.stringContaining('may cost 2000'),
    });
  });
});

describe('a mutation', () => {
  const MUTATION = 'mutation { profileUpdate(input: { displayName: "Alicia" }) { ... on ProfileUpdateSuccess { user { id } } } }';

  test('is executed for the person who asks', async () => {
    const { status, body } = await graph.ask(alice, MUTATION);
    expect(status).toBe(200);
    expect(body.data).toEqual({ profileUpdate: { user: { id: alice.userId } } });
  });

  test('is not taken from a GET', async () => {
    const { status, headers } = await graph.send(`/t/raices/graphql?query=${encodeURIComponent(MUTATION)}`, {
      headers: { authorization: `Bearer ${await graph.tokenOf(alice)}`, 'apollo-require-preflight': '1' },
    });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('POST');
    expect(graph.calls.filter(({ query }) => query.includes('profileUpdate'))).toEqual([]);
  });
});

test('a subscription is told which transports there are', async () => {
  const { status, body } = await graph.ask(alice, 'subscription { certificationStatusChanged(certificationId: "x") { seq } }');
  expect(status).toBe(400);
  expect(body.errors?.[0]?.message).toContain('text/event-stream');
});

describe('when an island is away', () => {
  test('the rest of the answer stands, and what is missing is named by path and code, not by island', async () => {
    graph.down.add('certification');
    const { status, body } = await graph.ask(alice, SPANNING);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ me: { displayName: 'alice', certifications: null } });
    expect(body.errors).toEqual([
      {
        message: 'A part of the system does not answer; try again shortly.',
        path: ['me'],
        extensions: { code: 'UNAVAILABLE', requestId: expect.any(String), docs: '/docs/errors#UNAVAILABLE' },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/internal|ECONNREFUSED|4000/);
    expect(graph.log.join('')).toContain('ECONNREFUSED');
  });

  test('an answer that was to come from it alone says so for each field', async () => {
    graph.down.add('courses');
    const { status, body } = await graph.ask(
      alice,
      '{ first: courses(first: 1) { edges { cursor } } second: courses(first: 2) { edges { cursor } } }',
    );
    expect(status).toBe(200);
    expect(body.data).toEqual({ first: null, second: null });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['first'], 'UNAVAILABLE'],
      [['second'], 'UNAVAILABLE'],
    ]);
  });

  test('an island that hangs is waited for until the deadline of the request, and the rest is delivered', async () => {
    graph.hanging.add('certification');
    const startedAt = Date.now();
    const { body } = await graph.ask(alice, SPANNING);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect(body.data).toMatchObject({ me: { displayName: 'alice' } });
    expect(body.errors?.[0]?.extensions.code).toBe('TIMEOUT');
  });
});

describe('what an island says of itself', () => {
  test('stays inside when it is no answer for clients', async () => {
    graph.planted.set('User.displayName', () => {
      throw new Error('relation "users" does not exist at postgres://users@10.0.0.3/users');
    });
    const { body } = await graph.ask(alice, '{ me { id email displayName } }');
    expect(JSON.stringify(body)).not.toMatch(/relation|postgres|serviceName/);
    const masked = body.errors?.find(({ extensions }) => extensions.code === 'INTERNAL');
    expect(masked?.extensions.id).toBeDefined();
    expect(graph.log.join('')).toContain(masked?.extensions.id);
  });

  test('is passed on when it is', async () => {
    const { body } = await graph.ask(alice, '{ me { id email } }');
    expect(body.data).toEqual({ me: { id: alice.userId, email: null } });
    expect(body.errors).toEqual([
      {
        message: 'Not for this persona.',
        path: ['me', 'email'],
        extensions: { code: 'FORBIDDEN', requestId: expect.any(String), docs: '/docs/errors#FORBIDDEN' },
      },
    ]);
  });

  test('under a code that is the guard’s alone is a mistake of ours', async () => {
    graph.planted.set('User.email', () => {
      throw new GraphQLError('Cannot query field', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
    });
    const { body } = await graph.ask(alice, '{ me { id email } }');
    expect(body.errors?.[0]?.extensions.code).toBe('INTERNAL');
  });

  test('may not lose data in silence: a promised value that never came is an error', async () => {
    graph.planted.set('Course.instructor', () => ({ __typename: 'User', id: diego.userId }));
    const { body } = await graph.ask(alice, '{ courses(first: 1) { edges { node { title instructor { displayName } } } } }');
    expect(body.data).toMatchObject({ courses: { edges: [{ node: { instructor: null } }] } });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['courses', 'edges', 0, 'node', 'instructor', 'displayName'], 'NOT_FOUND'],
    ]);
  });
});

test('the log of a request tells tenant, persona, operation and outcome, and nothing about the person', async () => {
  graph.log.length = 0;
  await graph.ask(alice, 'query Mine { me { displayName } }', { headers: { 'x-request-id': 'request-in-log' } });
  const line = graph.log
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .find(({ requestId }) => requestId === 'request-in-log');
  expect(line).toMatchObject({
    tenant: raices.id,
    persona: 'learner',
    operation: 'Mine',
    kind: 'query',
    status: 200,
    cost: 1,
    ms: expect.any(Number),
  });
  expect(JSON.stringify(line)).not.toContain(alice.userId);
});
