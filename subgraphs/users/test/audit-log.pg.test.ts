import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '@academy/platform/audit';
import { migrate } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { openTestDatabase } from '@academy/testing/databases';
import { worker } from '@academy/testing/people';
import { describe, expect, inject, test } from 'vitest';
import { defineUsers } from '../src/subgraph.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

const QUERY = '{ auditLog(first: 5) { edges { node { number action actorId persona subjectId why } } } }';
const SUSPEND = `mutation ($id: ID!) { tenantSuspend(input: { tenantId: $id, reason: "Falta de pago" }) { __typename } }`;

const carla = seeded('raices', 'carla');
const sara = seeded('raices', 'sara');
const solaris = seeded('solaris', 'fabian');

/** Sara suspends the other tenant, Carla ends somebody's sessions: two entries in raices, none in solaris. */
async function openWithHistory() {
  const users = await openUsers();
  await users.ask(sara, SUSPEND, { id: solaris.tenantId });
  await users.ask(
    carla,
    'mutation ($id: ID!) { userAccessRevoke(input: { userId: $id, reason: "Perdió su teléfono" }) { __typename } }',
    { id: seeded('raices', 'alice').userId },
  );
  return users;
}

const actions = (answer: { data?: unknown }) =>
  (answer.data as { auditLog: { edges: { node: { action: string } }[] } | null }).auditLog?.edges.map(({ node }) => node.action);

describe('the audit log', () => {
  test('tells who did what to whom and why', async () => {
    await using users = await openWithHistory();
    const { data } = await users.ask(carla, QUERY);
    expect(data).toEqual({
      auditLog: {
        edges: [
          {
            node: {
              number: 2,
              action: 'access.revoke',
              actorId: carla.userId,
              persona: 'admin',
              subjectId: seeded('raices', 'alice').userId,
              why: 'Perdió su teléfono',
            },
          },
          {
            node: {
              number: 1,
              action: 'tenant.suspend',
              actorId: sara.userId,
              persona: 'super_admin',
              subjectId: solaris.tenantId,
              why: 'Falta de pago',
            },
          },
        ],
      },
    });
  });

  test('is read by admin, auditor and privacy officer; by super_admin as far as she acted; by nobody else', async () => {
    await using users = await openWithHistory();
    for (const [persona, key] of Object.entries(RAICES_BY_PERSONA)) {
      const answer = await users.ask(seeded('raices', key), QUERY);
      if (['admin', 'auditor', 'privacy_officer'].includes(persona)) {
        expect(actions(answer), persona).toEqual(['access.revoke', 'tenant.suspend']);
      } else if (persona === 'super_admin') {
        expect(actions(answer), persona).toEqual(['tenant.suspend']);
      } else {
        expect(
          answer.errors.map((error) => error.code),
          persona,
        ).toEqual(['FORBIDDEN']);
        expect(actions(answer), persona).toBeUndefined();
      }
    }
    const process = await users.ask(worker('raices', 'users-worker', ['profile.read', 'tenant.read']), QUERY);
    expect(process.errors.map((error) => error.code)).toEqual(['FORBIDDEN']);
  });

  test('shows another tenant nothing', async () => {
    await using users = await openWithHistory();
    expect(actions(await users.ask(solaris, QUERY))).toEqual([]);
  });
});

test('what was recorded before the log was chained is the beginning of the chain, tenant by tenant', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'academy-migrations-'));
  const { migrations } = defineUsers();
  const earlier = (await readdir(migrations)).filter((file) => file < '0017');
  for (const file of earlier) await cp(join(migrations, file), join(folder, file));
  const run = { adminUrl: inject('adminDatabaseUrl'), runId: inject('runId') };
  const old = await openTestDatabase({ ...run, island: 'users', migrations: folder });
  const insert = (tenantId: string, action: string, at: string) =>
    old.database.inTenant(tenantId, 'write', (tx) =>
      tx.execute(`insert into audit_entries (tenant_id, id, action, actor_id, subject_id, reason, recorded_at)
        values ('${tenantId}', '${newId()}', '${action}', '${sara.userId}', '${tenantId}', 'Porqué', '${at}')`),
    );
  await insert(sara.tenantId, 'tenant.reactivate', '2026-03-02T10:00:00Z');
  await insert(sara.tenantId, 'tenant.suspend', '2026-03-01T10:00:00Z');
  await insert(solaris.tenantId, 'access.revoke', '2026-03-01T10:00:00Z');

  expect(await migrate(old.owner, migrations)).toContain('island/0017_audit_log.sql');

  expect(await verifyChain(old.database, sara.tenantId)).toMatchObject({ isWhole: true, end: { number: 2 } });
  expect(await verifyChain(old.database, solaris.tenantId)).toMatchObject({ isWhole: true, end: { number: 1 } });
  const kept = await old.database.inTenant(sara.tenantId, 'read', (tx) =>
    tx.execute('select action, actor, why from audit_log order by number'),
  );
  expect([...kept]).toEqual(
    ['tenant.suspend', 'tenant.reactivate'].map((action) => ({ action, actor: sara.userId, why: 'Porqué' })),
  );
  await old.drop();
  await rm(folder, { recursive: true });
});
