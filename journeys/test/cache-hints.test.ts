import { type AccessTable, everyone, ruleFor } from '@academy/platform/access';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { defineIslands } from '@academy/scripts/academy';
import { type ConstDirectiveNode, type DocumentNode, Kind, parse, type TypeNode } from 'graphql';
import { describe, expect, test } from 'vitest';

type Hint = { readonly isPublic: boolean; readonly inherits: boolean };
type Island = { readonly name: string; readonly typeDefs: DocumentNode; readonly access: AccessTable };
type Field = {
  readonly island: Island;
  readonly type: string;
  readonly name: string;
  readonly yields: string;
  readonly hint: Hint | undefined;
};

const authority = {
  url: 'http://authority',
  clientId: 'c',
  clientSecret: 'a secret of sixteen',
  pollFirstMs: 1,
  pollMaxMs: 1,
  lookupSettleMs: 1,
  breakerPauseMs: 1,
};
const definitions = defineIslands(authority);
const islands: readonly Island[] = ISLANDS.map((name: IslandName) => definitions[name]);

/**
 * What would be wrong about the hints of some islands: each way by which an answer that is kept for everyone in the tenant could show what a rule
 * keeps from someone. A field that inherits its parent's age inherits its scope; a field that is not hinted ends the keeping when it yields
 * objects, and only then.
 */
function leaks(of: readonly Island[]): string[] {
  const fields = of.flatMap(fieldsOf);
  const typeHints = new Map(of.flatMap(typeHintsOf));
  const isObject = (name: string) => fields.some(({ type }) => type === name);
  const found = new Set<string>();
  const visited = new Set<string>();

  function mustBeOpen({ island, type, name }: Field, why: string): void {
    if (ruleFor(island.access, type, name) !== everyone) {
      found.add(`${island.name}: ${type}.${name} ${why}, but its rule is "${ruleFor(island.access, type, name)?.description}"`);
    }
  }
  /** Everything that a kept object of the type may show without a hint of its own. */
  function visit(type: string, homes: ReadonlySet<string> | undefined): void {
    if (visited.has(type)) return;
    visited.add(type);
    for (const field of fields.filter((candidate) => candidate.type === type)) {
      const ofYield = typeHints.get(field.yields);
      if (field.hint !== undefined && !field.hint.inherits) continue;
      if (isObject(field.yields) && field.hint === undefined && ofYield === undefined) continue;
      mustBeOpen(field, `is shown by what is kept for everyone`);
      if (
        homes !== undefined &&
        !homes.has(field.island.name) &&
        field.name !== 'id' &&
        field.hint === undefined &&
        ofYield === undefined
      ) {
        found.add(
          `${field.island.name}: ${type}.${field.name} adds to a type that another island hints; hint it, so that its events are thought of`,
        );
      }
      if (isObject(field.yields) && (field.hint?.inherits === true || ofYield?.inherits === true)) visit(field.yields, undefined);
    }
  }

  for (const [type, hint] of typeHints) {
    if (hint.isPublic)
      visit(type, new Set(of.filter((island) => typeHintsOf(island).some(([name]) => name === type)).map(({ name }) => name)));
  }
  for (const field of fields) {
    const isRoot = field.type === 'Query';
    const isPublic =
      field.hint?.isPublic === true || (isRoot && field.hint === undefined && typeHints.get(field.yields)?.isPublic === true);
    if (!isPublic) continue;
    mustBeOpen(field, 'is kept for everyone');
    if (isObject(field.yields)) visit(field.yields, undefined);
  }
  return [...found].sort();
}

function fieldsOf(island: Island): Field[] {
  return island.typeDefs.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (node.fields ?? []).map((field) => ({
          island,
          type: node.name.value,
          name: field.name.value,
          yields: nameOf(field.type),
          hint: hintOf(field.directives),
        }))
      : [],
  );
}

function typeHintsOf({ typeDefs }: Island): [string, Hint][] {
  return typeDefs.definitions.flatMap((node): [string, Hint][] => {
    if (!('directives' in node) || !('name' in node) || node.name === undefined) return [];
    const hint = hintOf(node.directives as readonly ConstDirectiveNode[] | undefined);
    return hint === undefined ? [] : [[node.name.value, hint]];
  });
}

function hintOf(directives: readonly ConstDirectiveNode[] | undefined): Hint | undefined {
  const node = directives?.find(({ name }) => name.value === 'cacheControl');
  if (node === undefined) return undefined;
  const value = (name: string) => node.arguments?.find((argument) => argument.name.value === name)?.value;
  const [scope, inherit] = [value('scope'), value('inheritMaxAge')];
  return {
    isPublic: scope?.kind === Kind.ENUM && scope.value === 'PUBLIC',
    inherits: inherit?.kind === Kind.BOOLEAN && inherit.value,
  };
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

describe('what is kept for everyone in a tenant', () => {
  test('is hinted somewhere', () => {
    const hinted = islands.flatMap(fieldsOf).filter(({ hint }) => hint?.isPublic === true);
    expect(hinted.map(({ type, name }) => `${type}.${name}`)).toEqual(
      expect.arrayContaining(['Query.courses', 'Query.standards', 'Query.tenant']),
    );
  });

  test('is open to everyone by the access table of its island', () => {
    expect(leaks(islands)).toEqual([]);
  });

  const nobody = { description: 'nobody', allows: () => false };
  const island = (sdl: string, access: AccessTable): Island => ({ name: 'one', typeDefs: parse(sdl), access });
  test.each([
    ['a root field', 'type Query { a: String @cacheControl(scope: PUBLIC) }', { Query: nobody }],
    [
      'a root field of a hinted type',
      'type Query { a: A } type A @cacheControl(scope: PUBLIC) { x: Int }',
      { Query: nobody, A: everyone },
    ],
    [
      'a plain field of a hinted type',
      'type A @cacheControl(scope: PUBLIC) { x: Int y: Int }',
      { A: { x: everyone, y: nobody } },
    ],
    [
      'a field below parts that inherit',
      'type A @cacheControl(scope: PUBLIC) { b: B } type B @cacheControl(inheritMaxAge: true) { c: C } type C @cacheControl(inheritMaxAge: true) { x: Int }',
      { A: everyone, B: everyone, C: nobody },
    ],
    [
      'a field of what a hinted field yields',
      'type Query { a: A @cacheControl(scope: PUBLIC) } type A { x: Int }',
      { Query: everyone, A: nobody },
    ],
  ])('would be told if it were not: %s', (_name, sdl, access) => {
    expect(leaks([island(sdl, access)])).toHaveLength(1);
  });

  test('may have neighbours that are not, when they say so themselves', () => {
    const sdl =
      'type A @cacheControl(scope: PUBLIC) { x: Int y: Int @cacheControl(maxAge: 0) z: Int @cacheControl(scope: PRIVATE) b: B } type B { s: Int }';
    expect(leaks([island(sdl, { A: { x: everyone, y: nobody, z: nobody, b: nobody }, B: nobody })])).toEqual([]);
  });

  test('is not added to by another island without a thought', () => {
    const owner = island('type A @cacheControl(scope: PUBLIC) { id: ID! x: Int }', { A: everyone });
    const other = { ...island('type A { id: ID! score: Int }', { A: everyone }), name: 'two' };
    expect(leaks([owner, other])).toEqual([expect.stringContaining('two: A.score adds')]);
  });
});
