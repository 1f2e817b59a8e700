import { expect, test } from 'vitest';
import { decideImpersonation } from './impersonation.ts';

const now = new Date('2026-03-02T12:00:00Z');
const facts = { impersonatorId: 'sara', held: ['learner'], now };
const request = { userId: 'alice', persona: 'learner', minutes: 30 };

test('a session ends after as many minutes as were asked for', () => {
  expect(decideImpersonation(request, facts)).toEqual({ ok: true, value: { expiresAt: new Date('2026-03-02T12:30:00Z') } });
});

test.each([0, 31, 1.5, -1, Number.NaN])('%d minutes are refused', (minutes) => {
  expect(decideImpersonation({ ...request, minutes }, facts)).toMatchObject({
    error: { kind: 'InvalidInput', field: 'minutes' },
  });
});

test('nobody acts in her own name as somebody else', () => {
  expect(decideImpersonation({ ...request, userId: 'sara' }, facts)).toMatchObject({ error: { field: 'userId' } });
});

test('nobody acts in an operator’s name, nor under a persona that the person does not hold', () => {
  expect(decideImpersonation(request, { ...facts, held: ['learner', 'super_admin'] })).toMatchObject({
    error: { kind: 'InvalidState' },
  });
  expect(decideImpersonation({ ...request, persona: 'admin' }, facts)).toMatchObject({ error: { kind: 'InvalidState' } });
});
