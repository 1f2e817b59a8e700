import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootGraph, type Graph } from '../src/boot-graph.ts';
import type { Loose } from '../src/loose.ts';
import * as operations from '../src/operations.ts';
import type { Person } from '../src/person.ts';
import { until } from '../src/until.ts';

describe.each(['in-process', 'http'] as const)('two tenants on one graph (islands called %s)', (calls) => {
  let graph: Graph;
  let certificationId: string;
  let enrollmentId: string;
  let courseId: string;
  beforeAll(async () => {
    graph = await bootGraph({ calls });
    enrollmentId = await graph.alice.completesCourse('instalacion-fotovoltaica');
    certificationId = await graph.alice.certificationOf(enrollmentId);
    const { courses } = await graph.alice.gets('{ courses(first: 1) { edges { node { id } } } }');
    courseId = courses.edges[0].node.id;
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test('the tenant is found by header, by path and by subdomain', async () => {
    const ask = async (url: string, headers: Record<string, string>) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"query":"{ tenant { slug } }"}',
      });
      return ((await response.json()) as Loose).data.tenant.slug as string;
    };
    expect(await ask(graph.url, { 'x-tenant-id': 'solaris' })).toBe('solaris');
    expect(await ask(graph.url.replace('/graphql', '/t/solaris/graphql'), {})).toBe('solaris');
    expect(await askHost(graph.url, 'solaris.localhost')).toContain('"slug":"solaris"');
  });

  test('a token of one tenant, an unknown tenant and contradicting sources get one and the same refusal', async () => {
    const answers = [
      await graph.alice.asks('{ me { id } }', {}, { 'x-tenant-id': 'solaris' }),
      await graph.alice.asks('{ me { id } }', {}, { 'x-tenant-id': 'nowhere' }),
    ];
    const bodies = answers.map((answer) => ({ status: answer.status, codes: answer.codes, data: answer.data }));
    expect(bodies).toEqual([bodies[0], bodies[0]]);
    expect(bodies[0]).toEqual({ status: 403, codes: ['TENANT_MISMATCH'], data: null });
  });

  test('what belongs to the other tenant is not there: the same answer as for an id that nobody has', async () => {
    const nobodys = '01890000-0000-7000-8000-000000000000';
    const fabian = await graph.person('solaris', 'fabian', 'admin');
    for (const [field, id] of [
      ['certification', certificationId],
      ['enrollment', enrollmentId],
      ['course', courseId],
      ['user', (await graph.alice.gets('{ me { id } }')).me.id],
    ] as const) {
      const query = `query ($id: ID!) { ${field}(id: $id) { id } }`;
      const foreign = await fabian.asks(query, { id });
      const unknown = await fabian.asks(query, { id: nobodys });
      expect({ field, ...comparable(foreign) }).toEqual({ field, ...comparable(unknown) });
      expect(foreign.data?.[field] ?? null).toBeNull();
    }
  });

  test('a mutation cannot reach into the other tenant', async () => {
    const enrolled = await graph.diego.gets(operations.ENROLL, { input: { courseId, idempotencyKey: 'x' } });
    expect(enrolled.courseEnroll.__typename).toBe('NotFoundError');
    const camilo = await graph.person('solaris', 'camilo', 'certifier');
    const proposed = await camilo.gets(operations.PROPOSE_REVOCATION, {
      input: { certificationId, reason: 'no es mía', idempotencyKey: 'x' },
    });
    expect(proposed.certificationRevocationPropose.__typename).toBe('NotFoundError');
  });

  test('a subscription cannot either', async () => {
    const elena = await graph.person('solaris', 'elena', 'evaluator');
    for (const over of ['websocket', 'sse'] as const) {
      const watch = elena.watches(certificationId, { over });
      expect(JSON.stringify(await watch.ended())).toContain('NOT_FOUND');
      expect(watch.events).toEqual([]);
      watch.stop();
    }
  });

  test('lists of one tenant and of the other have nothing in common', async () => {
    const ids = async (person: Person) =>
      new Set(
        (await person.gets('{ courses(first: 100) { edges { node { id } } } }')).courses.edges.map(
          (edge: Loose) => edge.node.id as string,
        ),
      );
    const [ours, theirs] = [await ids(graph.alice), await ids(graph.diego)];
    expect(ours.size).toBeGreaterThanOrEqual(6);
    expect([...ours].filter((id) => theirs.has(id))).toEqual([]);
  });

  test('standards are the same for both: they are the register’s', async () => {
    const query = '{ standard(code: "EC0325") { id code title level sector } }';
    expect(await graph.diego.gets(query)).toEqual(await graph.alice.gets(query));
  });
});

describe('personas', () => {
  let graph: Graph;
  let certificationId: string;
  beforeAll(async () => {
    graph = await bootGraph();
    certificationId = await graph.alice.certificationOf(await graph.alice.completesCourse('instalacion-fotovoltaica'));
  });
  afterAll(() => graph[Symbol.asyncDispose]());

  test.each([
    ['learner-05', 'learner', false],
    ['ines', 'instructor', false],
    ['mateo', 'mentor', false],
    ['bruno', 'evaluator', false],
    ['violeta', 'verifier', false],
    ['celia', 'certifier', true],
    ['noe', 'centre_admin', true],
    ['carla', 'admin', true],
    ['aurelio', 'auditor', false],
    ['ana', 'analyst', false],
    ['emma', 'employer', false],
  ] as const)('%s, %s, may see somebody’s certification: %s', async (key, persona, may) => {
    const person = await graph.person('raices', key, persona);
    const answer = await person.asks('query ($id: ID!) { certification(id: $id) { id } }', { id: certificationId });
    expect((answer.data as Loose)?.certification?.id ?? null).toBe(may ? certificationId : null);
    if (!may) expect(answer.codes).toEqual([expect.stringMatching(/NOT_FOUND|FORBIDDEN/)]);
  });

  test.each([
    ['learner-05', 'learner'],
    ['bruno', 'evaluator'],
    ['ines', 'instructor'],
    ['emma', 'employer'],
  ] as const)('%s, %s, gets no report', async (key, persona) => {
    const answer = await (await graph.person('raices', key, persona)).asks(operations.REPORT);
    expect(answer.codes).toContain('FORBIDDEN');
    expect((answer.data as Loose)?.completionReport ?? null).toBeNull();
  });

  test('a visitor reads the catalogue and the register, and is asked to sign in for anything else', async () => {
    const visitor = graph.visitor('raices');
    const { courses, standards } = await visitor.gets(
      '{ courses(first: 2) { edges { node { title instructor { displayName } } } } standards(first: 2) { edges { node { code } } } }',
    );
    expect(courses.edges[0].node.instructor.displayName).toBe('Inés Quiroz');
    expect(standards.edges).toHaveLength(2);
    const refused = await visitor.asks(operations.ABOUT_ME);
    expect([refused.status, refused.codes]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  test('an evaluator never sees a learner’s score', async () => {
    const bruno = await graph.person('raices', 'bruno', 'evaluator');
    const answer = await bruno.asks(
      'query ($id: ID!) { certification(id: $id) { enrollment { id assessmentResult { scorePercent } } } }',
      { id: certificationId },
    );
    expect(JSON.stringify(answer.data)).not.toMatch(/scorePercent":\s*\d/);
  });

  test('personal data of others stays hidden from a learner', async () => {
    const other = await graph.person('raices', 'learner-06', 'learner');
    const { me } = await other.gets('{ me { id } }');
    const answer = await graph.alice.asks('query ($id: ID!) { user(id: $id) { id email curpMasked fullName } }', { id: me.id });
    expect((answer.data as Loose)?.user ?? null).toBeNull();
  });

  test('an admin ends a learner’s sessions: her token is refused, and her open subscription ends', async () => {
    const learner = await graph.person('raices', 'learner-08', 'learner');
    const id = await learner.certificationOf(await learner.completesCourse('instalacion-fotovoltaica'));
    const watch = learner.watches(id);
    await watch.sees('the snapshot', () => true);
    const { me } = await learner.gets('{ me { id } }');
    const revoked = await graph.carla.gets(
      'mutation ($input: UserAccessRevokeInput!) { userAccessRevoke(input: $input) { __typename } }',
      { input: { userId: me.id, reason: 'Equipo extraviado' } },
    );
    expect(revoked.userAccessRevoke.__typename).toBe('UserAccessRevokeSuccess');
    await watch.ended();
    await until('the token to be refused', async () => ((await learner.asks('{ me { id } }')).status === 401 ? true : undefined));
    watch.stop();
  });
});

/** Asks under a host name of one's own choice, whether or not the machine can resolve it. */
function askHost(url: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', headers: { host, 'content-type': 'application/json' } }, (response) => {
      resolve(text(response));
    });
    asking.on('error', reject);
    asking.end('{"query":"{ tenant { slug } }"}');
  });
}

function comparable(answer: { status: number; codes: readonly string[]; text: string }) {
  return { status: answer.status, codes: answer.codes, text: answer.text.replaceAll(/"requestId":"[^"]*"/g, '') };
}
