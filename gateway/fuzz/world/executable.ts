import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Composed } from '../supergraph/composed.ts';
import type { Found, Thing, World } from './world.ts';

type Representation = Readonly<Record<string, unknown>>;

/** One executable schema for each subgraph, all of which answer from this world. */
export function subgraphSchemas({ subgraphs }: Composed, world: World): Record<string, GraphQLSchema> {
  return Object.fromEntries(
    Object.entries(subgraphs).map(([name, sdl]) => {
      const schema = buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
      for (const type of Object.values(schema.getTypeMap())) {
        if (type.name.startsWith('_')) continue;
        if (isAbstractType(type)) type.resolveType = typeOf;
        if (isObjectType(type))
          resolveFields(type, schema, (found, field, args) => subgraphValue(world, name, type.name, found, field, args));
        if (isObjectType(type) || isInterfaceType(type)) {
          const resolveReference = (representation: Representation) => reference(world, name, type.name, representation);
          type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
        }
      }
      return [name, schema];
    }),
  );
}

/** The API schema, made executable over this world without any subgraph. */
export function monolithSchema({ api }: Composed, world: World): GraphQLSchema {
  for (const type of Object.values(api.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) type.resolveType = typeOf;
    if (isObjectType(type)) {
      resolveFields(type, api, ({ thing }, field, args) => {
        const requirement = world.rules.requirement(thing.type, field);
        const value = world.value(
          thing,
          field,
          args,
          requirement === undefined ? undefined : world.requiredOf(thing, requirement),
        );
        return withoutHidden(api, getNamedType(type.getFields()[field]?.type), value);
      });
    }
  }
  return api;
}

/** What clients may not see is null to them, and no error tells of it. */
function withoutHidden(api: GraphQLSchema, type: GraphQLNamedType | undefined, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutHidden(api, type, one));
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) === undefined ? null : value;
  if (!isCompositeType(type) || value === null) return value;
  return api.getType((value as Found).thing.type) === undefined ? null : value;
}

function typeOf(value: Found): string {
  return value.thing.type;
}

function resolveFields(
  type: GraphQLObjectType,
  schema: GraphQLSchema,
  value: (found: Found, field: string, args: Record<string, unknown>) => unknown,
): void {
  const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
  const root: Found = { thing: { type: type.name, number: 0 } };
  for (const field of Object.values(type.getFields())) {
    if (!field.name.startsWith('_')) field.resolve = (source: Found, args) => value(isRoot ? root : source, field.name, args);
  }
}

function subgraphValue(
  world: World,
  subgraph: string,
  type: string,
  found: Found,
  field: string,
  args: Record<string, unknown>,
): unknown {
  const { thing, representation } = found;
  const facts = world.rules.facts.get(subgraph)?.get(type)?.fields.get(field);
  if (world.rules.isOverridden(subgraph, type, field)) {
    throw new GraphQLError(`${subgraph} no longer answers ${type}.${field}.`);
  }
  if (facts?.requires !== undefined) {
    if (representation !== undefined) return world.value(thing, field, args, requiredIn(world, representation, facts.requires));
    if (!isProvided(world, subgraph, type, found, facts.requires)) {
      throw new GraphQLError(`${type}.${field} was asked without a representation.`);
    }
  }
  const requirement = world.rules.requirement(thing.type, field);
  const value = world.value(thing, field, args, requirement === undefined ? undefined : world.requiredOf(thing, requirement));
  const provided = facts?.provides ?? [];
  return provided.length === 0 ? value : withProvided(value, provided);
}

/** Whether what a field requires is known without a representation: of this subgraph, or provided on the path to it. */
function isProvided(
  world: World,
  subgraph: string,
  type: string,
  { provided = [] }: Found,
  { selections }: SelectionSetNode,
): boolean {
  const fields = world.rules.facts.get(subgraph)?.get(type)?.fields;
  return selections.every((one) => {
    const known = one.kind === Kind.FIELD ? fields?.get(one.name.value) : undefined;
    return known !== undefined && (!known.isExternal || provided.includes(known.name));
  });
}

function withProvided(value: unknown, provided: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => withProvided(one, provided));
  return typeof value === 'object' && value !== null && 'thing' in value ? { ...value, provided } : value;
}

/** The part of a representation that a field requires. Throws when something is missing. */
function requiredIn(world: World, value: Representation, selection: SelectionSetNode): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const one of selection.selections) {
    if (one.kind === Kind.INLINE_FRAGMENT) {
      if (applies(world, value, one)) Object.assign(values, requiredIn(world, value, one.selectionSet));
    }
    if (one.kind !== Kind.FIELD) continue;
    const { selectionSet } = one;
    const given = Object.hasOwn(value, one.name.value) ? value[one.name.value] : undefined;
    if (given === undefined) throw new GraphQLError(`A representation lacks "${one.name.value}".`);
    const shape = (inner: unknown): unknown => {
      if (Array.isArray(inner)) return inner.map(shape);
      if (inner === null || selectionSet === undefined) return inner;
      return requiredIn(world, inner as Representation, selectionSet);
    };
    values[one.name.value] = shape(given);
  }
  return values;
}

/** The planner may leave out `__typename`; then a condition holds when what it selects is there. */
function applies(world: World, value: Representation, { typeCondition, selectionSet }: InlineFragmentNode): boolean {
  const typename = value['__typename'];
  if (typeof typename === 'string') return world.isA(typename, typeCondition?.name.value);
  return selectionSet.selections.every((one) => one.kind !== Kind.FIELD || Object.hasOwn(value, one.name.value));
}

/** The entity that a representation means. Rejects when it has no key, or disagrees with the world. */
async function reference(world: World, subgraph: string, type: string, representation: Representation): Promise<Found | null> {
  const facts = world.rules.facts.get(subgraph)?.get(type);
  for (const { selection, isResolvable } of facts?.keys ?? []) {
    const thing = isResolvable ? thingOf(world, type, representation, selection) : undefined;
    if (thing === undefined) continue;
    const given = JSON.stringify(requiredIn(world, representation, selection));
    if (given !== JSON.stringify(world.requiredOf(thing, selection)))
      throw new GraphQLError(`A key of ${type} is not what the world says: ${given}`);
    const lost = world.missing(subgraph, thing);
    if (lost === 'broken') throw new GraphQLError('The entity is broken.');
    return lost === 'gone' ? null : { thing, representation };
  }
  throw new GraphQLError(`${subgraph} was asked for a ${type} without any of its keys.`);
}

function thingOf(world: World, type: string, representation: Representation, key: SelectionSetNode): Thing | undefined {
  const leaves = key.selections.filter((one) => one.kind === Kind.FIELD);
  if (leaves.some((one) => representation[one.name.value] === undefined)) return undefined;
  const last = leaves.filter((one) => one.selectionSet === undefined).at(-1);
  return last === undefined ? undefined : world.find(type, last.name.value, representation[last.name.value]);
}
