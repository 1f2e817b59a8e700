import { GraphQLError } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LiveAcademy, openLiveAcademy } from './live-academy.ts';
import {
  type Asked,
  openRaw,
  overEventSource,
  overMultipart,
  overSse,
  overWebSocket,
  TRANSPORTS,
  type Watch,
} from './live-clients.ts';
import { alice, carla } from './people.ts';

let graph: LiveAcademy;
const open: Watch[] = [];
beforeAll(async () => {
  graph = await openLiveAcademy();
});
afterEach(() => {
  for (const watch of open.splice(0)) watch.stop();
  graph.down.clear();
  graph.hanging.clear();
});
afterAll(() => graph[Symbol.asyncDispose]());

async function watching(over: (graph: LiveAcademy, asked: Asked) => Promise<Watch>, asked: Asked): Promise<Watch> {
  const watch = await over(graph, asked);
  open.push(watch);
  return watch;
}

describe.each(Object.entries(TRANSPORTS))('over %s', (_name, over) => {
  test('a learner sees a snapshot, then each change once and in order, with a token to go on from each', async () => {
    const certification = graph.opensCase();
    const watch = await watching(over, { variables: { id: certification.id } });
    const [snapshot] = await watch.gets(1);
    expect(snapshot).toEqual({
      data: {
        certificationStatusChanged: {
          ...certification.entries[0],
          kind: 'SNAPSHOT',
          resume: expect.stringMatching(/^[\w-]+$/),
        },
      },
      extensions: { resume: watch.events[0]?.resume },
    });
    for (let step = 0; step < 3; step += 1) await certification.moves(4);
    await watch.gets(13);
    expect(watch.seqs).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(watch.events.slice(1).every(({ kind }) => kind === 'CHANGE')).toBe(true);
    expect(watch.told.map(({ extensions }) => extensions?.['resume'])).toEqual(watch.events.map(({ resume }) => resume));
    expect(watch.end).toBeUndefined();
  });

  test('a query is answered once and completed', async () => {
    const watch = await watching(over, { query: '{ me { id displayName } }' });
    expect(await watch.ended()).toBe(over === overMultipart ? 'broken' : 'complete');
    expect(watch.told).toEqual([{ data: { me: { id: alice.userId, displayName: 'alice' } } }]);
  });

  test('a part that an island does not bring is told by a coded error with the path of the client', async () => {
    graph.down.add('courses');
    const certification = graph.opensCase();
    const watch = await watching(over, {
      query: `subscription ($id: ID!) {
        certificationStatusChanged(certificationId: $id) { seq case: certification { course { name: title } } }
      }`,
      variables: { id: certification.id },
    });
    const [first] = await watch.gets(1);
    expect(first?.data).toEqual({ certificationStatusChanged: { seq: 1, case: { course: null } } });
    expect(first?.errors).toEqual([
      {
        message: 'A part of the system does not answer; try again shortly.',
        path: ['certificationStatusChanged', 'case', 'course'],
        extensions: { code: 'UNAVAILABLE', requestId: expect.any(String), docs: '/docs/errors#UNAVAILABLE' },
      },
    ]);
    expect(first?.extensions).toEqual({ resume: expect.any(String) });
    graph.down.clear();
    await certification.moves();
    await watch.gets(2);
    expect(watch.told[1]).toMatchObject({
      data: { certificationStatusChanged: { case: { course: { name: 'Impartición de cursos presenciales' } } } },
    });
  });

  test('a subscription that cannot begin is told why, once, and is over', async () => {
    const watch = await watching(over, { variables: { id: graph.opensCase().id, after: 'forged' } });
    await watch.ended();
    expect(watch.codes).toEqual(['BAD_USER_INPUT']);
    expect(watch.told[0]?.data).toBeUndefined();
    expect(watch.closed?.code ?? 1000).toBe(1000);
  });

  test('an operation that the guard refuses is refused as over HTTP', async () => {
    const watch = await over(graph, { query: 'subscription { certificationStatusChanged(certificationId: "x") { nothing } }' });
    open.push(watch);
    if (over === overSse) return void expect(await watch.ended()).toBe('broken');
    if (over === overWebSocket) {
      await watch.ended();
      return void expect(watch.codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    }
    const raw = await openRaw(graph, {
      query: 'subscription { certificationStatusChanged(certificationId: "x") { nothing } }',
      headers: { accept: over === overMultipart ? 'multipart/mixed;subscriptionSpec=1.0' : 'text/event-stream' },
    });
    expect(raw.response.status).toBe(400);
    expect(raw.response.headers.get('content-type')).toContain('application/json');
  });
});

describe('the selection', () => {
  test('may span three islands, with aliases, fragments, variables and directives', async () => {
    const certification = graph.opensCase();
    const watch = await watching(overWebSocket, {
      query: `subscription Federated($id: ID!, $withCourse: Boolean!, $without: Boolean = true) {
        now: certificationStatusChanged(certificationId: $id) {
          __typename number: seq
          ...OfEvent
          other: certification { id }
        }
      }
      fragment OfEvent on CertificationStatusChanged {
        kind
        certification {
          __typename state: status
          ... on Certification { course @include(if: $withCourse) { ...OfCourse } }
          history(first: 1) @skip(if: $without) { edges { node { seq } } }
        }
      }
      fragment OfCourse on Course { title standards { code } instructor { who: displayName __typename } }`,
      operationName: 'Federated',
      variables: { id: certification.id, withCourse: true },
    });
    const [first] = await watch.gets(1);
    expect(first).toEqual({
      data: {
        now: {
          __typename: 'CertificationStatusChanged',
          number: 1,
          kind: 'SNAPSHOT',
          other: { id: certification.id },
          certification: {
            __typename: 'Certification',
            state: 'SUBMITTED',
            course: {
              title: 'Impartición de cursos presenciales',
              standards: [{ code: 'EC0217.01' }],
              instructor: { who: 'carla', __typename: 'User' },
            },
          },
        },
      },
      extensions: { resume: expect.any(String) },
    });
  });

  test('leaves out what a variable excludes, and asks no island for it', async () => {
    const certification = graph.opensCase();
    graph.calls.length = 0;
    const watch = await watching(overSse, {
      query: `subscription ($id: ID!, $full: Boolean!) {
        certificationStatusChanged(certificationId: $id) { seq certification @include(if: $full) { course { title } } }
      }`,
      variables: { id: certification.id, full: false },
    });
    const [first] = await watch.gets(1);
    expect(first?.data).toEqual({ certificationStatusChanged: { seq: 1 } });
    expect(graph.calls.filter(({ query }) => query.includes('_entities'))).toEqual([]);
  });

  test('of scalars alone makes no call to an island beyond the look at the log', async () => {
    const certification = graph.opensCase();
    const watch = await watching(overWebSocket, { variables: { id: certification.id } });
    await watch.gets(1);
    const isLive = ({ query }: { query: string }) => !query.includes('GatewayTenantDirectory');
    const before = graph.calls.filter(isLive).length;
    await certification.moves(20);
    await watch.gets(21);
    expect(graph.calls.filter(isLive).length).toBe(before);
  });

  test('is answered under the rights of the viewer, and with the id of her request', async () => {
    const certification = graph.opensCase();
    graph.calls.length = 0;
    const watch = await watching(overEventSource, {
      as: carla,
      headers: { 'x-request-id': 'request-of-carla' },
      query: `subscription ($id: ID!) {
        certificationStatusChanged(certificationId: $id) { certification { course { instructor { email } } } }
      }`,
      variables: { id: certification.id },
    });
    const [first] = await watch.gets(1);
    expect(first?.errors).toEqual([
      {
        message: 'Not for this persona.',
        path: ['certificationStatusChanged', 'certification', 'course', 'instructor', 'email'],
        extensions: { code: 'FORBIDDEN', requestId: 'request-of-carla', docs: '/docs/errors#FORBIDDEN' },
      },
    ]);
    const mine = graph.calls.filter(({ context }) => context.requestId === 'request-of-carla');
    expect(new Set(mine.map(({ island }) => island))).toEqual(new Set(['certification', 'courses', 'users']));
    expect(mine.every(({ context }) => context.principal.kind === 'user' && context.principal.userId === carla.userId)).toBe(
      true,
    );
  });

  test('that the island of the certification itself refuses in part is told under the names of the client', async () => {
    const certification = graph.opensCase();
    graph.planted.set('Certification.folio', () => {
      throw new GraphQLError('Not for this persona.', { extensions: { code: 'FORBIDDEN' } });
    });
    const watch = await watching(overSse, {
      query: `subscription ($id: ID!) {
        now: certificationStatusChanged(certificationId: $id) { seq case: certification { number: folio state: status } }
      }`,
      variables: { id: certification.id },
    });
    const [first] = await watch.gets(1);
    graph.planted.delete('Certification.folio');
    expect(first?.data).toEqual({ now: { seq: 1, case: { number: null, state: 'SUBMITTED' } } });
    expect(first?.errors).toMatchObject([{ path: ['now', 'case', 'number'], extensions: { code: 'FORBIDDEN' } }]);
  });

  test('that an island never answers is told with TIMEOUT, and the changes go on', async () => {
    graph.hanging.add('courses');
    const certification = graph.opensCase();
    const watch = await watching(overWebSocket, {
      query: `subscription ($id: ID!) {
        certificationStatusChanged(certificationId: $id) { seq certification { course { title } } }
      }`,
      variables: { id: certification.id },
    });
    await watch.gets(1);
    expect(watch.codes).toEqual(['TIMEOUT']);
    graph.hanging.clear();
    await certification.moves();
    await watch.gets(2);
    expect(watch.told[1]).toMatchObject({ data: { certificationStatusChanged: { seq: 2 } } });
    expect(watch.told[1]?.errors).toBeUndefined();
  });

  test('may stand in a fragment on the root, with defaults of variables', async () => {
    const certification = graph.opensCase();
    const watch = await watching(overWebSocket, {
      query: `subscription ($id: ID! = "${certification.id}") { ...Root }
        fragment Root on Subscription { certificationStatusChanged(certificationId: $id) { seq } }`,
    });
    expect(await watch.gets(1)).toMatchObject([{ data: { certificationStatusChanged: { seq: 1 } } }]);
  });
});
