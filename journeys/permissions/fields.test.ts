import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { undecided } from './fields.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'));

test('every field of the supergraph belongs to one capability of the matrix, or is part of what does', () => {
  expect(undecided(schema)).toEqual({ missing: [], superfluous: [] });
});
