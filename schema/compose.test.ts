import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { composeIslands, composeSupergraph, type Service } from './compose.ts';
import { ISLANDS } from './islands.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@inaccessible"])';

function service(name: string, sdl: string): Service {
  return { name, url: `http://${name}.internal/`, typeDefs: parse(`${LINK}\n${sdl}`) };
}

const COURSES = service(
  'courses',
  'type Query { course: Course } type Course @key(fields: "id") { id: ID! price(currency: String): Int }',
);

describe('the five islands', () => {
  test('compose, the same each time', () => {
    const { supergraphSdl, apiSdl } = composeSupergraph();
    for (const island of ISLANDS) expect(supergraphSdl).toContain(`name: "${island}", url: "http://${island}.internal/"`);
    expect(composeSupergraph()).toEqual({ supergraphSdl, apiSdl });
  });

  test("show clients neither the machinery of federation nor the gateway's own tenant directory", () => {
    const { supergraphSdl, apiSdl } = composeSupergraph();
    expect(supergraphSdl).toContain('tenantDirectory');
    expect(apiSdl).not.toMatch(/tenantDirectory|join__|@link|@key/);
    expect(apiSdl).toContain('"""A person of one tenant."""\ntype User {');
  });
});

describe('composition fails', () => {
  test('when a field can be reached from no island', () => {
    const certification = service(
      'certification',
      'type Query { me: User } type User @key(fields: "id", resolvable: false) { id: ID! }',
    );
    const users = service(
      'users',
      'type Query { now: Int } type User @key(fields: "email") { id: ID! @shareable email: String! name: String }',
    );
    expect(() => composeIslands([certification, users])).toThrow(/^The subgraphs do not compose:\n- /);
  });

  test('when two islands describe one type differently, which is no more than a hint', () => {
    const one = service('one', '"A person." type User @key(fields: "id") { id: ID! } type Query { a: User }');
    const other = service('other', '"Somebody." type User @key(fields: "id") { id: ID! }');
    expect(() => composeIslands([one, other])).toThrow(/INCONSISTENT_DESCRIPTION: Element "User"/);
  });

  test('when two fields require one field with different arguments', () => {
    const stub = (fields: string) =>
      `extend type Course @key(fields: "id") { id: ID! price(currency: String): Int @external ${fields} }`;
    const agreeing = stub(`
      fee: Int @requires(fields: "price(currency: \\"MXN\\")")
      tax: Int @requires(fields: "price(currency: \\"MXN\\")")`);
    const quarrelling = stub(`
      fee: Int @requires(fields: "price(currency: \\"MXN\\")")
      tax: Int @requires(fields: "price(currency: \\"USD\\")")`);
    expect(() => composeIslands([COURSES, service('billing', agreeing)])).not.toThrow();
    expect(() => composeIslands([COURSES, service('billing', quarrelling)])).toThrow(
      'Conflicting @requires arguments for Course.price: (currency: "MXN") by Course.fee; (currency: "USD") by Course.tax',
    );
  });
});
