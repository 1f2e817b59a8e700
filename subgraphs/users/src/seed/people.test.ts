import { isUuid, PERSONAS, parseCurp } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import { PEOPLE, personOf, TENANTS } from './people.ts';

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) < i);
}

describe.each(TENANTS.map((tenant) => [tenant.slug, tenant] as const))('%s', (slug, tenant) => {
  const people = PEOPLE.filter((person) => person.tenantSlug === slug);

  test('has somebody for every persona and duty', () => {
    const held = new Set(people.map((person) => person.persona));
    const expected = PERSONAS.filter((persona) => persona !== 'service' && persona !== 'super_admin');
    expect(expected.filter((persona) => !held.has(persona))).toEqual([]);
  });

  test('has two certifiers: one proposes a revocation, the other confirms it', () => {
    expect(people.filter((person) => person.persona === 'certifier')).toHaveLength(2);
  });

  test('has thirty learners besides the named one', () => {
    expect(people.filter((person) => person.persona === 'learner')).toHaveLength(31);
  });

  test('gives everybody the id of the tenant and an address of its domain', () => {
    for (const person of people) {
      expect(person.tenantId).toBe(tenant.id);
      expect(person.email).toBe(`${person.key}@${slug}.example.mx`);
    }
    expect(repeated(people.map((person) => person.key))).toEqual([]);
  });
});

test('the people of the tests are who they are said to be', () => {
  expect((['alice', 'bruno', 'carla'] as const).map((key) => personOf('raices', key).persona)).toEqual([
    'learner',
    'evaluator',
    'admin',
  ]);
  expect((['diego', 'elena', 'fabian'] as const).map((key) => personOf('solaris', key).persona)).toEqual([
    'learner',
    'evaluator',
    'admin',
  ]);
  expect(() => personOf('solaris', 'alice')).toThrow('Nobody of solaris');
});

test('one person in all runs the platform', () => {
  expect(PEOPLE.filter((person) => person.persona === 'super_admin')).toHaveLength(1);
});

test('everybody has a valid CURP, an id and a name of her own', () => {
  for (const person of PEOPLE) expect(parseCurp(person.curp)).toEqual({ ok: true, value: person.curp });
  expect(PEOPLE.every((person) => isUuid(person.id))).toBe(true);
  for (const field of ['curp', 'id', 'fullName', 'email'] as const) {
    expect(repeated(PEOPLE.map((person) => person[field])), field).toEqual([]);
  }
});

test('learners were born on both sides of 2000, so that both forms of CURP are exercised', () => {
  const position17 = PEOPLE.map((person) => person.curp.slice(16, 17));
  expect(position17.some((character) => /\d/.test(character))).toBe(true);
  expect(position17.some((character) => /[A-Z]/.test(character))).toBe(true);
});

test('the seed is the same on every machine', () => {
  expect(personOf('raices', 'alice')).toMatchObject({
    id: '83476032-0396-585f-96ab-fc11cab46b2c',
    fullName: 'Alicia Robles Cárdenas',
    curp: 'ROCA940312MPLBRL06',
  });
});
