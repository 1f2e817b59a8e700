import { type AuditName, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

let graph: Awaited<ReturnType<typeof openGateway>>;
beforeAll(async () => {
  graph = await openGateway();
});
afterAll(() => graph[Symbol.asyncDispose]());

/** The audits send a GET as any foreign page could; ours must bear a header that no such page can set. Nothing else is changed. */
function fetchWithPreflight(url: string, init: RequestInit = {}): Promise<Response> {
  const isGet = (init.method ?? 'GET') === 'GET';
  return fetch(url, isGet ? { ...init, headers: { ...init.headers, 'apollo-require-preflight': 'audit' } } : init);
}

const levelOf = (name: AuditName) => name.split(' ', 1)[0];
const audits = serverAudits({ url: () => `${graph.url}/t/raices/graphql`, fetchFn: fetchWithPreflight });

describe('every audit of GraphQL over HTTP passes:', () => {
  test.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$id $name', async ({ fn }) => {
    const result = await fn();
    expect(result.status === 'ok' ? 'ok' : `${result.reason}; got ${result.response.status}`).toBe('ok');
  });

  test('all that there are: 13 MUST, 23 SHOULD, 25 MAY', () => {
    const counts = Object.groupBy(audits, ({ name }) => levelOf(name) ?? '');
    expect([counts['MUST']?.length, counts['SHOULD']?.length, counts['MAY']?.length]).toEqual([13, 23, 25]);
  });
});

test('a client of every kind is answered in the media type that it takes', async () => {
  const types = async (accept: string) =>
    (await graph.ask(alice, '{ __typename }', { headers: { accept } })).headers.get('content-type');
  expect(await types('*/*')).toBe('application/json; charset=utf-8');
  expect(await types('application/graphql-response+json')).toBe('application/graphql-response+json; charset=utf-8');
  expect(await types('application/graphql-response+json;q=0.5, application/json')).toBe('application/json; charset=utf-8');
});

describe('a request error', () => {
  const refused: [string, string][] = [
    ['a document that is none', '{'],
    ['a document that does not fit the schema', '{ nothing }'],
    ['a variable of another type', 'query ($first: Int!) { courses(first: $first) { edges { cursor } } }'],
    ['an operation that is not there', 'query A { __typename } query B { __typename }'],
  ];
  test.each(refused)('for %s is told by its status, but to a client of JSON alone by its errors', async (_what, query) => {
    const statusFor = async (accept: string) => (await graph.ask(alice, query, { headers: { accept } })).status;
    expect(await statusFor('application/json')).toBe(200);
    expect(await statusFor('application/graphql-response+json')).toBe(400);
    expect(await statusFor('application/graphql-response+json, application/json;q=0.9')).toBe(400);
    expect(await statusFor('application/json, */*;q=0.1')).toBe(400);
    expect(await statusFor('*/*')).toBe(400);
  });

  const malformed: [string, string][] = [
    ['no query', '{}'],
    ['a query that is no text', '{"query":{}}'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[]}'],
    ['extensions that are a text', '{"query":"{ __typename }","extensions":"x"}'],
    ['a name that is a number', '{"query":"{ __typename }","operationName":7}'],
    ['several operations', '[{"query":"{ __typename }"}]'],
    ['no JSON', '{"query'],
    ['null', 'null'],
  ];
  test.each(malformed)('for a request with %s is 400 for every client: it is no GraphQL request', async (_what, body) => {
    for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
      const got = await graph.send('/t/raices/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body,
      });
      expect([got.status, got.body.errors?.[0]?.extensions.code, 'data' in got.body]).toEqual([400, 'BAD_REQUEST', false]);
    }
  });

  test('for parameters of a GET is the same', async () => {
    const get = (query: string) => graph.send(`/t/raices/graphql?${query}`, { headers: { 'apollo-require-preflight': '1' } });
    expect((await get('query={__typename}&variables={}&extensions={}')).status).toBe(200);
    expect((await get('query={__typename}&variables=[]')).status).toBe(400);
    expect((await get('query={__typename}&variables={')).status).toBe(400);
    expect((await get('query={__typename}&extensions=7')).status).toBe(400);
    expect((await get('query={__typename}&query={__typename}')).status).toBe(400);
    expect((await get('query={__typename}&variables={}&variables={}')).status).toBe(400);
  });

  test('for a body in another charset is 415', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-16' };
    expect((await graph.send('/t/raices/graphql', { method: 'POST', headers, body: '{}' })).status).toBe(415);
  });
});

test('an answer names the tenant that it was given in, and a refused tenant is not named', async () => {
  expect((await graph.ask(alice, '{ me { id } }')).headers.get('x-tenant-id')).toBe('raices');
  expect((await graph.ask(alice, '{ nothing }')).headers.get('x-tenant-id')).toBe('raices');
  expect((await graph.ask(alice, '{ me { id } }', { tenant: 'horizonte' })).headers.get('x-tenant-id')).toBeNull();
});
