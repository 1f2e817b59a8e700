import { Fault, type Principal } from '@academy/kernel';
import {
  type AccessTable,
  allOf,
  alsoImpersonated,
  anyOf,
  everyone,
  guardSchema,
  nobody,
  notImpersonated,
  owner,
  personas,
  scope,
  signedIn,
} from '@academy/platform/access';
import { person, visitor, worker } from '@academy/testing/people';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLFormattedError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { open: String secret: String thing: Thing broken: String }
  type Thing @key(fields: "id") { id: ID! ownerOnly: String staffOnly: String }
`);
const resolvers = {
  Query: {
    open: () => 'open',
    secret: () => 'secret',
    thing: () => ({ id: '1', ownerId: alice.userId, ownerOnly: 'hers', staffOnly: 'theirs' }),
    broken: () => 'never',
  },
  Thing: {
    __resolveReference: ({ id }: { id: string }) => ({ id, ownerId: alice.userId, ownerOnly: 'hers', staffOnly: 'theirs' }),
  },
};
const table: AccessTable = {
  Query: {
    open: everyone,
    secret: personas('admin'),
    thing: signedIn,
    broken: {
      description: 'throws',
      allows: () => {
        throw new Error('cannot decide: postgres://secret');
      },
    },
  },
  Thing: {
    id: everyone,
    ownerOnly: owner<{ ownerId: string }>((thing) => thing.ownerId),
    staffOnly: anyOf(personas('admin'), scope('things.read')),
  },
};
const alice = person('raices', 'alice', 'learner');
const carla = person('raices', 'carla', 'admin');

async function ask(principal: Principal, query: string, variables: Record<string, unknown> = {}) {
  const schema = guardSchema(buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]), table);
  const { data, errors } = await execute({
    schema,
    document: parse(query),
    contextValue: { principal },
    variableValues: variables,
  });
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    codes: (errors ?? []).map((error) =>
      error.originalError instanceof Fault ? error.originalError.code : (error as GraphQLFormattedError).extensions?.['code'],
    ),
  };
}

describe('a guarded schema', () => {
  test('shows everybody what everybody may see', async () => {
    expect(await ask(visitor('raices'), '{ open }')).toEqual({ data: { open: 'open' }, codes: [] });
  });

  test('denies the wrong persona with FORBIDDEN and null', async () => {
    expect(await ask(alice, '{ secret }')).toEqual({ data: { secret: null }, codes: ['FORBIDDEN'] });
    expect(await ask(carla, '{ secret }')).toEqual({ data: { secret: 'secret' }, codes: [] });
  });

  test('asks the rule of each field of a nested object', async () => {
    expect(await ask(alice, '{ thing { id ownerOnly staffOnly } }')).toEqual({
      data: { thing: { id: '1', ownerOnly: 'hers', staffOnly: null } },
      codes: ['FORBIDDEN'],
    });
    expect(await ask(carla, '{ thing { ownerOnly staffOnly } }')).toEqual({
      data: { thing: { ownerOnly: null, staffOnly: 'theirs' } },
      codes: ['FORBIDDEN'],
    });
  });

  test('asks the rules on the way through entities too, with the parent that was loaded and not the one that was sent', async () => {
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { ownerOnly } } }';
    const forged = { r: [{ __typename: 'Thing', id: '1', ownerId: carla.userId }] };
    expect(await ask(carla, query, forged)).toEqual({ data: { _entities: [{ ownerOnly: null }] }, codes: ['FORBIDDEN'] });
  });

  test('treats a rule that cannot decide as an outage and not as a refusal, and tells nothing of why', async () => {
    expect(await ask(alice, '{ broken }')).toEqual({ data: { broken: null }, codes: ['UNAVAILABLE'] });
  });

  test('gives a process what its scopes name and nothing else', async () => {
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { staffOnly } } }';
    const r = { r: [{ __typename: 'Thing', id: '1' }] };
    expect(await ask(worker('raices', 'x', ['things.read']), query, r)).toMatchObject({
      data: { _entities: [{ staffOnly: 'theirs' }] },
    });
    expect(await ask(worker('raices', 'x', ['other.read']), query, r)).toMatchObject({ codes: ['FORBIDDEN'] });
  });

  test('cannot be built while a field has no rule, or a rule no field', () => {
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
    expect(() => guardSchema(schema, { Query: everyone, Thing: { id: everyone } })).toThrow(
      'Thing.ownerOnly: no rule decides it',
    );
    expect(() => guardSchema(schema, { ...table, Ghost: nobody })).toThrow('Ghost: not an object type');
    expect(() => guardSchema(schema, { ...table, Query: { ...(table['Query'] as object), ghost: nobody } })).toThrow(
      'Query.ghost: no such field',
    );
  });
});

describe('who acts in another’s name', () => {
  const saraAsAlice = { ...alice, impersonatorId: person('raices', 'sara', 'super_admin').userId };
  const mutating = parse(`
    type Query { open: String herself: String }
    type Mutation { judge: String rename: String }
  `);
  const guarded = guardSchema(
    buildSubgraphSchema([
      {
        typeDefs: mutating,
        resolvers: {
          Query: { open: () => 'open', herself: () => 'hers' },
          Mutation: { judge: () => 'judged', rename: () => 'renamed' },
        },
      },
    ]),
    {
      Query: { open: signedIn, herself: allOf(signedIn, notImpersonated) },
      Mutation: { judge: signedIn, rename: alsoImpersonated(signedIn) },
    },
  );
  const does = async (principal: Principal, source: string) => {
    const { data } = await execute({ schema: guarded, document: parse(source), contextValue: { principal } });
    return { ...data };
  };

  test('may do no mutation but one that was opened to it', async () => {
    expect(await does(saraAsAlice, 'mutation { judge rename }')).toEqual({ judge: null, rename: 'renamed' });
    expect(await does(alice, 'mutation { judge rename }')).toEqual({ judge: 'judged', rename: 'renamed' });
  });

  test('reads what the person may read, but for what is hers in person', async () => {
    expect(await does(saraAsAlice, '{ open herself }')).toEqual({ open: 'open', herself: null });
    expect(await does(alice, '{ open herself }')).toEqual({ open: 'open', herself: 'hers' });
  });
});
