import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLFormattedError,
  type GraphQLLeafType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type ClientOperation, fieldsOf, type Inclusion, setsUnder } from './selected-fields.ts';

type Path = readonly (string | number)[];

/** An answer completed value by value, as the specification says. Paths of errors are the client's. */
export type Completion = { readonly data: object | null; readonly errors: readonly GraphQLFormattedError[] };

/** More broken promises than this are not told one by one. */
const MAX_ERRORS = 100;

/**
 * Completes what was fetched: a value that is not of its type becomes null, a null where the schema promises a value takes its parent with
 * it, and each of these is an error. What is `@inaccessible` becomes null without one, which would tell that it is there. Slower than the
 * writer, and for every input.
 */
export function completeResponse(
  client: ClientOperation,
  rootType: GraphQLCompositeType,
  rootSets: readonly SelectionSetNode[],
  isIncluded: Inclusion,
  keyInside: (field: FieldNode) => string,
  root: Readonly<Record<string, unknown>>,
  introspected: Readonly<Record<string, string>>,
): Completion {
  const errors: GraphQLFormattedError[] = [];
  const { schema, hidden } = client;

  /** Notes a broken promise; the value is then null. */
  function broken(message: string, path: Path): null {
    if (errors.length < MAX_ERRORS) errors.push({ message, path: [...path], extensions: { code: 'INTERNAL' } });
    return null;
  }
  /** Undefined when the parent must be null. */
  function complete(type: GraphQLOutputType, sets: readonly SelectionSetNode[], value: unknown, path: Path): unknown {
    if (!isNonNullType(type)) return completeNullable(type, sets, value, path);
    const before = errors.length;
    const completed = completeNullable(type.ofType, sets, value, path);
    if (completed !== null) return completed;
    if (errors.length === before && before < MAX_ERRORS) broken(`A value is missing that the schema promises.`, path);
    return undefined;
  }
  function completeNullable(type: GraphQLOutputType, sets: readonly SelectionSetNode[], value: unknown, path: Path): unknown {
    if (value === null || value === undefined) return null;
    if (isNonNullType(type)) return completeNullable(type.ofType, sets, value, path);
    if (isListType(type)) {
      if (!Array.isArray(value)) return broken('A list was promised.', path);
      const list: unknown[] = [];
      for (const [index, element] of value.entries()) {
        const completed = complete(type.ofType, sets, element, [...path, index]);
        if (completed === undefined) return null;
        list.push(completed);
      }
      return list;
    }
    if (isCompositeType(type)) {
      if (typeof value !== 'object' || Array.isArray(value)) return broken('An object was promised.', path);
      return completeObject(type, sets, value as Record<string, unknown>, path);
    }
    if (isOfLeafType(type, value)) return value;
    return hidden?.isHiddenValue(type, value) === true ? null : broken('A value is not of its type.', path);
  }
  function completeObject(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
    object: Readonly<Record<string, unknown>>,
    path: Path,
  ): object | null {
    const actual = typeOf(type, object['__typename']);
    if (actual === undefined) {
      if (hidden?.isHiddenType(type, object['__typename']) === true) return null;
      return broken('An object is of no type that the schema allows here.', path);
    }
    const definitions = 'getFields' in actual ? actual.getFields() : {};
    const completed = Object.create(null) as Record<string, unknown>;
    for (const [key, nodes] of fieldsOf(client, actual, sets, isIncluded)) {
      const [node] = nodes;
      if (node === undefined) continue;
      if (node.name.value === '__typename') {
        if (!isObjectType(actual)) return broken('The type of an object is not known.', [...path, key]);
        completed[key] = actual.name;
        continue;
      }
      if (node.name.value.startsWith('__')) {
        completed[key] = JSON.parse(introspected[key] ?? 'null');
        continue;
      }
      const field = definitions[node.name.value];
      if (field === undefined) continue;
      const inside = keyInside(node);
      const value = Object.hasOwn(object, inside) ? object[inside] : null;
      const result = complete(field.type, setsUnder(nodes), value, [...path, key]);
      if (result === undefined) return null;
      completed[key] = result;
    }
    return completed;
  }
  /** The type that an object says it is; the declared one when it says nothing; undefined when the two do not go together. */
  function typeOf(declared: GraphQLCompositeType, name: unknown): GraphQLCompositeType | undefined {
    if (name === undefined || name === declared.name) return declared;
    const type = typeof name === 'string' ? schema.getType(name) : undefined;
    if (!isAbstractType(declared) || !isObjectType(type)) return undefined;
    return schema.isSubType(declared, type) ? type : undefined;
  }

  const data = completeObject(rootType, rootSets, root, []);
  return { data, errors };
}

function isOfLeafType(type: GraphQLLeafType, value: unknown): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  switch (type.name) {
    case 'String':
      return typeof value === 'string';
    case 'ID':
      return typeof value === 'string' || Number.isInteger(value);
    case 'Int':
      return Number.isInteger(value);
    case 'Float':
      return Number.isFinite(value);
    case 'Boolean':
      return typeof value === 'boolean';
    default:
      return true;
  }
}
