import { buildGuardedSchema } from '@academy/platform/subgraph';
import { ISLANDS } from '@academy/platform/topology';
import { expect, test } from 'vitest';
import { islandDefinitions } from './definitions.ts';
import { rulesAstray } from './rules.ts';
import { scopesInUse } from './scopes.ts';
import { viewersOf } from './viewers.ts';

test.each(ISLANDS)('every rule of %s by itself lets through whom the matrix lets, and nobody else', (name) => {
  const definition = islandDefinitions()[name];
  expect(rulesAstray(buildGuardedSchema(definition), definition.access, viewersOf(scopesInUse()))).toEqual([]);
});
