import { fileURLToPath } from 'node:url';
import { DEFAULT_TENANT_POLICIES, type DomainEvent, type TenantPolicies, tenantConfigured } from '@academy/contracts';
import { newId } from '@academy/platform/ids';
import { openTestDatabase, type TestDatabase } from '@academy/testing/databases';
import { tenantIdOf } from '@academy/testing/people';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { handleEvent } from './consumer.ts';
import { policiesOf, tenantPoliciesReaction } from './tenant-policies.ts';

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const migrations = fileURLToPath(new URL('../../test/fixtures/no-migrations', import.meta.url));

let db: TestDatabase;
beforeEach(async () => {
  const seed = { name: 'policies', fill: async () => {} };
  db = await openTestDatabase({
    adminUrl: inject('adminDatabaseUrl'),
    runId: inject('runId'),
    island: 'analytics',
    migrations,
    seed,
  });
});
afterEach(() => db.drop());

function configured(policies: Partial<TenantPolicies>, occurredAt: string, tenantId = raices): DomainEvent {
  const data = { slug: 'raices', policies: { ...DEFAULT_TENANT_POLICIES, ...policies } };
  return { id: newId(), type: tenantConfigured.type, tenantId, subject: tenantId, occurredAt, data };
}
const deliver = (event: DomainEvent) => handleEvent(db.database, [tenantPoliciesReaction], event, undefined);
const known = (tenantId: string) => db.database.inTenant(tenantId, 'read', (tx) => policiesOf(tx, tenantId));

test('a tenant that nothing was heard of has the default policies', async () => {
  expect(await known(raices)).toEqual(DEFAULT_TENANT_POLICIES);
});

test('what was heard of a tenant holds for it, and for no other', async () => {
  await deliver(configured({ solarpunkPolicy: 'ADVISORY', minimumSustainability: 40 }, '2026-03-02T10:00:00.000Z'));
  expect(await known(raices)).toEqual({ ...DEFAULT_TENANT_POLICIES, solarpunkPolicy: 'ADVISORY', minimumSustainability: 40 });
  expect(await known(solaris)).toEqual(DEFAULT_TENANT_POLICIES);
});

test('the later change wins, in whichever order the two arrive', async () => {
  const earlier = configured({ minimumSustainability: 10 }, '2026-03-02T10:00:00.000Z');
  const later = configured({ minimumSustainability: 20 }, '2026-03-02T10:00:00.001Z');
  await deliver(later);
  await deliver(earlier);
  expect((await known(raices)).minimumSustainability).toBe(20);
  await deliver(configured({ minimumSustainability: 30 }, '2026-03-02T10:00:00.002Z'));
  expect((await known(raices)).minimumSustainability).toBe(30);
});

test('an event delivered again after a later one brings nothing back', async () => {
  const first = configured({ evaluation: 'ACCREDITED_EVALUATOR' }, '2026-03-02T10:00:00.000Z');
  await deliver(first);
  await deliver(configured({}, '2026-03-02T11:00:00.000Z'));
  await deliver(first);
  expect((await known(raices)).evaluation).toBe('AUTOMATIC_FROM_ASSESSMENT');
});

test('a policy that was added after the event was taken in holds as decided by default', async () => {
  await deliver(configured({ minimumSocialJustice: 55 }, '2026-03-02T10:00:00.000Z'));
  await db.database.inTenant(raices, 'write', (tx) =>
    tx.execute(`update tenant_policies set policies = policies - 'certificationStart'`),
  );
  expect(await known(raices)).toEqual({ ...DEFAULT_TENANT_POLICIES, minimumSocialJustice: 55 });
});
