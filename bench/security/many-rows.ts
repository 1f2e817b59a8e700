import { randomUUID } from 'node:crypto';
import { defineCertification } from '@academy/certification';
import { defineCourses } from '@academy/courses';
import { migrate, openDatabase, provisionIsland } from '@academy/platform/db';
import { TEST_PASSWORDS } from '@academy/testing/databases';

/** Tenants of each table. */
export const TENANTS = 60;

/** Two tables of the academy full of rows, as its runtime role sees them and as a role sees them whom no policy binds. */
export type ManyRows = {
  readonly tables: readonly FilledTable[];
  drop(): Promise<void>;
};

/** A row's id, and whose it is. */
export type FilledRow = { readonly id: string; readonly person: string };

/** A table of an island, how to reach it, and what to ask for. */
export type FilledTable = {
  readonly name: 'certifications' | 'enrollments';
  /** Under row-level security. */
  readonly runtimeUrl: string;
  /** Of a role that row-level security does not bind. */
  readonly freeUrl: string;
  readonly tenantIds: readonly string[];
  readonly rowsOf: ReadonlyMap<string, readonly FilledRow[]>;
};

const FILL: Readonly<Record<FilledTable['name'], string>> = {
  certifications: `
    insert into certifications (tenant_id, id, candidate_id, course_id, course_title, enrollment_id, instructor_id, standard_code, standard_major,
      status, is_open, seq, opened_at, changed_at)
    select $1::uuid, gen_random_uuid(), md5($1::uuid::text || n / 20)::uuid, md5($1::uuid::text || n % 20)::uuid, 'Instalación fotovoltaica', gen_random_uuid(), md5($1::uuid::text)::uuid,
      'EC0586.01', 'EC0586', 'CLOSED', false, 5, now() - n * interval '1 hour', now()
    from generate_series(1, $2::int) n`,
  enrollments: `
    insert into enrollments (tenant_id, id, course_id, learner_id, status, progress_percent, enrolled_at)
    select $1::uuid, gen_random_uuid(), md5($1::uuid::text || n % 20)::uuid, md5($1::uuid::text || n / 20)::uuid, 'ACTIVE', 40, now() - n * interval '1 hour'
    from generate_series(1, $2::int) n`,
};

/** Makes the databases and fills them, with so many rows of each tenant in each table. */
export async function fillTables(options: { adminDatabaseUrl: string; prefix: string; rowsOfTenant: number }): Promise<ManyRows> {
  const { adminDatabaseUrl, prefix, rowsOfTenant } = options;
  const role = `${prefix}_free`;
  const password = randomUUID();
  const admin = openDatabase({ url: adminDatabaseUrl, maxConnections: 1, name: 'bench' });
  await admin.pool.unsafe(`create role "${role}" login bypassrls password '${password}'`);
  const databases: string[] = [];

  async function fill(name: FilledTable['name'], island: 'certification' | 'courses', migrations: string): Promise<FilledTable> {
    const database = `${prefix}_${island}_rows`;
    databases.push(database);
    const urls = await provisionIsland({ adminUrl: adminDatabaseUrl, island, database, passwords: TEST_PASSWORDS });
    await migrate(urls.owner, migrations);
    const url = (user: object) => Object.assign(new URL(adminDatabaseUrl), { pathname: `/${database}`, ...user }).toString();
    const owner = openDatabase({ url: url({}), maxConnections: 1, name: 'bench' });
    const tenantIds = Array.from({ length: TENANTS }, () => randomUUID());
    const rowsOf = new Map<string, readonly FilledRow[]>();
    // What the rows refer to is not there: only this table is read.
    await owner.pool.unsafe('set session_replication_role = replica');
    for (const tenantId of tenantIds) {
      await owner.pool.unsafe(FILL[name], [tenantId, rowsOfTenant]);
      const person = name === 'certifications' ? 'candidate_id' : 'learner_id';
      const some = `select id, ${person} as person from ${name} where tenant_id = $1 limit 1000`;
      rowsOf.set(tenantId, [...(await owner.pool.unsafe<FilledRow[]>(some, [tenantId]))]);
    }
    await owner.pool.unsafe('set statement_timeout = 0');
    await owner.pool.unsafe(`vacuum analyze ${name}`);
    await owner.pool.unsafe(`grant usage on schema public to "${role}"`);
    await owner.pool.unsafe(`grant select on ${name} to "${role}"`);
    await owner.pool.unsafe(`grant connect on database "${database}" to "${role}"`);
    await owner.close();
    return { name, runtimeUrl: urls.app, freeUrl: url({ username: role, password }), tenantIds, rowsOf };
  }

  async function drop(): Promise<void> {
    for (const database of databases) await admin.pool.unsafe(`drop database if exists "${database}" with (force)`);
    await admin.pool.unsafe(`drop role if exists "${role}"`);
    await admin.close();
  }
  try {
    const tables = [
      await fill('certifications', 'certification', defineCertification().migrations),
      await fill('enrollments', 'courses', defineCourses().migrations),
    ];
    return { tables, drop };
  } catch (thrown) {
    await drop();
    throw thrown;
  }
}
