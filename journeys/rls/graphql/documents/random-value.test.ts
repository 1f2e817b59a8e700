import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLID, type GraphQLInputType, GraphQLNonNull, GraphQLString } from 'graphql';
import { expect, test } from 'vitest';
import { createRandom } from '../../../faults/random.ts';
import type { Curiosity } from './pools.ts';
import { NOBODY, type Pools } from './pools.ts';
import { randomVariables } from './random-value.ts';

const api = buildSchema(readFileSync(new URL('../../../../schema/api.graphql', import.meta.url), 'utf8'));
const pools: Pools = {
  ids: new Map([
    ['courses', { own: ['own-course'], others: ['their-course'] }],
    ['tenants', { own: ['own-tenant'], others: ['their-tenant'] }],
  ]),
  texts: new Map([['folio', { own: ['own-folio'], others: ['their-folio'] }]]),
  cursors: new Map([['Query.courses', { own: ['own-cursor'], others: ['their-cursor'] }]]),
  words: { own: ['palabra'], others: ['ajena'] },
  instants: ['2026-01-01T00:00:00.000Z'],
};
const asker: Curiosity = { mine: (type) => (type === 'Course' ? ['my-course'] : []), crosses: () => false };

/** What a variable at this place is given in many cases. */
function drawn(type: GraphQLInputType, place: { of: string; name: string; target: string }, by: Curiosity = asker): Set<unknown> {
  const slots = [{ name: 'v', type, place: { ...place, mostOfPage: 5 } }];
  return new Set(Array.from({ length: 400 }, (_, seed) => randomVariables(createRandom(seed), slots, pools, by)['v']));
}
const id = new GraphQLNonNull(GraphQLID);

test('an id is the asker’s own, her tenant’s, another tenant’s, nobody’s, or of another kind', () => {
  expect(drawn(id, { of: 'Query.course', name: 'id', target: 'Course' })).toEqual(
    new Set(['my-course', 'own-course', 'their-course', NOBODY, 'own-tenant', 'their-tenant']),
  );
});

test('an id in an input is of what it is called after', () => {
  expect(drawn(id, { of: 'CourseEnrollInput', name: 'courseId', target: 'CourseEnrollResult' })).toContain('their-course');
});

test('who is shown other tenants is not given their ids', () => {
  const operator: Curiosity = { ...asker, crosses: (type) => type === 'Tenant' };
  expect(drawn(id, { of: 'TenantSuspendInput', name: 'tenantId', target: 'TenantSuspendResult' }, operator)).not.toContain(
    'their-tenant',
  );
});

test('cursors are those of the very list, of both tenants; folios those of certificates', () => {
  expect(drawn(new GraphQLNonNull(GraphQLString), { of: 'Query.courses', name: 'after', target: 'CourseConnection' })).toEqual(
    new Set(['own-cursor', 'their-cursor', 'nothing-of-anybody']),
  );
  const place = { of: 'Query.certificateVerification', name: 'code', target: 'CertificateVerification' };
  expect(drawn(new GraphQLNonNull(GraphQLString), place)).toContain('their-folio');
});

test('an input has what it must have, and an optional variable is sometimes left out', () => {
  const type = api.getType('CourseFilter') as GraphQLInputType;
  const filters = drawn(type, { of: 'Query.courses', name: 'filter', target: 'CourseConnection' });
  expect(filters).toContain(undefined);
  const required = drawn(new GraphQLNonNull(api.getType('CertificationRequestInput') as never), {
    of: 'x',
    name: 'input',
    target: 'x',
  });
  for (const input of required) expect(Object.keys(input as object).sort()).toEqual(['enrollmentId', 'idempotencyKey']);
});
