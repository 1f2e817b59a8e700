import { execFile } from 'node:child_process';
import { mkdir, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describeThrown } from '@academy/kernel';
import { type Database, openDatabase, sqlState } from '@academy/platform/db';
import type { Strike } from '../nemesis.ts';
import { pause } from '../pause.ts';
import { NEEDED, type Needed } from './hoard.ts';

const run = promisify(execFile);
const DISK_FULL = '53100';
const SPACE = 'fault_full_disk';
/** What an island writes to most; what lies there already must fit on the small disk. */
const TABLES: Readonly<Record<Needed, readonly string[]>> = {
  courses: ['outbox', 'lesson_completions', 'enrollments', 'idempotency_keys'],
  certification: ['outbox', 'inbox', 'certification_events', 'certificates'],
  conocer: ['outbox', 'inbox', 'submissions', 'audit_log'],
};

/** Why no small disk can be had here; undefined when one can. */
export async function noSmallDisk(): Promise<string | undefined> {
  const place = join(tmpdir(), `academy-disk-${process.pid}`);
  await mkdir(place);
  try {
    await mount(place, { uid: 0, gid: 0 });
    await run('umount', [place]);
    return undefined;
  } catch (thrown) {
    return `no file system can be mounted here (${describeThrown(thrown).split('\n')[0]})`;
  } finally {
    await rmdir(place);
  }
}

/** The tables that an island writes to lie on a disk of 8 MiB, in memory, which is full for 4 to 7 s. */
export async function fillDisk({ system, random }: Strike): Promise<string> {
  const island = random.pick(NEEDED);
  const admin = openDatabase({ url: system.databaseUrl(island, 'admin'), maxConnections: 1, name: 'faults-disk' });
  const [setting] = await admin.pool<{ data_directory: string }[]>`show data_directory`;
  const data = setting?.data_directory ?? '';
  const place = join(dirname(data), 'small-disk');
  await mkdir(place);
  await mount(place, await stat(data));
  try {
    await admin.pool.unsafe(`create tablespace ${SPACE} location '${place}'`);
    await move(admin, TABLES[island], SPACE);
    await fill(admin);
    const lastsMs = random.whole(4_000, 7_000);
    await pause(lastsMs);
    await admin.pool.unsafe('drop table fault_filler');
    await move(admin, TABLES[island], 'pg_default');
    await admin.pool.unsafe(`drop tablespace ${SPACE}`);
    return `${island}, ${lastsMs} ms`;
  } finally {
    await admin.close();
    await run('umount', [place]);
    await rmdir(place);
  }
}

async function mount(place: string, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  await run('mount', ['-t', 'tmpfs', '-o', `size=8m,mode=0700,uid=${uid},gid=${gid}`, 'tmpfs', place]);
}

/** Whoever works with a table is waited for, and waits. */
async function move(admin: Database, tables: readonly string[], to: string): Promise<void> {
  for (const table of tables) {
    const indexes = await admin.pool<{ name: string }[]>`
      select indexrelid::regclass::text as name from pg_index where indrelid = ${table}::regclass`;
    await admin.pool.unsafe(`alter table ${table} set tablespace ${to}`);
    for (const { name } of indexes) await admin.pool.unsafe(`alter index ${name} set tablespace ${to}`);
  }
}

/** Down to the last page. */
async function fill(admin: Database): Promise<void> {
  await admin.pool.unsafe(`create table fault_filler (text text) tablespace ${SPACE}`);
  await admin.pool.unsafe('alter table fault_filler alter column text set storage plain');
  for (const rows of [100, 10, 1]) {
    try {
      for (;;) await admin.pool`insert into fault_filler select repeat('x', 7000) from generate_series(1, ${rows}::int)`;
    } catch (thrown) {
      if (sqlState(thrown) !== DISK_FULL) throw thrown;
    }
  }
}
