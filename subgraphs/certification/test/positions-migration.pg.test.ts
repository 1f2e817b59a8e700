import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { openTestDatabase } from '@academy/testing/databases';
import { tenantIdOf } from '@academy/testing/people';
import { expect, inject, onTestFinished, test } from 'vitest';
import { defineCertification } from '../src/subgraph.ts';

const TENANTS = [tenantIdOf('raices'), tenantIdOf('solaris')];

test('the changes that there were before positions are numbered in every tenant, those of a case in their own order', async () => {
  const { migrations } = defineCertification();
  const before = await mkdtemp(join(tmpdir(), 'academy-migrations-'));
  onTestFinished(() => rm(before, { recursive: true, force: true }));
  await cp(join(migrations, '0001_certification.sql'), join(before, '0001_certification.sql'));
  const db = await openTestDatabase({
    adminUrl: inject('adminDatabaseUrl'),
    runId: inject('runId'),
    island: 'certification',
    migrations: before,
  });
  const owner = openDatabase({ url: db.owner, maxConnections: 1, name: 'owner' });
  for (const tenantId of TENANTS) {
    await owner.inTenant(tenantId, 'write', async (tx) => {
      for (const minute of [10, 0, 5]) {
        const [id, enrollmentId] = [newId(), newId()];
        await tx.execute(`insert into completions select '${tenantId}', '${enrollmentId}', '${newId()}', 'Curso', '${newId()}', '${newId()}',
          null, 90, 80, '[]', now()`);
        await tx.execute(`insert into certifications (tenant_id, id, candidate_id, course_id, course_title, enrollment_id, instructor_id,
          status, is_open, seq, opened_at, changed_at) values ('${tenantId}', '${id}', '${newId()}', '${newId()}', 'Curso', '${enrollmentId}',
          '${newId()}', 'EVALUATING', true, 3, now(), now())`);
        // The clock of the process that wrote the second change was behind.
        for (const [seq, clock] of [
          [1, minute],
          [2, minute - 3],
          [3, minute + 1],
        ] as const) {
          await tx.execute(`insert into certification_events (tenant_id, certification_id, seq, id, previous_status, status, occurred_at)
            values ('${tenantId}', '${id}', ${seq}, '${newId()}', ${seq === 1 ? 'null' : "'REGISTERED'"}, 'EVALUATING',
            timestamptz '2026-03-01T12:00:00Z' + interval '${clock} minutes')`);
        }
      }
    });
  }

  expect(await migrate(db.owner, migrations)).toContain('island/0002_positions.sql');

  for (const tenantId of TENANTS) {
    const rows = await db.database.inTenant(tenantId, 'read', async (tx) => [
      ...(await tx.execute<{ position: number; seq: number; certification_id: string }>(
        'select position::int as position, seq, certification_id from certification_events order by position',
      )),
    ]);
    expect(rows.map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3]);
  }
  expect(await owner.pool`select 1 from certification_events`).toHaveLength(0);
  await owner.close();
  await db.drop();
});
