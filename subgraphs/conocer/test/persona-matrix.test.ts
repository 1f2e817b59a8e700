import { personaMatrix } from '@academy/testing/persona-matrix';
import { expect, test } from 'vitest';
import { conocerSettings } from '../src/config.ts';
import { defineConocer } from '../src/subgraph.ts';

const settings = conocerSettings.parse({
  AUTHORITY_URL: 'http://authority.invalid',
  AUTHORITY_CLIENT_ID: 'nobody',
  AUTHORITY_CLIENT_SECRET: 'a secret that opens nothing',
});

test('every field answers every persona as its rule says, on the lean path and through Apollo Server', async () => {
  const { fields, asked, differences } = await personaMatrix(defineConocer(settings));
  expect(differences).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(fields * 16 * 2);
}, 120_000);
