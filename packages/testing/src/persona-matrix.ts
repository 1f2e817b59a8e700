import { PERSONAS, type Principal } from '@academy/kernel';
import { type AccessTable, everyone, ruleFor } from '@academy/platform/access';
import { type OperationPipeline, openApolloPipeline, openLeanPipeline } from '@academy/platform/graphql';
import { createLogger } from '@academy/platform/logger';
import { buildGuardedSchema, type IslandDefinition } from '@academy/platform/subgraph';
import type { IslandResponse } from '@academy/platform/topology';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isLeafType, isObjectType, parse, subscribe } from 'graphql';
import { person, visitor, worker } from './people.ts';
import { outputStandIn, requiredArguments } from './stand-ins.ts';

type Definition = Pick<IslandDefinition<never, never>, 'name' | 'typeDefs' | 'resolvers' | 'access'>;
type Context = { readonly principal: Principal; readonly parent: object };
type Pipeline = OperationPipeline<Context>;

/** What came out: how many answers were compared, and each that was not what its rule says. */
export type PersonaMatrix = { readonly fields: number; readonly asked: number; readonly differences: readonly string[] };

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/**
 * Asks every field of an island's access table as every persona, as a visitor and as processes with and without scopes, about an object of
 * their own and about one of somebody else's; directly, and for entities through `_entities` too. The schema and the table are the island's own,
 * the data behind them are stand-ins. Each answer of the lean pipeline is held against the rule itself and against Apollo Server's answer.
 * `openFast` puts another pipeline in the lean one's place.
 */
export async function personaMatrix(
  definition: Definition,
  openFast: (schema: GraphQLSchema) => Pipeline = (schema) => openLeanPipeline(schema, { logger: silent, onMiss: () => {} }),
): Promise<PersonaMatrix> {
  const schema = standInSchema(definition);
  const fast = openFast(schema);
  const stock = await openApolloPipeline<Context>(schema, { logger: silent, plugins: [] });
  const differences: string[] = [];
  let asked = 0;
  const cases = [...casesOf(schema)];
  for (const { field, routes, isSubscription } of cases) {
    const rule = ruleFor(definition.access, ...field);
    if (rule === undefined) throw new Error(`No rule decides ${field.join('.')}.`);
    for (const principal of principals(definition.access)) {
      for (const owned of [true, false]) {
        const parent = parentOf(principal, owned);
        const expected = expectedOf(() => rule.allows({ principal, parent }));
        for (const query of routes) {
          asked += 1;
          const request = { query, variables: query.includes('$r') ? { r: [{ __typename: field[0], id: 'x' }] } : {} };
          const about = `${field.join('.')}, ${nameOf(principal)}, ${owned ? 'own' : "somebody else's"}: ${query}`;
          if (isSubscription) {
            const got = await verdictOfSubscription(schema, query, { principal, parent });
            if (got !== expected) differences.push(`${about}: the rule says ${expected}, subscribing ${got}`);
            continue;
          }
          const answer = await fast.run(request, { principal, parent: parentOf(principal, owned) });
          const stockAnswer = await stock.run(request, { principal, parent: parentOf(principal, owned) });
          const got = verdictOf(answer);
          if (got !== expected) differences.push(`${about}: the rule says ${expected}, the lean path ${got}`);
          if (JSON.stringify(answer) !== JSON.stringify(stockAnswer)) {
            differences.push(`${about}: Apollo Server ${JSON.stringify(stockAnswer)}, the lean path ${JSON.stringify(answer)}`);
          }
        }
      }
    }
  }
  await stock.stop();
  return { fields: cases.length, asked, differences };
}

const silent = createLogger({ process: 'persona-matrix', level: 'silent' });

/** One of each persona, a visitor, and processes with no scope and with every scope that the table names. */
function principals(access: AccessTable): readonly Principal[] {
  const scopes = [...JSON.stringify(access).matchAll(/service with ([\w.]+)/g)].map((found) => found[1] ?? '');
  const users = PERSONAS.filter((persona) => persona !== 'service').map((persona) => person('raices', persona, persona));
  return [...users, visitor('raices'), worker('raices', 'process', []), worker('raices', 'process', [...new Set(scopes)])];
}

function nameOf(principal: Principal): string {
  if (principal.kind === 'user') return principal.persona;
  return principal.kind === 'service' ? `process with [${principal.scopes.join(', ')}]` : 'visitor';
}

/** An object all of whose fields are the asker's id, or somebody else's: whatever a rule looks at says whose it is. */
function parentOf(principal: Principal, owned: boolean): object {
  const id = owned && principal.kind === 'user' ? principal.userId : person('raices', 'somebody', 'learner').userId;
  return new Proxy(
    {},
    {
      get(target, key) {
        if (Reflect.has(target, key)) return Reflect.get(target, key);
        return typeof key === 'string' && key !== 'then' ? id : undefined;
      },
    },
  );
}

/** The island's schema and rules over stand-in data; a root field per type leads to the object that a case is about. */
function standInSchema(definition: Definition): GraphQLSchema {
  const own = buildGuardedSchema(definition);
  const types = Object.values(own.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('_'),
  ) as GraphQLObjectType[];
  const reachable = types.filter((type) => !ROOTS.includes(type.name));
  const doors = parse(`extend type Query { ${reachable.map((type) => `${doorTo(type.name)}: ${type.name}`).join(' ')} }`);
  const kept = Object.entries(definition.resolvers).filter(([name]) => !isObjectType(own.getType(name)));
  const resolvers: Record<string, unknown> = Object.fromEntries(kept);
  for (const type of types) resolvers[type.name] = standInResolvers(own, type);
  Object.assign(
    resolvers['Query'] as object,
    Object.fromEntries(
      reachable.map((type) => [doorTo(type.name), (_parent: unknown, _args: unknown, { parent }: Context) => parent]),
    ),
  );
  return buildGuardedSchema({
    name: definition.name,
    typeDefs: { ...definition.typeDefs, definitions: [...definition.typeDefs.definitions, ...doors.definitions] },
    resolvers,
    access: { ...definition.access, Query: { ...rulesOfQuery(own, definition.access), ...openDoors(reachable) } },
  });
}

function standInResolvers(schema: GraphQLSchema, type: GraphQLObjectType): Record<string, unknown> {
  const fields = Object.values(type.getFields()).filter((field) => !field.name.startsWith('_'));
  if (type.name === 'Subscription') {
    return Object.fromEntries(fields.map((field) => [field.name, { subscribe: async function* () {} }]));
  }
  const resolvers = fields.map((field) => [field.name, () => outputStandIn(schema, field.type)] as const);
  return {
    ...Object.fromEntries(resolvers),
    ...(ROOTS.includes(type.name) ? {} : { __resolveReference: (_reference: unknown, { parent }: Context) => parent }),
  };
}

function rulesOfQuery(schema: GraphQLSchema, access: AccessTable): AccessTable[string] {
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((field) => !field.startsWith('_'));
  return Object.fromEntries(fields.map((field) => [field, ruleFor(access, 'Query', field) ?? everyone]));
}

function openDoors(types: readonly GraphQLObjectType[]): AccessTable[string] {
  return Object.fromEntries(types.map((type) => [doorTo(type.name), everyone]));
}

function doorTo(type: string): string {
  return `standIn${type}`;
}

/** Every field that a rule decides, and the operations that reach it. */
function* casesOf(schema: GraphQLSchema) {
  const entities = new Set(entityNames(schema));
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_') || field.name.startsWith('standIn')) continue;
      const selected = `${field.name}${requiredArguments(field.args)}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
      yield {
        field: [type.name, field.name] as const,
        isSubscription: type.name === 'Subscription',
        routes: ROOTS.includes(type.name)
          ? [`${type.name.toLowerCase()} { ${selected} }`]
          : [
              `query { ${doorTo(type.name)} { ${selected} } }`,
              ...(entities.has(type.name)
                ? [`query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type.name} { ${selected} } } }`]
                : []),
            ],
      };
    }
  }
}

function entityNames(schema: GraphQLSchema): readonly string[] {
  const union = schema.getType('_Entity');
  return union !== undefined && 'getTypes' in union ? union.getTypes().map((type) => type.name) : [];
}

function expectedOf(decide: () => boolean): string {
  try {
    return decide() ? 'data' : 'FORBIDDEN';
  } catch {
    return 'UNAVAILABLE';
  }
}

function verdictOf({ data, errors }: IslandResponse): string {
  const [error, ...more] = errors ?? [];
  if (error === undefined) return data === null || data === undefined ? 'nothing' : 'data';
  return more.length > 0 ? `${more.length + 1} errors` : String(error.extensions?.['code']);
}

async function verdictOfSubscription(schema: GraphQLSchema, query: string, contextValue: Context): Promise<string> {
  const result = await subscribe({ schema, document: parse(query), contextValue });
  return 'errors' in result ? String(result.errors?.[0]?.extensions['code']) : 'data';
}
