import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { openTestDatabase } from '@academy/testing/databases';
import { tenantIdOf } from '@academy/testing/people';
import { expect, inject, onTestFinished, test } from 'vitest';
import { defineCertification } from '../src/subgraph.ts';

const OURS = '0007_case_phases.sql';
const [evaluators, service] = [tenantIdOf('raices'), tenantIdOf('solaris')];

test('a case that waited for its tenant’s evaluator keeps waiting for one; every other is the service’s', async () => {
  const { migrations } = defineCertification();
  const before = await mkdtemp(join(tmpdir(), 'academy-migrations-'));
  onTestFinished(() => rm(before, { recursive: true, force: true }));
  const earlier = (await readdir(migrations)).filter((file) => file < OURS);
  for (const file of earlier) await cp(join(migrations, file), join(before, file));
  const { adminUrl, runId } = { adminUrl: inject('adminDatabaseUrl'), runId: inject('runId') };
  const db = await openTestDatabase({ adminUrl, runId, island: 'certification', migrations: before });
  const owner = openDatabase({ url: db.owner, maxConnections: 1, name: 'owner' });
  for (const tenantId of [evaluators, service]) {
    await owner.inTenant(tenantId, 'write', async (tx) => {
      if (tenantId === evaluators)
        await tx.execute(`insert into tenant_policies (tenant_id, slug, policies, changed_at)
          values ('${tenantId}', 'raices', '{"evaluation": "ACCREDITED_EVALUATOR"}', now())`);
      for (const [status, standard] of [
        ['REGISTERED', "'EC0325'"],
        ['REGISTERED', 'null'],
        ['IN_PROCESS', "'EC0325'"],
      ] as const) {
        const enrollmentId = newId();
        await tx.execute(`insert into completions select '${tenantId}', '${enrollmentId}', '${newId()}', 'Curso', '${newId()}', '${newId()}',
          ${standard}, 90, 80, '[]', now()`);
        await tx.execute(`insert into certifications (tenant_id, id, candidate_id, course_id, course_title, enrollment_id, instructor_id,
          standard_code, standard_major, status, is_open, seq, opened_at, changed_at) values ('${tenantId}', '${newId()}', '${newId()}',
          '${newId()}', 'Curso', '${enrollmentId}', '${newId()}', ${standard}, ${standard}, '${status}', true, 1, now(), now())`);
      }
    });
  }

  expect(await migrate(db.owner, migrations)).toContain(`island/${OURS}`);

  const pathsOf = (tenantId: string) =>
    db.database.inTenant(tenantId, 'read', async (tx) => [
      ...(await tx.execute<{ path: string }>('select path from certifications order by status, standard_code nulls last')),
    ]);
  const [automatic, evaluator] = [{ path: 'AUTOMATIC_FROM_ASSESSMENT' }, { path: 'ACCREDITED_EVALUATOR' }];
  expect(await pathsOf(evaluators)).toEqual([automatic, evaluator, automatic]);
  expect(await pathsOf(service)).toEqual([automatic, automatic, automatic]);
  expect(await owner.pool`select 1 from certifications`, 'the owner sees no tenant’s rows again').toHaveLength(0);
  expect(await owner.pool`select 1 from tenant_policies`).toHaveLength(0);
  await owner.close();
  await db.drop();
});
