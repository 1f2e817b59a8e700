import { PERSONAS, type Persona, type Principal } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import { maySeeUser } from './user-visibility.ts';

const alice = { id: 'alice', isInstructor: false, isAssigned: false, isOfViewersCentre: false };
const ines = { id: 'ines', isInstructor: true, isAssigned: false, isOfViewersCentre: false };

function acting(persona: Persona, userId = 'viewer'): Principal {
  if (persona === 'service') return { kind: 'service', tenantId: 't', service: 'worker', scopes: [] };
  return { kind: 'user', tenantId: 't', userId, persona, sessionId: 's', expiresAtSeconds: 0 };
}

describe('another person of the tenant', () => {
  test('is seen by exactly the personas that work with everybody', () => {
    expect(PERSONAS.filter((persona) => maySeeUser(acting(persona), alice)).sort()).toEqual([
      'admin',
      'certifier',
      'privacy_officer',
    ]);
  });

  test('is seen by whoever is assigned to her', () => {
    const assigned = { ...alice, isAssigned: true };
    for (const persona of ['instructor', 'mentor', 'evaluator', 'verifier', 'auditor'] as const)
      expect(maySeeUser(acting(persona), assigned)).toBe(true);
  });

  test('is seen by an admin of the centre that she stands in', () => {
    expect(maySeeUser(acting('centre_admin'), { ...alice, isOfViewersCentre: true })).toBe(true);
  });

  test('is not seen by a visitor', () => {
    expect(maySeeUser({ kind: 'anonymous', tenantId: 't' }, alice)).toBe(false);
  });

  test.each([
    ['profile.read', true],
    ['curp.reveal', true],
    ['tenant.read', false],
  ])('is seen by a process with %s: %s', (scope, expected) => {
    expect(maySeeUser({ kind: 'service', tenantId: 't', service: 'worker', scopes: [scope] }, alice)).toBe(expected);
  });
});

test('an instructor is seen by everybody, because a public course names its own', () => {
  expect(PERSONAS.filter((persona) => !maySeeUser(acting(persona), ines))).toEqual([]);
  expect(maySeeUser({ kind: 'anonymous', tenantId: 't' }, ines)).toBe(true);
});

test('everybody sees herself', () => {
  const people = PERSONAS.filter((persona) => persona !== 'service');
  expect(people.filter((persona) => !maySeeUser(acting(persona, 'alice'), alice))).toEqual([]);
});
