import { everyone, owner, personas, scope, signedIn } from '@academy/platform/access';
import { openLeanPipeline } from '@academy/platform/graphql';
import { createLogger } from '@academy/platform/logger';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import { personaMatrix } from '@academy/testing/persona-matrix';
import { defaultFieldResolver, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';

const definition = {
  name: 'courses',
  typeDefs: parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    enum Mood { GLAD SAD }
    input WishInput { what: String! mood: Mood! }
    type Query { open: String thing(id: ID!): Thing }
    type Mutation { wish(input: WishInput!): Thing }
    type Thing @key(fields: "id") { id: ID! mine: String forStaff: [String!]! forProcesses: Mood }
  `),
  resolvers: {},
  access: {
    Query: { open: everyone, thing: signedIn },
    Mutation: { wish: personas('learner') },
    Thing: {
      id: everyone,
      mine: owner<{ ownerId: string }>((thing) => thing.ownerId),
      forStaff: personas('admin'),
      forProcesses: scope('things.read'),
    },
  },
} as const;
const logger = createLogger({ process: 'test', level: 'silent' });

test('a path that keeps to the rules differs nowhere', async () => {
  const island = { ...definition, resolvers: { Thing: { __resolveReference: () => null } } };
  const { fields, asked, differences } = await personaMatrix(island);
  expect(differences).toEqual([]);
  expect(fields).toBe(7);
  expect(asked).toBe((3 + 4 * 2) * 16 * 2);
});

test.each(['mine', 'forStaff', 'forProcesses'])('a path that leaves out the rule of one field is found: %s', async (name) => {
  const island = { ...definition, resolvers: { Thing: { __resolveReference: () => null } } };
  const { differences } = await personaMatrix(island, (schema) => {
    const thing = schema.getType('Thing');
    const field = isObjectType(thing) ? thing.getFields()[name] : undefined;
    if (field === undefined) throw new Error(`Expected the field ${name}.`);
    const guarded = field.resolve ?? defaultFieldResolver;
    const lean = openLeanPipeline<{ principal: never; parent: object }>(schema, { logger, onMiss: () => {} });
    return {
      ...lean,
      async run(request, contextValue) {
        field.resolve = () => (name === 'forStaff' ? [] : name === 'forProcesses' ? 'GLAD' : 'x');
        try {
          return await lean.run(request, contextValue as never);
        } finally {
          field.resolve = guarded;
        }
      },
    };
  });
  expect(differences.length).toBeGreaterThan(0);
  expect(differences.every((difference) => difference.startsWith(`Thing.${name}, `))).toBe(true);
});

test('an island with a field that no rule decides has no matrix', async () => {
  const { forStaff: _left, ...thing } = definition.access.Thing;
  const island = {
    ...definition,
    resolvers: { Thing: { __resolveReference: () => null } },
    access: { ...definition.access, Thing: thing },
  };
  await expect(personaMatrix(island)).rejects.toThrow('Thing.forStaff: no rule decides it');
  expect(() => buildGuardedSchema(island)).toThrow('Thing.forStaff');
});
