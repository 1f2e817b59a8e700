import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { CacheScope } from './cache-words.ts';
import type { CacheHints } from './hints.ts';
import { STEADY_TYPES } from './marks.ts';

/** How long, for whom, and until what happens the answer to an operation may be kept. */
export type CachePlan = {
  readonly maxAgeSeconds: number;
  readonly scope: CacheScope;
  /** Entity types that the answer shows without our knowing which: any change of one of them ends it. Sorted. */
  readonly types: readonly string[];
  /** Entities that the operation names by id. */
  readonly lookups: readonly { readonly type: string; readonly id: ValueNode }[];
};

/** What a hint means that says no age: 5 min. */
const DEFAULT_MAX_AGE_SECONDS = 300;

/** No answer is kept longer, 15 min, whatever the hint says: marks must outlive it, and there is one for each person who changes something. */
export const LONGEST_MAX_AGE_SECONDS = 900;

/** An answer that shows nothing but types that rarely change may be kept for a day. */
export const LONGEST_MAX_AGE_OF_STEADY_SECONDS = 86_400;

type Walk = {
  readonly hints: CacheHints;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly visited: Set<string>;
  readonly types: Set<string>;
  readonly lookups: { readonly type: string; readonly id: ValueNode }[];
  /** Infinity until something is restricted; 0 ends the walk. */
  maxAgeSeconds: number;
  isPrivate: boolean;
};

/**
 * The plan of a query; undefined when its answer may not be kept. Apollo's rules: the least age of all parts holds; a field on the root, or
 * one that yields objects, has age 0 unless it or its type is hinted; other fields are as their parent. Ours: a hint without a scope is
 * PRIVATE. `@skip` and `@include` are left out of account, so a part that is not shown restricts as well.
 */
export function planOperation(
  hints: CacheHints,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CachePlan | undefined {
  const query = hints.schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || query == null) return undefined;
  const walk = beginWalk(hints, document);
  walkSelections(walk, query, operation.selectionSet);
  return endWalk(walk);
}

/** The plan of a call that fetches entities, for each of them alone; undefined when they may not be kept. */
export function planEntityFetch(hints: CacheHints, text: string): CachePlan | undefined {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [root, ...more] = operation?.selectionSet.selections ?? [];
  if (root?.kind !== Kind.FIELD || root.name.value !== '_entities' || more.length > 0 || root.selectionSet === undefined) {
    return undefined;
  }
  const walk = beginWalk(hints, document);
  for (const selection of root.selectionSet.selections) {
    if (selection.kind === Kind.FIELD && selection.name.value === '__typename') continue;
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    const condition = fragment === undefined || fragment.kind === Kind.FIELD ? undefined : fragment.typeCondition?.name.value;
    const type = condition === undefined ? undefined : hints.schema.getType(condition);
    if (fragment === undefined || fragment.kind === Kind.FIELD || !isCompositeType(type)) return undefined;
    // Like a field on the root: there is no parent whose age it could have.
    restrict(walk, undefined, type, true);
    walkSelections(walk, type, fragment.selectionSet);
  }
  return endWalk(walk);
}

function beginWalk(hints: CacheHints, document: DocumentNode): Walk {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    hints,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    visited: new Set(),
    types: new Set(),
    lookups: [],
    maxAgeSeconds: Number.POSITIVE_INFINITY,
    isPrivate: false,
  };
}

function endWalk({ maxAgeSeconds, isPrivate, types, lookups }: Walk): CachePlan | undefined {
  if (maxAgeSeconds === 0 || maxAgeSeconds === Number.POSITIVE_INFINITY) return undefined;
  const shown = [...types, ...lookups.map(({ type }) => type)];
  const isSteady = shown.length > 0 && shown.every((type) => STEADY_TYPES.has(type));
  return {
    maxAgeSeconds: Math.min(maxAgeSeconds, isSteady ? LONGEST_MAX_AGE_OF_STEADY_SECONDS : LONGEST_MAX_AGE_SECONDS),
    scope: isPrivate ? 'PRIVATE' : 'PUBLIC',
    types: [...types].sort(),
    lookups,
  };
}

function walkSelections(walk: Walk, parent: GraphQLCompositeType, set: SelectionSetNode): void {
  for (const selection of set.selections) {
    if (walk.maxAgeSeconds === 0) return;
    if (selection.kind === Kind.FIELD) {
      walkField(walk, parent, selection);
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      // A second visit would restrict nothing further, and fragments that spread one another would be walked exponentially often.
      if (walk.visited.has(selection.name.value)) continue;
      walk.visited.add(selection.name.value);
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    const type = condition === undefined ? parent : walk.hints.schema.getType(condition);
    if (fragment === undefined || !isCompositeType(type)) walk.maxAgeSeconds = 0;
    else walkSelections(walk, type, fragment.selectionSet);
  }
}

function walkField(walk: Walk, parent: GraphQLCompositeType, node: FieldNode): void {
  if (node.name.value === '__typename') return;
  const fields = fieldsOf(walk, parent, node.name.value);
  // The schema's own fields, and whatever this schema does not know.
  if (fields.length === 0) walk.maxAgeSeconds = 0;
  const isRoot = parent === walk.hints.schema.getQueryType();
  const seen = new Set<GraphQLNamedType>();
  for (const field of fields) {
    const type = getNamedType(field.type);
    restrict(walk, field, type, isRoot);
    if (seen.has(type) || !isCompositeType(type)) continue;
    seen.add(type);
    const id = isRoot ? idOfLookup(field, node) : undefined;
    for (const name of walk.hints.objectTypesOf(type)) {
      if (!walk.hints.isEntity(name)) continue;
      if (id === undefined) walk.types.add(name);
      else walk.lookups.push({ type: name, id });
    }
    if (node.selectionSet !== undefined) walkSelections(walk, type, node.selectionSet);
  }
}

/** A field as each type declares it that the parent may turn out to be: their hints may differ. */
function fieldsOf(walk: Walk, parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown>[] {
  const possible = isAbstractType(parent) ? walk.hints.schema.getPossibleTypes(parent) : [];
  const declared = isUnionType(parent) ? [] : [parent.getFields()[name]];
  return [...declared, ...possible.map((type) => type.getFields()[name])].filter((field) => field !== undefined);
}

/** The id by which a field on the root looks up one object: `course(id:)` shows that course and no other. */
function idOfLookup(field: GraphQLField<unknown, unknown>, node: FieldNode): ValueNode | undefined {
  const isOne = isObjectType(getNamedType(field.type)) && !isListType(getNullableType(field.type));
  if (!isOne || field.args.length !== 1 || field.args[0]?.name !== 'id') return undefined;
  return node.arguments?.find(({ name }) => name.value === 'id')?.value;
}

function restrict(walk: Walk, field: GraphQLField<unknown, unknown> | undefined, type: GraphQLNamedType, isRoot: boolean): void {
  const ofType = isCompositeType(type) ? walk.hints.ofType(type) : undefined;
  const ofField = field === undefined ? undefined : walk.hints.ofField(field);
  const inherits = (ofType?.inheritsMaxAge ?? false) || (ofField?.inheritsMaxAge ?? false);
  const scope = ofField?.scope ?? ofType?.scope;
  let maxAgeSeconds = ofField?.maxAgeSeconds ?? ofType?.maxAgeSeconds;
  const saysKeep = [ofField, ofType].some((hint) => hint !== undefined && !hint.inheritsMaxAge);
  if (maxAgeSeconds === undefined && saysKeep) maxAgeSeconds = DEFAULT_MAX_AGE_SECONDS;
  if (maxAgeSeconds === undefined && ((isCompositeType(type) && !inherits) || isRoot)) maxAgeSeconds = 0;
  if (maxAgeSeconds !== undefined) walk.maxAgeSeconds = Math.min(walk.maxAgeSeconds, maxAgeSeconds);
  if (scope === 'PRIVATE' || (maxAgeSeconds !== undefined && scope !== 'PUBLIC')) walk.isPrivate = true;
}
