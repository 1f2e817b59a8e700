import { expect, test } from 'vitest';
import { subgraphUrls } from './router.ts';

const SUPERGRAPH = `
enum join__Graph {
  ACCOUNTS @join__graph(name: "accounts", url: "http://accounts:4001/graphql")
  REVIEWS_ @join__graph(name: "reviews-2", url: "")
}
type Query { me: String }`;

test('a subgraph is where the supergraph says, or where the options say instead', () => {
  expect(subgraphUrls(SUPERGRAPH, { 'reviews-2': 'http://127.0.0.1:9/' })).toEqual({
    accounts: 'http://accounts:4001/graphql',
    'reviews-2': 'http://127.0.0.1:9/',
  });
  expect(subgraphUrls(SUPERGRAPH, { accounts: 'http://a/', 'reviews-2': 'http://r/' })).toEqual({
    accounts: 'http://a/',
    'reviews-2': 'http://r/',
  });
});

test('a subgraph that nobody tells the URL of is named', () => {
  expect(() => subgraphUrls(SUPERGRAPH, {})).toThrow('The supergraph tells no URL of reviews-2; give one as NAME=URL.');
});

test('a URL for something that is no subgraph is refused, with the names there are', () => {
  expect(() => subgraphUrls(SUPERGRAPH, { reviews: 'http://r/' })).toThrow(
    'No subgraph is called reviews; there are accounts, reviews-2.',
  );
});

test('a schema that is no supergraph is refused, with what to do', () => {
  expect(() => subgraphUrls('type Query { me: String }', {})).toThrow('compose the subgraphs first');
});
