import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler } from '@apollo/client/incremental';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

let graph: Awaited<ReturnType<typeof openGateway>>;

beforeAll(async () => {
  graph = await openGateway({ config: { requestDeadlineMs: 1_500 } });
});
afterEach(() => {
  graph.planted.clear();
  graph.hanging.clear();
  graph.calls.length = 0;
});
afterAll(() => graph[Symbol.asyncDispose]());

const DEFERRED = `query Mine { me { displayName ...Certifications @defer(label: "certifications") } }
fragment Certifications on User { certifications(first: 5) { edges { node { status } } } }`;
const FIRST = { me: { displayName: 'alice' } };
const LATER = { certifications: { edges: [{ node: { status: 'SUBMITTED' } }] } };
const PARTS = 'multipart/mixed;deferSpec=20220824, application/json';

/** What of an answer comes before `release` and what after: certifications are held back until then. */
function holdCertifications(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  graph.planted.set('Certification.status', async () => {
    await promise;
    return 'SUBMITTED';
  });
  return resolve;
}

async function request(accept: string, query = DEFERRED): Promise<Response> {
  return fetch(`${graph.url}/t/${alice.tenantSlug}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${await graph.tokenOf(alice)}` },
    body: JSON.stringify({ query }),
  });
}

/** The parts of a body, each as soon as the boundary behind it is there, as a client reads them. Fails on anything that is not framed. */
async function* partsIn(response: Response): AsyncGenerator<Record<string, unknown>> {
  let text = '';
  let count = 0;
  for await (const bytes of response.body ?? []) {
    text += new TextDecoder().decode(bytes);
    for (;;) {
      const end = text.indexOf('\r\n---', count === 0 ? 0 : 1);
      if (end === -1) break;
      const piece = text.slice(0, end);
      text = text.slice(end + '\r\n---'.length);
      count += 1;
      if (count === 1) {
        expect(piece).toBe('');
        continue;
      }
      const [head, json, ...more] = piece.split('\r\n\r\n');
      expect(head).toBe('\r\ncontent-type: application/json; charset=utf-8');
      expect(more).toEqual([]);
      yield JSON.parse(json ?? '') as Record<string, unknown>;
    }
  }
  expect(text).toBe('--\r\n');
}

async function allParts(response: Response): Promise<Record<string, unknown>[]> {
  const parts: Record<string, unknown>[] = [];
  for await (const part of partsIn(response)) parts.push(part);
  return parts;
}

describe('an operation that defers, over HTTP', () => {
  test('is answered in parts: what is at hand at once, what is slow when it is there', async () => {
    const release = holdCertifications();
    const response = await request(PARTS);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('multipart/mixed;boundary="-";deferSpec=20220824');
    const parts = partsIn(response);
    expect((await parts.next()).value).toEqual({ data: FIRST, hasNext: true });
    release();
    const rest: Record<string, unknown>[] = [];
    for await (const part of parts) rest.push(part);
    expect(rest).toEqual([
      { incremental: [{ label: 'certifications', path: ['me'], data: LATER }], hasNext: true },
      { hasNext: false },
    ]);
  });

  test('is answered at once for a client that takes no parts', async () => {
    const response = await request('application/json');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ data: { me: { ...FIRST.me, ...LATER } } });
  });

  test('is answered in parts for a client that takes nothing else; a refusal is JSON also then', async () => {
    expect((await allParts(await request('multipart/mixed;deferSpec=20220824')))[0]).toEqual({ data: FIRST, hasNext: true });
    const refused = await request('multipart/mixed;deferSpec=20220824', '{ nothing }');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });

  test('one that defers nothing is one JSON answer also for a client that takes parts', async () => {
    const response = await request(PARTS, '{ me { displayName } }');
    expect(response.headers.get('content-type')).toContain('json');
    expect(await response.json()).toEqual({ data: FIRST });
  });

  test('nothing is deferred under a condition that does not hold', async () => {
    const response = await request(PARTS, 'query ($no: Boolean! = false) { me { displayName ... @defer(if: $no) { email } } }');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('an island that never answers ends the parts at the deadline, with a coded error', async () => {
    graph.hanging.add('certification');
    const [first, ...rest] = await allParts(await request(PARTS));
    expect(first).toEqual({ data: FIRST, hasNext: true });
    expect(rest.at(-1)).toEqual({ hasNext: false });
    expect(JSON.stringify(rest)).toContain('"code":"TIMEOUT"');
  });

  test('a client that hangs up between the parts ends what is under way for it', async () => {
    graph.hanging.add('certification');
    const response = await request(PARTS);
    const parts = partsIn(response);
    expect((await parts.next()).value).toEqual({ data: FIRST, hasNext: true });
    await response.body?.cancel().catch(() => undefined);
    await parts.return(undefined).catch(() => undefined);
    const call = graph.calls.find(({ island }) => island === 'certification');
    await expect.poll(() => call?.context.signal.aborted).toBe(true);
    graph.hanging.clear();
    expect((await graph.ask(alice, '{ me { displayName } }')).body).toEqual({ data: FIRST });
  });
});

describe('Apollo Client', () => {
  test('shows what is at hand, then the rest', async () => {
    const release = holdCertifications();
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: new HttpLink({
        uri: `${graph.url}/t/${alice.tenantSlug}/graphql`,
        headers: { authorization: `Bearer ${await graph.tokenOf(alice)}` },
      }),
      incrementalHandler: new Defer20220824Handler(),
    });
    const seen: { state: string; data: unknown }[] = [];
    const complete = Promise.withResolvers<void>();
    const watching = client.watchQuery({ query: gql(DEFERRED) }).subscribe({
      next({ dataState, data, error }) {
        if (error !== undefined) complete.reject(error);
        if (dataState !== 'empty') seen.push({ state: dataState, data });
        if (dataState === 'streaming') release();
        if (dataState === 'complete') complete.resolve();
      },
      error: complete.reject,
    });
    await complete.promise;
    watching.unsubscribe();
    client.stop();
    expect(seen).toMatchObject([
      { state: 'streaming', data: FIRST },
      { state: 'complete', data: { me: { ...FIRST.me, ...LATER } } },
    ]);
    expect(seen[0]?.data).not.toHaveProperty('me.certifications');
  });
});
