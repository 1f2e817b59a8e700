import { buildSchema, findBreakingChanges, parse, validate, validateSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { breakingChanges } from './breaking.ts';
import { composeIslands, composeSupergraph } from './compose.ts';
import { PUBLIC_RULE, publicVariant, variantOf } from './variant.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", "@inaccessible"])';

function supergraph(sdl: string): string {
  const typeDefs = parse(`${LINK}\n${sdl}`);
  return composeIslands([{ name: 'one', url: 'http://one.internal/', typeDefs }]).supergraphSdl;
}
const publicOf = (sdl: string) => publicVariant(supergraph(sdl));
const typesOf = (sdl: string) =>
  [...sdl.matchAll(/^(?:type|interface|union|enum|input|scalar) (\w+)/gm)].map((match) => match[1]);

describe('the schema for third parties', () => {
  const { supergraphSdl, apiSdl } = composeSupergraph();
  const schema = buildSchema(publicVariant(supergraphSdl));

  test('is valid, and everything in it is in the whole schema', () => {
    expect(validateSchema(schema)).toEqual([]);
    expect(findBreakingChanges(schema, buildSchema(apiSdl))).toEqual([]);
    expect(breakingChanges(publicVariant(supergraphSdl), apiSdl)).toEqual([]);
  });

  test('lets an employer verify, and anybody read catalogue and register', () => {
    const allowed = `{
      certificateVerification(code: "A") { isValid holderInitials courseTitle issuedAt }
      courses(first: 5, filter: { level: BASIC }) { edges { node { title modules { lessons { title } } standards { code } } } pageInfo { endCursor } }
      standards { edges { node { code title level } } }
      tenant { name }
    }`;
    expect(validate(schema, parse(allowed))).toEqual([]);
  });

  test('knows neither persons nor mutations, nor what stands behind a persona', () => {
    expect(schema.getMutationType()).toBeUndefined();
    expect(schema.getSubscriptionType()).toBeUndefined();
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort()).toEqual([
      'certificateVerification',
      'course',
      'courses',
      'credentialIssuer',
      'credentialVerification',
      'dataReceipt',
      'standard',
      'standards',
      'tenant',
    ]);
    for (const name of ['User', 'Certification', 'Enrollment', 'TenantSettings']) expect(schema.getType(name)).toBeUndefined();
    const hidden = validate(
      schema,
      parse('{ courses { edges { node { instructor { displayName } modules { lessons { body } } } } } }'),
    );
    expect(hidden.map(({ message }) => message)).toEqual([
      'Cannot query field "instructor" on type "Course".',
      'Cannot query field "body" on type "Lesson".',
    ]);
  });
});

describe('a field', () => {
  test('stays when it or its type is tagged, and nothing else does', () => {
    const sdl = publicOf(`
      type Query { a: A @tag(name: "public") secret: B }
      type A @tag(name: "public") { id: ID! name: String }
      type B { id: ID! }
    `);
    expect(typesOf(sdl)).toEqual(['A', 'Query']);
    expect(sdl).not.toContain('secret');
  });

  test('goes when it is internal, whatever else it is', () => {
    const sdl = publicOf(`
      type Query @tag(name: "public") { a(debug: Boolean @tag(name: "internal"), id: ID): Int b: Int @tag(name: "internal") }
    `);
    expect(sdl).toContain('a(id: ID): Int');
    expect(sdl).not.toContain('b: Int');
  });

  test('may not return what goes: the tags contradict one another', () => {
    expect(() => publicOf('type Query { a: A @tag(name: "public") } type A { id: ID! }')).toThrow(
      /The tags leave no valid schema \(include public; exclude internal\):[\s\S]*Type "A" is @inaccessible but is referenced by "Query.a"/,
    );
  });

  test('that is inaccessible to all stays so', () => {
    const sdl = publicOf('type Query @tag(name: "public") { a: Int b: Int @inaccessible }');
    expect(sdl).not.toContain('b: Int');
  });
});

describe('a type', () => {
  test('that no root field leads to is left out, one behind an interface is not', () => {
    const sdl = publicOf(`
      type Query { pet: Pet @tag(name: "public") }
      interface Pet @tag(name: "public") { name: String }
      type Cat implements Pet @tag(name: "public") { name: String mood: Mood }
      type Stray @tag(name: "public") { name: String }
      enum Mood { CALM CROSS SECRET @tag(name: "internal") }
    `);
    expect(typesOf(sdl)).toEqual(['Cat', 'Mood', 'Pet', 'Query']);
    expect(sdl).not.toContain('SECRET');
  });

  test('that is a union needs a tag of its own, and loses the members that go', () => {
    const sdl = (tag: string) => `
      type Query { any: Any @tag(name: "public") }
      union Any ${tag} = A | B
      type A @tag(name: "public") { id: ID! }
      type B { id: ID! }
    `;
    expect(publicOf(sdl('@tag(name: "public")'))).toContain('union Any = A\n');
    expect(() => publicOf(sdl(''))).toThrow('Type "Any" is @inaccessible');
  });
});

test('without tags to include, everything stays but what is excluded', () => {
  const sdl = variantOf(
    supergraph('type Query { a: Int b: Int @tag(name: "internal") c: C } input I { x: Int } type C { f(i: I): Int }'),
    {
      ...PUBLIC_RULE,
      include: [],
    },
  );
  expect(typesOf(sdl)).toEqual(['C', 'I', 'Query']);
  expect(sdl).not.toContain('b: Int');
});
