import { describe, expect, test } from 'vitest';
import {
  chooseResponseFormat,
  findHttpRefusal,
  GRAPHQL_RESPONSE,
  PLAIN_JSON,
  statusOfOperationRefusal,
} from './graphql-over-http.ts';

test.each([
  [undefined, PLAIN_JSON],
  ['', PLAIN_JSON],
  ['*/*', PLAIN_JSON],
  ['application/*', PLAIN_JSON],
  ['application/json, text/plain, */*', PLAIN_JSON],
  ['application/graphql-response+json', GRAPHQL_RESPONSE],
  ['Application/GraphQL-Response+JSON; charset=utf-8', GRAPHQL_RESPONSE],
  ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_RESPONSE],
  ['application/json, application/graphql-response+json', GRAPHQL_RESPONSE],
  ['application/json, application/graphql-response+json; q=0.5', PLAIN_JSON],
  ['*/*, application/json;q=0', GRAPHQL_RESPONSE],
  ['application/json', PLAIN_JSON],
  ['application/json; charset=utf-8', PLAIN_JSON],
  ['application/json, application/graphql-response+json;q=0', PLAIN_JSON],
  ['text/html', undefined],
  ['application/json;q=0', undefined],
  ['application/json;q=0.000, */*;q=0', undefined],
])('a client that accepts %s is answered with %s', (accept, type) => {
  expect(chooseResponseFormat(accept)?.type).toBe(type);
});

test.each([
  ['application/json', true],
  ['application/json; charset=utf-8, text/html', true],
  ['application/json, application/graphql-response+json;q=0', true],
  ['application/json, */*;q=0.1', false],
  ['application/json, application/graphql-response+json;q=0.1', false],
  ['application/*', false],
  [undefined, false],
])('of a client that accepts %s, it is %s that it takes application/json alone', (accept, isJsonAlone) => {
  expect(chooseResponseFormat(accept)?.isJsonAlone).toBe(isJsonAlone);
});

test('only a client of application/json alone gets 200 for a refused operation, and never for a login', () => {
  const alone = { type: PLAIN_JSON, isJsonAlone: true, takesParts: false } as const;
  expect(statusOfOperationRefusal(400, alone)).toBe(200);
  expect(statusOfOperationRefusal(400, { ...alone, isJsonAlone: false })).toBe(400);
  expect(statusOfOperationRefusal(401, alone)).toBe(401);
  expect(statusOfOperationRefusal(413, alone)).toBe(413);
});

describe('what a foreign page could send without asking', () => {
  test.each([
    ['POST', { 'content-type': 'text/plain' }, 415],
    ['POST', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['POST', { 'content-type': 'text/plain; application/json' }, 415],
    ['POST', { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['POST', {}, 415],
    ['POST', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 415],
    ['GET', {}, 400],
    ['GET', { authorization: 'Bearer x' }, 400],
    ['GET', { authorization: 'Bearer x', accept: 'application/json, text/event-stream' }, 400],
    ['GET', { 'apollo-require-preflight': '1', 'content-type': 'text/plain' }, 415],
    ['DELETE', {}, 405],
  ])('%s with %o is refused', (method, headers, status) => {
    expect(findHttpRefusal(method, headers)?.status).toBe(status);
  });

  test.each([
    ['POST', { 'content-type': 'application/json; charset=utf-8' }],
    ['POST', { 'content-type': 'application/json; charset="UTF-8"' }],
    ['GET', { 'apollo-require-preflight': '1' }],
    ['GET', { authorization: 'Bearer x', accept: 'text/event-stream' }],
  ])('%s with %o is not among it', (method, headers) => {
    expect(findHttpRefusal(method, headers)).toBeUndefined();
  });
});

test.each([
  ['multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9', true],
  ['multipart/mixed; deferSpec=20220824, application/json', true],
  ['multipart/mixed;boundary="-";deferSpec="20220824"', true],
  ['multipart/mixed;subscriptionSpec=1.0,application/json', false],
  ['multipart/mixed,application/json;deferSpec=20220824', false],
  ['multipart/mixed;deferSpec=20990101,application/json', false],
  ['application/json', false],
])('of a client that accepts %s, it is %s that it takes deferred parts', (accept, takesParts) => {
  expect(chooseResponseFormat(accept)?.takesParts).toBe(takesParts);
});
