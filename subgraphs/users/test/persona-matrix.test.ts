import { personaMatrix } from '@academy/testing/persona-matrix';
import { expect, test } from 'vitest';
import { defineUsers } from '../src/subgraph.ts';

test('every field answers every persona as its rule says, on the lean path and through Apollo Server', async () => {
  const { fields, asked, differences } = await personaMatrix(defineUsers());
  expect(differences).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(fields * 16 * 2);
}, 120_000);
