import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Amount, Given } from './amount.ts';
import type { ListSize } from './cost-directives.ts';

/** The size that an operation asks a list to have. */
type Slice = {
  /** At least 1; undefined when neither the operation nor the schema says anything. */
  readonly size: Amount | undefined;
  /** Only where exactly one slicing argument must be given: what is wrong, as a sentence. */
  readonly findUnbounded?: (given: Given) => string | undefined;
};

/** A value: known when a document is compiled, or read from the variables of a request. */
type Reader = { readonly isConstant: boolean; readonly read: (given: Given) => unknown };

/**
 * Compiles the size that one field asks for by its slicing arguments, whose defaults count as given. `otherwise`: the size when they turn out
 * not to be given, and none is assumed.
 */
export function compileSlice(
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  listSize: ListSize,
  { coordinate, otherwise }: { coordinate: string; otherwise: number },
): Slice {
  const readers = listSize.slicingArguments
    .map((path) => readerOf(node, field, path))
    .filter((reader): reader is Reader => reader !== undefined);
  const fallback = listSize.assumedSize;
  const size: Amount | undefined =
    readers.length === 0
      ? fallback
      : ({ given }) => {
          let greatest: number | undefined;
          for (const { read } of readers) {
            const one = sizeOf(read(given));
            // A size below 1 must not make anything cheaper.
            if (one !== undefined) greatest = Math.max(1, greatest ?? 1, one);
          }
          return greatest ?? fallback ?? otherwise;
        };
  const isFixed = readers.every(({ isConstant }) => isConstant);
  return {
    size: typeof size === 'function' && isFixed ? size({ given: {} }) : size,
    ...(listSize.requiresOne
      ? {
          findUnbounded(given: Given) {
            const count = readers.filter(({ read }) => sizeOf(read(given)) !== undefined).length;
            if (count === 1) return undefined;
            const names = listSize.slicingArguments.map((path) => path.join('.')).join(', ');
            return `${coordinate} expects exactly one of ${names}; ${count} came.`;
          },
        }
      : {}),
  };
}

function constant(value: unknown): Reader {
  return { isConstant: true, read: () => value };
}

function readerOf(node: FieldNode, field: GraphQLField<unknown, unknown>, path: readonly string[]): Reader | undefined {
  const [first = '', ...rest] = path;
  const argument = field.args.find(({ name }) => name === first);
  if (argument === undefined) return undefined;
  const value = node.arguments?.find(({ name }) => name.value === first)?.value;
  return readerIn(value, argument, rest);
}

function readerIn(
  node: ValueNode | undefined,
  input: { readonly type: GraphQLInputType; readonly defaultValue?: unknown },
  path: readonly string[],
): Reader | undefined {
  const { type, defaultValue } = input;
  const pick = (value: unknown) => within(value, type, path);
  if (node === undefined) return defaultValue === undefined ? undefined : constant(pick(defaultValue));
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return { isConstant: false, read: (given) => pick(given[name] === undefined ? defaultValue : given[name]) };
  }
  const [next, ...rest] = path;
  if (next === undefined || node.kind !== Kind.OBJECT)
    return constant(next === undefined ? valueFromASTUntyped(node) : undefined);
  const named = getNamedType(type);
  const field = isInputObjectType(named) ? named.getFields()[next] : undefined;
  return field === undefined ? undefined : readerIn(node.fields.find(({ name }) => name.value === next)?.value, field, rest);
}

/** What stands at a path in a value, defaults of input fields counted. */
function within(value: unknown, type: GraphQLInputType, path: readonly string[]): unknown {
  const [next, ...rest] = path;
  if (next === undefined) return value;
  const named = getNamedType(type);
  const field = isInputObjectType(named) ? named.getFields()[next] : undefined;
  if (field === undefined || typeof value !== 'object' || value === null) return undefined;
  const given = Object.hasOwn(value, next) ? (value as Given)[next] : undefined;
  return within(given === undefined ? field.defaultValue : given, field.type, rest);
}

/** A number, or as many as a list of things to look up has. */
function sizeOf(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
