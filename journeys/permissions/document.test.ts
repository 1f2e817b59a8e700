import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEVIATIONS } from './deviations.ts';
import { permissionsDocument } from './document.ts';
import { allDecisions } from './fields.ts';

test('docs/permissions.md says what the data say: run node journeys/permissions/write-document.ts', () => {
  expect(readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')).toBe(permissionsDocument());
});

test('every deviation is named by some field', () => {
  const named = new Set(allDecisions().flatMap((decision) => (decision.kind === 'capability' ? decision.deviations : [])));
  expect(Object.keys(DEVIATIONS).filter((name) => !named.has(name as never))).toEqual([]);
});
