import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { FixedField } from '../planning/supergraph-preparation.ts';
import { deepMerge } from './deep-merge.ts';
import { isPlainName, jsonOf } from './json-text.ts';
import { applyRewrites, fulfils } from './rewrites.ts';

type Tree = Record<string, unknown>;

/** What is sent of the entities of one type. */
type Shape = {
  /** The representation as JSON text; undefined when the object lacks something that is required. */
  json(object: Tree): string | undefined;
  /** Of representations that consist of scalars: how two objects are told apart without writing them. */
  readonly identity: Identity | undefined;
};

type Identity = {
  /** A value that objects with the same representation have in common; undefined when something required is missing. */
  keyOf(object: Tree): unknown;
  isSame(left: Tree, right: Tree): boolean;
};

/** The different representations of some objects. */
export type Representations = {
  /** JSON texts, each once, in order of first occurrence. */
  readonly texts: string[];
  /** The objects that have a representation. */
  readonly targets: Tree[];
  /** By index of `targets`: the index of its representation. */
  readonly indexes: number[];
};

/** Writes the representations of objects. */
export type Representer = (objects: readonly Tree[]) => Representations;

/**
 * Compiles what a fetch requires of the entities that it is about. `keysOf` has the keys, as field names, by which the subgraph finds
 * entities of a type: an object of a type of which the fetch has no key (it was planned for another type of the same interface) is not sent.
 */
export function compileRepresenter(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  inputRewrites: readonly FetchDataRewrite[] | undefined,
  fixedFields: ReadonlyMap<string, FixedField>,
  keysOf: (type: string) => readonly (readonly string[])[],
): Representer {
  const shapes = new Map<string, Shape>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const fragments = requires.filter((one) => one.kind === 'InlineFragment' && one.typeCondition !== undefined);
    const own = fragments.filter((one) => one.kind === 'InlineFragment' && fulfils(schema, type.name, one.typeCondition ?? ''));
    if (own.length === 0) continue;
    const typeName = renamedType(schema, type.name, inputRewrites);
    if (typeName !== undefined && !hasKey(own, keysOf(typeName))) continue;
    const [only] = own;
    const isSimple = own.length === 1 && typeName !== undefined && isPlain(only?.selections ?? []);
    shapes.set(
      type.name,
      isSimple
        ? compileShape(only?.selections ?? [], typeName, fixedFields)
        : { json: (object) => writeSlowly(schema, object, own, inputRewrites, fixedFields), identity: undefined },
    );
  }
  return (objects) => represent(objects, shapes);
}

function represent(objects: readonly Tree[], shapes: ReadonlyMap<string, Shape>): Representations {
  const texts: string[] = [];
  const targets: Tree[] = [];
  const indexes: number[] = [];
  // Objects that are told apart by identity: the first with each key, and for each the next with the same key and another representation.
  const firstWith = new Map<unknown, number>();
  const ofText = new Map<string, number>();
  const examples: Tree[] = [];
  const next: number[] = [];
  const add = (object: Tree, text: string): number => {
    next.push(-1);
    examples.push(object);
    return texts.push(text) - 1;
  };
  function indexOfText(object: Tree, { json }: Shape): number | undefined {
    const text = json(object);
    if (text === undefined) return undefined;
    const index = ofText.get(text) ?? add(object, text);
    ofText.set(text, index);
    return index;
  }
  function indexOfIdentity(object: Tree, { json }: Shape, identity: Identity): number | undefined {
    const key = identity.keyOf(object);
    if (key === undefined) return undefined;
    let index = firstWith.get(key);
    if (index === undefined) {
      const added = add(object, json(object) ?? '');
      firstWith.set(key, added);
      return added;
    }
    while (!identity.isSame(object, examples[index] as Tree)) {
      const following: number = next[index] as number;
      if (following === -1) {
        const added = add(object, json(object) ?? '');
        next[index] = added;
        return added;
      }
      index = following;
    }
    return index;
  }

  let lastType: unknown;
  let shape: Shape | undefined;
  for (const object of objects) {
    const { __typename: type } = object;
    if (type !== lastType) {
      lastType = type;
      shape = typeof type === 'string' ? shapes.get(type) : undefined;
    }
    if (shape === undefined) continue;
    const index = shape.identity === undefined ? indexOfText(object, shape) : indexOfIdentity(object, shape, shape.identity);
    if (index === undefined) continue;
    targets.push(object);
    indexes.push(index);
  }
  return { texts, targets, indexes };
}

function isPlain(selections: readonly QueryPlanSelectionNode[]): boolean {
  return selections.every(
    (one) =>
      one.kind === 'Field' && isPlainName(one.alias ?? one.name) && (one.selections === undefined || isPlain(one.selections)),
  );
}

/** Whether what is selected of an entity has all fields of one of these keys. */
function hasKey(fragments: readonly QueryPlanSelectionNode[], keys: readonly (readonly string[])[]): boolean {
  const selected = fragments.flatMap((one) => one.selections ?? []);
  const names = new Set(selected.map((one) => (one.kind === 'Field' ? one.name : undefined)));
  return names.has(undefined) || keys.some((key) => key.every((name) => names.has(name)));
}

/** The type that a representation names; undefined when more than the type is rewritten. */
function renamedType(schema: GraphQLSchema, type: string, rewrites: readonly FetchDataRewrite[] = []): string | undefined {
  let renamed = type;
  for (const rewrite of rewrites) {
    const [on, key, ...deeper] = rewrite.path;
    const isOfType = rewrite.kind === 'ValueSetter' && on?.startsWith('... on ') && key === '__typename' && deeper.length === 0;
    if (!isOfType || typeof rewrite.setValueTo !== 'string') return undefined;
    if (on !== undefined && fulfils(schema, renamed, on.slice('... on '.length))) renamed = rewrite.setValueTo;
  }
  return renamed;
}

function compileShape(
  selections: readonly QueryPlanSelectionNode[],
  typeName: string,
  fixedFields: ReadonlyMap<string, FixedField>,
): Shape {
  const fields = selections.filter((one) => one.kind === 'Field');
  const keyed = fields.filter((one) => one.name !== '__typename');
  const functions: string[] = [];

  function writer(of: readonly QueryPlanSelectionNode[], fixedType: string | undefined): string {
    const name = `write${functions.length}`;
    functions.push('');
    const parts: string[] = [];
    const reads: string[] = [];
    of.forEach((one, index) => {
      if (one.kind !== 'Field') return;
      const key = one.alias ?? one.name;
      const sentAs = JSON.stringify(fixedFields.get(key)?.field ?? key);
      const comma = parts.length === 0 ? '' : ',';
      if (one.name === '__typename' && fixedType !== undefined) {
        parts.push(JSON.stringify(`${comma}${sentAs}:${JSON.stringify(fixedType)}`));
        return;
      }
      reads.push(`const f${index} = o.${key}; if (f${index} === undefined) return undefined;`);
      const text = one.selections === undefined ? `json(f${index})` : `nested(f${index}, ${writer(one.selections, undefined)})`;
      parts.push(JSON.stringify(`${comma}${sentAs}:`), text);
    });
    functions[Number(name.slice('write'.length))] =
      `function ${name}(o) { ${reads.join(' ')} return '{' + ${[...parts, "'}'"].join(' + ')}; }`;
    return name;
  }
  const write = writer(fields, typeName);
  const nested = `function nested(value, write) {
    if (Array.isArray(value)) return '[' + value.map((element) => nested(element, write)).join(',') + ']';
    return value === null || typeof value !== 'object' ? 'null' : write(value) ?? 'null';
  }`;
  const source = `${nested}\n${functions.join('\n')}\nreturn ${write};`;
  const json = new Function('json', source)(jsonOf) as Shape['json'];
  const [first] = keyed;
  if (first === undefined || keyed.some((one) => one.selections !== undefined)) return { json, identity: undefined };
  return { json, identity: compileIdentity(keyed.map((one) => one.alias ?? one.name)) };
}

/** Objects are bucketed by their first scalar; a list or an object (a custom scalar) is the same only if it is identical. */
function compileIdentity(keys: readonly string[]): Identity {
  const missing = keys.map((key) => `o.${key} === undefined`).join(' || ');
  const same = ['__typename', ...keys].map((key) => `a.${key} === b.${key}`).join(' && ');
  const source = `return { keyOf: (o) => ${missing} ? undefined : o.${keys[0]}, isSame: (a, b) => ${same} };`;
  return new Function(source)() as Identity;
}

/** The same for what is not compiled: every fragment that fulfils its condition and has all its fields counts. */
function writeSlowly(
  schema: GraphQLSchema,
  object: Tree,
  fragments: readonly QueryPlanSelectionNode[],
  rewrites: readonly FetchDataRewrite[] | undefined,
  fixedFields: ReadonlyMap<string, FixedField>,
): string | undefined {
  const whole = Object.create(null) as Tree;
  for (const { selections } of fragments) {
    const part = pick(schema, object, selections ?? []);
    if (part !== undefined) deepMerge(whole, part);
  }
  if (whole['__typename'] === undefined) return undefined;
  if (rewrites !== undefined) applyRewrites(schema, rewrites, whole);
  return JSON.stringify(
    whole,
    fixedFields.size === 0 ? undefined : (_key, value: unknown) => withoutFixedNames(value, fixedFields),
  );
}

function pick(schema: GraphQLSchema, object: Tree, selections: readonly QueryPlanSelectionNode[]): Tree | undefined {
  const picked = Object.create(null) as Tree;
  const pickValue = (value: unknown, of: readonly QueryPlanSelectionNode[]): unknown => {
    if (Array.isArray(value)) return value.map((element) => pickValue(element, of));
    return typeof value === 'object' && value !== null ? (pick(schema, value as Tree, of) ?? null) : null;
  };
  for (const one of selections) {
    if (one.kind === 'Field') {
      const key = one.alias ?? one.name;
      if (!Object.hasOwn(object, key) || object[key] === undefined) return undefined;
      picked[key] = one.selections === undefined ? object[key] : pickValue(object[key], one.selections);
    } else {
      const type = object['__typename'];
      if (one.typeCondition !== undefined && !(typeof type === 'string' && fulfils(schema, type, one.typeCondition))) continue;
      const part = pick(schema, object, one.selections);
      if (part !== undefined) deepMerge(picked, part);
    }
  }
  return picked;
}

function withoutFixedNames(value: unknown, fixedFields: ReadonlyMap<string, FixedField>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fixedFields.get(key)?.field ?? key, inner]));
}
