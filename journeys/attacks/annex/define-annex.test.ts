import { ruleFor } from '@academy/platform/access';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import { composeSupergraph } from '@academy/schema/compose';
import { expect, test } from 'vitest';
import { annexAccess, defineAnnex } from './define-annex.ts';
import { annexService } from './open-annex.ts';

test('a field that no rule names keeps the annex from starting; under `nobody` it does', () => {
  const annex = defineAnnex();
  const { unlisted: _left, ...named } = annexAccess.Query;
  expect(() => buildGuardedSchema({ ...annex, access: { ...annexAccess, Query: named } })).toThrow(
    'Query.unlisted: no rule decides it',
  );
  expect(() => buildGuardedSchema(annex)).not.toThrow();
  expect(ruleFor(annexAccess, 'Query', 'unlisted')?.description).toBe('nobody');
});

test('the annex composes with the five, and only where it is asked for', () => {
  expect(composeSupergraph([annexService()]).apiSdl).toContain('unlisted: String');
  expect(composeSupergraph().apiSdl).not.toContain('unlisted');
});
