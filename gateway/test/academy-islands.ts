import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CallContext,
  createInProcessTransport,
  type IslandName,
  type IslandTransport,
  type LocalIsland,
} from '@academy/platform/topology';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { concatAST, type DocumentNode, execute, GraphQLError, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { alice, carla, diego, tenants } from './people.ts';

type Source = Readonly<Record<string, unknown>>;
type Resolver = (source: Source, args: Record<string, unknown>, context: CallContext) => unknown;
type ResolverMap = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

const people = [alice, carla, diego];
const COURSE_ID = '01956f00-0000-7000-8000-00000000c001';
const CERTIFICATION_ID = '01956f00-0000-7000-8000-00000000ce01';

/** Answers that a test plants, by `Type.field`. */
type Planted = Map<string, Resolver>;

function userOf({ id }: Source, { principal }: CallContext) {
  const found = people.find((person) => person.userId === id && person.tenantId === principal.tenantId);
  return found === undefined ? undefined : { id: found.userId, name: found.name };
}
const reference: Resolver = (representation) => representation;
const resolveReference = '__resolveReference';

/** A handful of answers under the real schema of each island: enough for every path through the gateway. */
const resolvers: Record<IslandName, ResolverMap> = {
  users: {
    Query: {
      me: (_source, _args, { principal }) => (principal.kind === 'user' ? { id: principal.userId } : null),
      user: (_source, { id }, context) => userOf({ id }, context) ?? null,
      tenant: (_source, _args, { principal }) => tenants.find(({ id }) => id === principal.tenantId),
      apiKeyGrant: () => null,
      tenantDirectory: (_source, _args, { principal }) => {
        if (principal.kind !== 'service' || !principal.scopes.includes('tenant.read')) {
          throw new GraphQLError('Only the gateway reads the directory.', { extensions: { code: 'FORBIDDEN' } });
        }
        return {
          edges: tenants.map((node) => ({ cursor: node.id, node })),
          pageInfo: { hasNextPage: false, hasPreviousPage: false },
        };
      },
      accessRevocations: () => ({ edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } }),
    },
    Mutation: {
      apiKeyUseRecord: (_source, { uses }) => (uses as unknown[]).length,
      profileUpdate: (_source, { input }, { principal }) => ({ principal, input }),
    },
    ProfileUpdateResult: { __resolveType: () => 'ProfileUpdateSuccess' },
    ProfileUpdateSuccess: { user: ({ principal }) => ({ id: (principal as { userId: string }).userId }) },
    User: {
      [resolveReference]: (representation: Source, context: unknown) => userOf(representation, context as CallContext) ?? null,
      displayName: (source, _args, context) => userOf(source, context)?.name,
      email: () => {
        throw new GraphQLError('Not for this persona.', { extensions: { code: 'FORBIDDEN' } });
      },
    },
  },
  courses: {
    Query: {
      courses: () => ({
        edges: [{ cursor: 'c1', node: { id: COURSE_ID } }],
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
      }),
      course: () => ({ id: COURSE_ID }),
    },
    Course: {
      [resolveReference]: reference,
      title: () => 'Impartición de cursos presenciales',
      level: () => 'BASIC',
      instructor: () => ({ __typename: 'User', id: carla.userId }),
    },
  },
  certification: {
    User: {
      [resolveReference]: reference,
      certifications: () => ({
        edges: [{ cursor: 'ce1', node: { id: CERTIFICATION_ID } }],
        pageInfo: { hasNextPage: false, hasPreviousPage: false },
      }),
    },
    Certification: {
      [resolveReference]: reference,
      status: () => 'SUBMITTED',
      course: () => ({ __typename: 'Course', id: COURSE_ID }),
    },
  },
  conocer: {
    Course: { [resolveReference]: reference, standards: () => [{ id: COURSE_ID, code: 'EC0217.01' }] },
  },
  analytics: {},
};

/**
 * The five islands of the real schema, in process, with the answers above. `calls` notes what they were asked by whom;
 * an island in `hanging` never answers, one in `down` cannot be connected to.
 */
export function openAcademy() {
  const planted: Planted = new Map();
  const down = new Set<IslandName>();
  const hanging = new Set<IslandName>();
  const calls: { island: IslandName; query: string; context: CallContext }[] = [];

  function island(name: IslandName): LocalIsland {
    const schema = withPlanted(buildSubgraphSchema([{ typeDefs: readIsland(name), resolvers: wrap(resolvers[name]) }]));
    return {
      async execute({ query, operationName, variables }, context) {
        calls.push({ island: name, query, context });
        if (down.has(name)) throw new Error(`connect ECONNREFUSED ${name}.internal:4000`);
        if (hanging.has(name)) return new Promise(() => undefined);
        const { data, errors } = await execute({
          schema,
          document: parse(query),
          operationName: operationName ?? null,
          variableValues: variables ?? {},
          contextValue: context,
        });
        return { data: data ?? null, ...(errors === undefined ? {} : { errors: errors.map((error) => error.toJSON()) }) };
      },
    };
  }
  /** Lets a test's planted answer stand in for a field's own. */
  function withPlanted(schema: GraphQLSchema): GraphQLSchema {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      for (const field of Object.values(type.getFields())) {
        const own = field.resolve;
        field.resolve = (source, args, context, info) => {
          const plant = planted.get(`${type.name}.${field.name}`);
          if (plant !== undefined) return plant(source as Source, args, context as CallContext);
          return own === undefined ? (source as Source)[field.name] : own(source, args, context, info);
        };
      }
    }
    return schema;
  }

  const transport: IslandTransport = createInProcessTransport({
    users: island('users'),
    courses: island('courses'),
    certification: island('certification'),
    conocer: island('conocer'),
    analytics: island('analytics'),
  });
  return { transport, planted, down, hanging, calls };
}

/** The shape that `buildSubgraphSchema` takes; a type without resolvers reads the source. */
function wrap(map: ResolverMap): Record<string, Record<string, Resolver>> {
  return Object.fromEntries(Object.entries(map).map(([type, fields]) => [type, { ...fields }]));
}

/** The SDL of one island as it is composed: its own concepts on top of what all share. */
function readIsland(island: IslandName): DocumentNode {
  const root = join(import.meta.dirname, '../..');
  const own = globSync(`subgraphs/${island}/src/schema/*/*.graphql`, { cwd: root });
  return concatAST(['schema/shared.graphql', ...own].map((path) => parse(readFileSync(join(root, path), 'utf8'))));
}
