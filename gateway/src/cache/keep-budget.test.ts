import { MINUTE_MS } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import { createKeepBudget, MAX_ALIVE, MAX_ALIVE_OF_TENANT } from './keep-budget.ts';

const LIFE_MS = 5 * MINUTE_MS;

describe('what a process may keep', () => {
  test('is bounded for a tenant, whose flood leaves the others their part', () => {
    const budget = createKeepBudget();
    expect(budget.take('raices', MAX_ALIVE_OF_TENANT, LIFE_MS, 0)).toBe(true);
    expect(budget.take('raices', 1, LIFE_MS, 0)).toBe(false);
    expect(budget.take('horizonte', 1_000, LIFE_MS, 0)).toBe(true);
  });

  test('is bounded for all together', () => {
    const budget = createKeepBudget();
    const tenants = MAX_ALIVE / MAX_ALIVE_OF_TENANT;
    for (let n = 0; n < tenants; n += 1) expect(budget.take(`tenant-${n}`, MAX_ALIVE_OF_TENANT, LIFE_MS, 0)).toBe(true);
    expect(budget.take('one more', 1, LIFE_MS, 0)).toBe(false);
  });

  test('is free again when it has ended', () => {
    const budget = createKeepBudget();
    budget.take('raices', MAX_ALIVE_OF_TENANT, LIFE_MS, 0);
    expect(budget.take('raices', 1, LIFE_MS, LIFE_MS - 1)).toBe(false);
    expect(budget.take('raices', MAX_ALIVE_OF_TENANT, LIFE_MS, LIFE_MS + MINUTE_MS)).toBe(true);
  });
});
