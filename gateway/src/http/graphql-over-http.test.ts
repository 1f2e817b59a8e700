import { describe, expect, test } from 'vitest';
import {
  chooseResponseType,
  findHttpRefusal,
  GRAPHQL_RESPONSE,
  PLAIN_JSON,
  statusOfOperationRefusal,
} from './graphql-over-http.ts';

test.each([
  [undefined, GRAPHQL_RESPONSE],
  ['*/*', GRAPHQL_RESPONSE],
  ['application/graphql-response+json', GRAPHQL_RESPONSE],
  ['application/graphql-response+json, application/json;q=0.9', GRAPHQL_RESPONSE],
  ['application/json', PLAIN_JSON],
  ['application/json; charset=utf-8', PLAIN_JSON],
  ['application/json, application/graphql-response+json;q=0', PLAIN_JSON],
  ['text/html', undefined],
  ['application/json;q=0', undefined],
])('a client that accepts %s is answered with %s', (accept, type) => {
  expect(chooseResponseType(accept)).toBe(type);
});

test('only a client of application/json alone gets 200 for a refused operation, and never for a login', () => {
  expect(statusOfOperationRefusal(400, PLAIN_JSON)).toBe(200);
  expect(statusOfOperationRefusal(400, GRAPHQL_RESPONSE)).toBe(400);
  expect(statusOfOperationRefusal(401, PLAIN_JSON)).toBe(401);
  expect(statusOfOperationRefusal(413, PLAIN_JSON)).toBe(413);
});

describe('what a foreign page could send without asking', () => {
  test.each([
    ['POST', { 'content-type': 'text/plain' }, 415],
    ['POST', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['POST', { 'content-type': 'text/plain; application/json' }, 415],
    ['POST', {}, 415],
    ['POST', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 415],
    ['GET', {}, 400],
    ['GET', { 'apollo-require-preflight': '1', 'content-type': 'text/plain' }, 415],
    ['DELETE', {}, 405],
  ])('%s with %o is refused', (method, headers, status) => {
    expect(findHttpRefusal(method, headers)?.status).toBe(status);
  });

  test.each([
    ['POST', { 'content-type': 'application/json; charset=utf-8' }],
    ['GET', { 'apollo-require-preflight': '1' }],
    ['GET', { authorization: 'Bearer x' }],
  ])('%s with %o is not among it', (method, headers) => {
    expect(findHttpRefusal(method, headers)).toBeUndefined();
  });
});
