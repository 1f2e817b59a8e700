import { PERSONAS, type Principal } from '@academy/kernel';
import { expect, test } from 'vitest';
import { mayReadTenant } from './tenant-visibility.ts';

const people = PERSONAS.filter((persona) => persona !== 'service');
const acting = (persona: (typeof people)[number]): Principal => ({
  kind: 'user',
  tenantId: 'raices',
  userId: 'u',
  persona,
  sessionId: 's',
  expiresAtSeconds: 0,
});
const worker = (scopes: string[]): Principal => ({ kind: 'service', tenantId: 'raices', service: 'worker', scopes });

test('everybody reads her own tenant, signed in or not', () => {
  const viewers = [...people.map(acting), worker([]), { kind: 'anonymous', tenantId: 'raices' } as const];
  expect(viewers.filter((viewer) => !mayReadTenant(viewer, 'raices'))).toEqual([]);
});

test('of all people only the super_admin reads another tenant', () => {
  expect(people.filter((persona) => mayReadTenant(acting(persona), 'solaris'))).toEqual(['super_admin']);
});

test('a process reads another tenant only with the scope for it, and a visitor never', () => {
  expect(mayReadTenant(worker(['tenant.read']), 'solaris')).toBe(true);
  expect(mayReadTenant(worker(['profile.read']), 'solaris')).toBe(false);
  expect(mayReadTenant({ kind: 'anonymous', tenantId: 'raices' }, 'solaris')).toBe(false);
});
