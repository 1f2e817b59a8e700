import type { FetchDataRewrite } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

type Tree = Record<string, unknown>;

const ON = '... on ';

/** Whether an object of type `typeName` fulfils a type condition; both may be interfaces. */
export function fulfils(schema: GraphQLSchema, typeName: string, condition: string): boolean {
  if (typeName === condition) return true;
  const [type, on] = [schema.getType(typeName), schema.getType(condition)];
  return isAbstractType(on) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(on, type);
}

/**
 * Applies what the plan says is to be changed in a value: a value set, or a key renamed, wherever its path leads. A type condition in the
 * path holds for objects without `__typename`.
 */
export function applyRewrites(schema: GraphQLSchema, rewrites: readonly FetchDataRewrite[], value: unknown): void {
  for (const rewrite of rewrites) {
    const key = rewrite.path.at(-1);
    if (key === undefined) continue;
    visitAt(schema, value, rewrite.path, 0, (tree) => {
      if (rewrite.kind === 'ValueSetter') tree[key] = rewrite.setValueTo as unknown;
      else if (Object.hasOwn(tree, key) && tree[key] !== undefined) {
        tree[rewrite.renameKeyTo] = tree[key];
        delete tree[key];
      }
    });
  }
}

function visitAt(
  schema: GraphQLSchema,
  value: unknown,
  path: readonly string[],
  index: number,
  change: (tree: Tree) => void,
): void {
  if (Array.isArray(value)) {
    for (const element of value) visitAt(schema, element, path, index, change);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const tree = value as Tree;
  if (index === path.length - 1) {
    change(tree);
    return;
  }
  const step = path[index] ?? '';
  if (!step.startsWith(ON)) {
    if (Object.hasOwn(tree, step)) visitAt(schema, tree[step], path, index + 1, change);
    return;
  }
  const typeName = tree['__typename'];
  if (typeof typeName !== 'string' || fulfils(schema, typeName, step.slice(ON.length))) {
    visitAt(schema, tree, path, index + 1, change);
  }
}
