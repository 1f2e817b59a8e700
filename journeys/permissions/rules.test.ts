import { ruleFor } from '@academy/platform/access';
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

test('of all mutations these alone may be done in somebody else’s name; a new one may not unless it is added here', () => {
  const open = ISLANDS.flatMap((name) => {
    const { access } = islandDefinitions()[name];
    const mutations = buildGuardedSchema(islandDefinitions()[name]).getMutationType()?.getFields() ?? {};
    return Object.keys(mutations).filter((field) => ruleFor(access, 'Mutation', field)?.isOpenToImpersonation === true);
  });
  expect(open.sort()).toEqual(['courseEnroll', 'profileUpdate']);
});
