import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client/core';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { expect, test } from 'vitest';
import { operationsDefaults } from '../src/operations-config.ts';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

const ASK = gql`query Ask { me { id displayName } }`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Asks twice with the stock client and its link for persisted queries; tells each request as it went. */
async function asksTwice(isApqOn: boolean, useGETForHashedQueries: boolean) {
  await using graph = await openGateway({ config: { operations: { ...operationsDefaults, isApqOn } } });
  const sent: string[] = [];
  const http = new HttpLink({
    uri: `${graph.url}/t/raices/graphql`,
    headers: { authorization: `Bearer ${await graph.tokenOf(alice)}` },
    async fetch(url, init) {
      const response = await fetch(url, init);
      const hasDocument = init?.method === 'POST' && typeof init.body === 'string' && 'query' in JSON.parse(init.body);
      sent.push(`${init?.method} ${hasDocument ? 'document' : 'hash'}: ${response.status}`);
      return response;
    },
  });
  const link = ApolloLink.from([new PersistedQueryLink({ sha256, useGETForHashedQueries }), http]);
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const names: unknown[] = [];
  for (let times = 0; times < 2; times += 1) {
    const { data } = await client.query<{ me: { displayName: string } }>({ query: ASK, fetchPolicy: 'network-only' });
    names.push(data?.me.displayName);
  }
  expect(names).toEqual(['alice', 'alice']);
  return sent;
}

test.each([
  [
    'registers a document once and asks by its hash from then on',
    true,
    false,
    ['POST hash: 400', 'POST document: 200', 'POST hash: 200'],
  ],
  ['may ask by hash with GET', true, true, ['GET hash: 400', 'POST document: 200', 'GET hash: 200']],
  ['gives up hashes where nothing is registered', false, false, ['POST hash: 400', 'POST document: 200', 'POST document: 200']],
])('Apollo Client %s', async (_name, isApqOn, usesGet, requests) => {
  expect(await asksTwice(isApqOn, usesGet)).toEqual(requests);
});
