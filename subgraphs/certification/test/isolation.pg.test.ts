import { enrollmentMentorSet } from '@academy/contracts';
import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { people, tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assigning } from './assigning.ts';
import { type Certification, newLearner, openCertification } from './open-certification.ts';

const TABLES = [
  'case_assignments',
  'certificates',
  'certification_events',
  'certifications',
  'completions',
  'credential_issuers',
  'credentials',
  'dictamen_opinions',
  'issuer_keys',
  'lot_members',
  'lots',
  'mentorings',
  'persona_holders',
  'requests',
  'revocations',
  'verifications',
];
const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');

let academy: Certification;
beforeAll(async () => {
  academy = await openCertification();
  const certificationId = await academy.submittedCase(newLearner());
  await assigning(academy.island).assigned(certificationId, people.raices.bruno, 'EVALUATOR');
  const data = { courseId: newId(), learnerId: newId(), mentorId: newId(), standardCode: null, version: 1 };
  const subject = newId();
  await fillLots(certificationId);
  await academy.island.deliver(enrollmentMentorSet, { tenantId: raices, subject, data: { ...data, enrollmentId: subject } });
});
afterAll(() => academy.close());

/** A row of each table of lots, as if the case were in one. */
async function fillLots(certificationId: string): Promise<void> {
  const lotId = newId();
  const of = `'${raices}', '${lotId}', '${certificationId}', '${newId()}'`;
  for (const statement of [
    `insert into verifications values ('${raices}', '${certificationId}', '${newId()}', null, now())`,
    `insert into lots (tenant_id, id, standard_major, status, opened_by, opened_at) values ('${raices}', '${lotId}', 'EC0586', 'OPEN', '${newId()}', now())`,
    `insert into lot_members (tenant_id, lot_id, certification_id, added_by, added_at) values (${of}, now())`,
    `insert into dictamen_opinions (tenant_id, lot_id, certification_id, ruler_id, id, ruler_persona, outcome, basis, ruled_at)
      values (${of}, '${newId()}', 'certifier', 'VALID', 'EXAMINED', now())`,
  ])
    await academy.island.inTenant(raices, (tx) => tx.execute(statement));
}

test('every table of the island is under one permissive policy, forced on its owner too', async () => {
  const { pool } = academy.island.database;
  const rows = await pool`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polpermissive) as policies,
      (select attnotnull from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as bears_tenant
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname in ${pool(TABLES)} order by 1`;
  expect([...rows]).toEqual(
    TABLES.map((name) => ({ name, enabled: true, forced: true, owner: 'certification_owner', policies: 1, bears_tenant: true })),
  );
});

test('every unique and foreign key begins with the tenant', async () => {
  const rows = await academy.island.database.pool<{ name: string }[]>`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relname in ${academy.island.database.pool(TABLES)} and a.attname <> 'tenant_id'
    union all
    select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where k.contype = 'f' and c.relname in ${academy.island.database.pool(TABLES)} and a.attname <> 'tenant_id'`;
  expect([...rows]).toEqual([]);
});

test.each(TABLES.filter((table) => table !== 'revocations'))('rows of %s are seen by their tenant alone', async (table) => {
  const { database, urls } = academy.island;
  const tenantsSeenBy = (tenantId: string) =>
    database.inTenant(tenantId, 'read', async (tx) => [...(await tx.execute(`select distinct tenant_id from ${table}`))]);
  expect(await tenantsSeenBy(raices)).toEqual([{ tenant_id: raices }]);
  expect(await tenantsSeenBy(solaris)).toEqual([]);
  const owner = openDatabase({ url: urls.owner, maxConnections: 1, name: 'owner' });
  expect(await owner.pool.unsafe(`select tenant_id from ${table}`)).toHaveLength(0);
  await owner.close();
});

test('history can only grow, and nothing of a case can be struck out', async () => {
  for (const statement of [
    "update certification_events set status = 'ISSUED'",
    'delete from certification_events',
    'delete from certifications',
    'delete from certificates',
    'delete from revocations',
    'delete from case_assignments',
    'delete from lots',
    'delete from dictamen_opinions',
    'delete from verifications',
    'update verifications set verifier_id = certification_id',
    'update mentorings set mentor_id = learner_id',
    'delete from mentorings',
    'update completions set score_percent = 100',
  ]) {
    await expect(academy.island.inTenant(raices, (tx) => tx.execute(statement))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  }
});

test('the database itself refuses a second open case for a standard, and one person who confirms her own proposal', async () => {
  const second = `insert into certifications select tenant_id, '${newId()}', candidate_id, course_id, course_title, enrollment_id, instructor_id,
    standard_code, standard_major, status, hold, missed_criteria, attempt, official_folio, rejection_reason, is_correctable, is_open, seq,
    version, opened_at, changed_at from certifications`;
  await expect(academy.island.inTenant(raices, (tx) => tx.execute(second))).rejects.toMatchObject({ cause: { code: '23505' } });
  const alone = `insert into revocations select tenant_id, '${newId()}', id, 'Queja', holder_id, now(), holder_id, now() from certificates`;
  await expect(academy.island.inTenant(raices, (tx) => tx.execute(alone))).rejects.toMatchObject({ cause: { code: '23514' } });
});
