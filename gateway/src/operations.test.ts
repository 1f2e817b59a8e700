import { buildSchema, printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { NO_DOCUMENTS, readPersistedDocuments } from './documents/persisted-documents.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { OperationRequest } from './operation-request.ts';
import { createOperationCheck, type OperationCheckOptions } from './operations.ts';

const schema = buildSchema(`
  type Query { me: User courses(first: Int): Courses tenant: Tenant }
  type Mutation { profileUpdate(input: ProfileUpdateInput!): User }
  type Subscription { changed: User }
  type User { id: ID! email: String }
  type Tenant { name: String }
  type Courses { edges: [Course!]! }
  type Course { id: ID! }
  input ProfileUpdateInput { displayName: String }
`);
const member = { tenantId: 'raices', isAnonymous: false, maxCost: 5_000, isTrustedOnly: false, isApqOn: true };
const anybody = { ...member, isAnonymous: true };

function checkWith(options: Partial<OperationCheckOptions> = {}) {
  const check = createOperationCheck({
    limits: DEFAULT_LIMITS,
    isIntrospectionOn: true,
    schema: () => ({ schema, id: 'first' }),
    supergraphSdl: () => printSchema(schema),
    documents: { persisted: () => NO_DOCUMENTS, hasPersisted: false, automatic: undefined },
    ...options,
  });
  return (request: OperationRequest | string, asker = member) => {
    const checked = check.check(typeof request === 'string' ? { query: request } : request, asker);
    if (checked instanceof Promise) throw new Error('Nothing here has to be waited for.');
    return checked.ok
      ? { operation: checked.value, message: undefined }
      : { ...checked.error, message: checked.error.mistakes[0]?.message };
  };
}

describe('an operation', () => {
  test('that is valid is described for the planner', () => {
    const { operation } = checkWith()({ query: 'query Mine { mine: me { id } }', variables: null }) as { operation: object };
    expect(operation).toMatchObject({ kind: 'query', operationName: 'Mine', rootFields: ['me'], cost: 1, variables: {} });
  });

  test('nested deeper than the stack is refused as too complex, however many tokens are allowed', () => {
    const deep = `query ($x: Int = ${'['.repeat(200_000)}${']'.repeat(200_000)}) { me { id } }`;
    const check = checkWith({ limits: { ...DEFAULT_LIMITS, maxTokens: 1_000_000, maxBodyBytes: 1_000_000 } });
    expect(check(deep)).toMatchObject({ status: 400, code: 'QUERY_TOO_COMPLEX' });
  });

  const refused: [string, OperationRequest, object][] = [
    ['without a document', { query: undefined }, { status: 400, code: 'BAD_REQUEST' }],
    ['with a list for variables', { query: '{ me { id } }', variables: [1] }, { status: 400, code: 'BAD_REQUEST' }],
    ['that cannot be parsed', { query: '{ me { id }' }, { status: 400, code: 'GRAPHQL_PARSE_FAILED' }],
    ['of an unknown field', { query: '{ nothing }' }, { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' }],
    [
      'that names no operation of several',
      { query: 'query A { me { id } } query B { me { id } }' },
      { status: 400, code: 'BAD_REQUEST' },
    ],
    [
      'with a value of the wrong type',
      { query: 'query ($n: Int) { courses(first: $n) { edges { id } } }', variables: { n: {} } },
      { status: 400, code: 'BAD_USER_INPUT' },
    ],
    [
      'larger than a body',
      { query: `{ me { id } } #${'x'.repeat(DEFAULT_LIMITS.maxBodyBytes)}` },
      { status: 413, code: 'PAYLOAD_TOO_LARGE' },
    ],
    ['of too many tokens', { query: `{ ${'id '.repeat(2_500)} }` }, { status: 400, code: 'QUERY_TOO_COMPLEX' }],
    [
      'with a fragment cycle',
      { query: '{ me { ...A } } fragment A on User { ...A }' },
      { status: 400, code: 'QUERY_TOO_COMPLEX' },
    ],
    [
      'that waits for a field which may be left out',
      { query: 'subscription ($no: Boolean!) { changed @skip(if: $no) { id } }', variables: { no: false } },
      { status: 400, code: 'GRAPHQL_VALIDATION_FAILED', message: expect.stringContaining('@skip or @include') },
    ],
    [
      'that waits for a field in a fragment which may be left out',
      { query: 'subscription { ...A @include(if: true) } fragment A on Subscription { changed { id } }' },
      { status: 400, code: 'GRAPHQL_VALIDATION_FAILED', message: expect.stringContaining('@skip or @include') },
    ],
    ['of a huge page', { query: '{ courses(first: 1000000) { edges { id } } }' }, { status: 400, code: 'QUERY_TOO_COMPLEX' }],
  ];
  test.each(refused)('%s is refused', (_name, request, refusal) => {
    expect(checkWith()(request)).toMatchObject(refusal);
  });

  test('whose values nest beyond any input is refused', () => {
    const deep = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`) as unknown;
    expect(checkWith()({ query: '{ me { id } }', variables: { deep } })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  });

  test('may cost what its tenant allows, and no more than the gateway does', () => {
    const check = checkWith();
    const page = '{ courses(first: 100) { edges { id } } }';
    expect(check(page)).toHaveProperty('operation');
    expect(check(page, { ...member, maxCost: 100 })).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      message: expect.stringContaining('may cost 100, this one costs 101'),
    });
    expect(checkWith({ limits: { ...DEFAULT_LIMITS, maxCost: 50 } })(page)).toMatchObject({ code: 'QUERY_TOO_COMPLEX' });
  });

  test('with many mistakes is told of three', () => {
    const refusal = checkWith()('{ a b c d e f g }');
    expect(refusal).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED', mistakes: { length: 3 } });
  });
});

describe('what needs no login', () => {
  const table: [string, boolean][] = [
    ['{ tenant { name } }', true],
    ['{ tenant { name } courses { edges { id } } __typename }', true],
    ['{ __schema { queryType { name } } }', true],
    ['{ me { id } }', false],
    ['{ courses: me { id } }', false],
    ['{ tenant { name } ...Hidden } fragment Hidden on Query { me { id } }', false],
    ['{ tenant { name } ... on Query { me { id } } }', false],
    ['mutation { profileUpdate(input: {}) { id } }', false],
    ['mutation { __typename }', false],
    ['subscription { changed { id } }', false],
  ];
  test.each(table)('%s: %s', (query, isPublic) => {
    const answer = checkWith()(query, anybody);
    if (isPublic) expect(answer).toHaveProperty('operation');
    else expect(answer).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });
});

describe('a schema that is not to be read', () => {
  const check = checkWith({ isIntrospectionOn: false });
  test.each([
    '{ __schema { types { name } } }',
    '{ ... on Query { __type(name: "User") { name } } }',
    'query { ...F } fragment F on Query { hidden: __schema { types { name } } }',
    '{ __schema @include(if: true) { types { name } } }',
  ])('%s is refused', (query) => {
    expect(check(query)).toMatchObject({ status: 400, code: 'INTROSPECTION_DISABLED' });
    expect(check(query, anybody)).toMatchObject({ status: 400, code: 'INTROSPECTION_DISABLED' });
  });

  test('is not suggested by mistakes either', () => {
    expect(checkWith()('{ me { emial } }').message).toContain('email');
    expect(check('{ me { emial } }').message).toBe('Cannot query field "emial" on type "User".');
    expect(check('mutation { profileUpdate(input: { displyName: "x" }) { id } }').message).not.toContain('displayName');
  });

  test('still has its type names on objects', () => {
    expect(check('{ __typename me { __typename } }')).toHaveProperty('operation');
  });
});

describe('the memory of documents', () => {
  test('holds the parsed document until newer ones push it out', () => {
    const check = checkWith({ rememberedDocuments: 2 });
    const documentOf = (query: string) => (check(query) as { operation: { document: object } }).operation.document;
    const first = documentOf('{ me { id } }');
    expect(documentOf('{ me { id } }')).toBe(first);
    documentOf('{ tenant { name } }');
    expect(documentOf('{ me { id } }')).toBe(first);
    documentOf('{ __typename }');
    documentOf('{ courses { edges { id } } }');
    expect(documentOf('{ me { id } }')).not.toBe(first);
  });

  test('gives the same objects for the same text, so that others can keep what they make of them', () => {
    const check = checkWith();
    const first = check('{ me { id } }').operation;
    // Another text of the same characters, as each request brings one.
    const again = check(['{ me', '{ id } }'].join(' ')).operation;
    expect(again?.prepared).toBe(first?.prepared);
    expect(again?.document).toBe(first?.document);
  });

  test('keeps registered documents whatever comes after them, until they are registered no more', async () => {
    let persisted = readPersistedDocuments([{ path: 'a.json', text: JSON.stringify({ me: '{ me { id } }', bad: '{ bad }' }) }]);
    const check = createOperationCheck({
      limits: DEFAULT_LIMITS,
      isIntrospectionOn: true,
      schema: () => ({ schema, id: 'first' }),
      supergraphSdl: () => printSchema(schema),
      documents: { persisted: () => persisted, hasPersisted: true, automatic: undefined },
      rememberedDocuments: 1,
    });
    const prepare = async () => {
      const all: unknown[] = [];
      for await (const one of check.prepareRegistered()) all.push(one.ok ? one.value.source : [one.error.source, one.error.code]);
      return all;
    };
    const preparedOf = (query: string) => {
      const checked = check.check({ query }, member);
      return !(checked instanceof Promise) && checked.ok ? checked.value.prepared : undefined;
    };
    expect(await prepare()).toEqual(['{ me { id } }', ['{ bad }', 'GRAPHQL_VALIDATION_FAILED']]);
    const first = preparedOf('{ me { id } }');
    preparedOf('{ __typename }');
    preparedOf('{ tenant { name } }');
    expect(preparedOf('{ me { id } }')).toBe(first);
    persisted = NO_DOCUMENTS;
    expect(await prepare()).toEqual([]);
    expect(preparedOf('{ me { id } }')).not.toBe(first);
  });

  test('does not outlive the schema that the document was valid under', () => {
    let loaded = { schema, id: 'first' };
    const check = checkWith({ schema: () => loaded });
    expect(check('{ me { email } }')).toHaveProperty('operation');
    loaded = { schema: buildSchema('type Query { me: User } type User { id: ID! }'), id: 'second' };
    expect(check('{ me { email } }')).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('never lets one caller pass on what another was allowed', () => {
    const check = checkWith();
    expect(check('{ me { id } }', member)).toHaveProperty('operation');
    expect(check('{ me { id } }', anybody)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
