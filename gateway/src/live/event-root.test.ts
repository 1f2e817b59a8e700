import { PLATFORM_TENANT_ID } from '@academy/kernel';
import { expect, test } from 'vitest';
import { fetchOperationOf } from '../federation/fetch-operation-of.ts';
import type { CallSubgraph, ExecutionContext, FetchResult, SubgraphFetch } from '../federation/subgraph-fetch.ts';
import { answerEventRoot, type RootEvent } from './event-root.ts';

const context: ExecutionContext = {
  requestId: 'request-1',
  principal: { kind: 'anonymous', tenantId: PLATFORM_TENANT_ID },
  signal: new AbortController().signal,
  dueAtMs: 5_000,
};
const event: RootEvent = {
  typename: 'Changed',
  values: { seq: 7, hold: null },
  objects: {
    one: { kind: 'entity', type: 'Thing', id: 'a' },
    many: { kind: 'entities', type: 'Thing', ids: ['a', 'b', 'c'] },
    report: { kind: 'query' },
  },
};

/** Asks for a selection of the event; the island answers every call with `answer`. */
async function ask(selection: string, answer: FetchResult = { data: null }, head = 'subscription', variables = '') {
  const calls: SubgraphFetch[] = [];
  const call: CallSubgraph = async (fetch) => {
    calls.push(fetch);
    return structuredClone(answer);
  };
  const operation = fetchOperationOf('things', `${head} { changed(id: 1) { ${selection} } }`);
  const told = await answerEventRoot(event, { operation, variables, representations: undefined }, call, context);
  return { told, calls: calls.map(({ operation: { text }, ...rest }) => ({ text: text.replace(/\s+/g, ' '), ...rest })) };
}

test('scalars come from the event, under the names that were asked for, without a call', async () => {
  const { told, calls } = await ask('__typename number: seq ... on Changed { hold status }');
  expect(told).toEqual({ data: { changed: { __typename: 'Changed', number: 7, hold: null, status: null } } });
  expect(calls).toEqual([]);
});

test('conditions that the plan has left decide by the variables, also of a fragment around a field', async () => {
  const selection = 'seq @skip(if: $no) ... on Changed @include(if: $yes) { hold } ... @include(if: $no) { status }';
  const head = 'subscription ($yes: Boolean!, $no: Boolean!)';
  const { told } = await ask(selection, undefined, head, '"yes":true,"no":true');
  expect(told.data).toEqual({ changed: { hold: null, status: null } });
});

test('an object is one entity, asked for with the variables that are used under it and no others', async () => {
  const { told, calls } = await ask(
    'thing: one { id parts(first: $first) { name } }',
    { data: { _entities: [{ id: 'a', parts: [] }] }, errors: [{ message: 'No.', path: ['_entities', 0, 'parts', 1] }] },
    'subscription ($first: Int, $other: Int)',
    '"first":5,"other":6',
  );
  expect(told).toEqual({
    data: { changed: { thing: { id: 'a', parts: [] } } },
    errors: [{ message: 'No.', path: ['changed', 'thing', 'parts', 1] }],
  });
  expect(calls).toEqual([
    {
      text: 'query ($representations: [_Any!]!, $first: Int) { _entities(representations: $representations) { ... on Thing { id parts(first: $first) { name } } } }',
      variables: '"first":5',
      representations: ['{"__typename":"Thing","id":"a"}'],
    },
  ]);
});

test('an object that is not there for the viewer ends the event; one that could not be fetched is null with its error', async () => {
  await expect(ask('one { id }', { data: { _entities: [null] } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const notFound = { message: 'None.', path: ['_entities', 0], extensions: { code: 'NOT_FOUND' } };
  await expect(ask('one { id }', { data: { _entities: [null] }, errors: [notFound] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const away = { message: 'Away.', path: ['_entities'], extensions: { code: 'UNAVAILABLE' } };
  const { told } = await ask('one { id }', { data: null, errors: [away] });
  expect(told).toEqual({ data: { changed: { one: null } }, errors: [{ ...away, path: ['changed', 'one'] }] });
});

test('of a list what is not there for the viewer is left out, and errors of the others keep their places', async () => {
  const notFound = { message: 'None.', path: ['_entities', 1], extensions: { code: 'NOT_FOUND' } };
  const broken = { message: 'No.', path: ['_entities', 2, 'name'], extensions: { code: 'INTERNAL' } };
  const { told } = await ask('many { name }', {
    data: { _entities: [{ name: 'A' }, null, { name: null }] },
    errors: [notFound, broken],
  });
  expect(told).toEqual({
    data: { changed: { many: [{ name: 'A' }, { name: null }] } },
    errors: [{ ...broken, path: ['changed', 'many', 1, 'name'] }],
  });
});

test('a query of the island is asked with its arguments', async () => {
  const { told, calls } = await ask(
    'figures: report(filter: $filter) { total }',
    { data: { report: { total: null } }, errors: [{ message: 'No.', path: ['report', 'total'] }] },
    'subscription ($filter: Filter)',
    '"filter":{"from":"2026-01-01"}',
  );
  expect(told).toEqual({
    data: { changed: { figures: { total: null } } },
    errors: [{ message: 'No.', path: ['changed', 'figures', 'total'] }],
  });
  expect(calls).toEqual([
    {
      text: 'query ($filter: Filter) { report(filter: $filter) { total } }',
      variables: '"filter":{"from":"2026-01-01"}',
      representations: undefined,
    },
  ]);
});
