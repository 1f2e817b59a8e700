import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, migrate, openDatabase, provisionIsland } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { createAuthority, type Pair } from '@academy/testing/certificates';
import { TEST_PASSWORDS } from '@academy/testing/databases';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { until } from './world.ts';

const adminUrl = inject('adminDatabaseUrl');
const opened: Database[] = [];
let admin: Database;
let folder: string;
let caFile: string;
let otherCaFile: string;
let database: string;
/** Why PostgreSQL speaks no TLS here; empty when it does. */
let obstacle = '';

function open(url: string): Database {
  const one = openDatabase({ url, maxConnections: 1, name: 'tls-test' });
  opened.push(one);
  return one;
}

/** The superuser's URL with these parameters, at another name of this machine if one is given. */
function urlWith(parameters: Record<string, string>, hostname?: string): string {
  const url = new URL(adminUrl);
  if (hostname !== undefined) url.hostname = hostname;
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.toString();
}

/** Whether the connection is encrypted; rejects when there is none. */
async function isEncrypted(url: string): Promise<boolean> {
  const [row] = await open(url).pool<{ ssl: boolean }[]>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;
  return row?.ssl === true;
}

/** Written by the server itself, as whose account it must be. */
async function install({ cert, key }: Pair): Promise<void> {
  for (const [file, text] of [
    ['tls-test.crt', cert],
    ['tls-test.key', key],
  ] as const) {
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => `('${line}')`);
    await admin.pool.unsafe(`copy (values ${lines.join(',')}) to program 'umask 077; cat > ${file}'`);
  }
  await admin.pool.unsafe(`alter system set ssl_cert_file = 'tls-test.crt'`);
  await admin.pool.unsafe(`alter system set ssl_key_file = 'tls-test.key'`);
  await admin.pool.unsafe(`alter system set ssl = on`);
  await admin.pool`select pg_reload_conf()`;
  await until('PostgreSQL speaks TLS', async () => {
    const [row] = await open(adminUrl).pool<{ ssl: string }[]>`select current_setting('ssl') as ssl`;
    return row?.ssl === 'on';
  });
}

beforeAll(async () => {
  admin = open(adminUrl);
  folder = await mkdtemp(join(tmpdir(), 'academy-pg-tls-'));
  const [ca, other] = [await createAuthority(), await createAuthority()];
  [caFile, otherCaFile] = [join(folder, 'ca.crt'), join(folder, 'other.crt')];
  await writeFile(caFile, ca.cert);
  await writeFile(otherCaFile, other.cert);
  database = `tls_${newId().replaceAll('-', '').slice(-12)}`;
  try {
    await install(
      await ca.issue({ name: 'postgres', usages: ['server'], alternativeNames: [{ type: 'dns', value: 'localhost' }] }),
    );
  } catch (thrown) {
    obstacle = thrown instanceof Error ? thrown.message : String(thrown);
  }
});
afterAll(async () => {
  for (const name of ['ssl', 'ssl_cert_file', 'ssl_key_file']) await admin.pool.unsafe(`alter system reset ${name}`);
  await admin.pool`select pg_reload_conf()`;
  await admin.pool.unsafe(`drop database if exists "${database}" with (force)`);
  await Promise.all(opened.map((one) => one.close()));
  await rm(folder, { recursive: true, force: true });
});

const VERIFIED = { sslmode: 'verify-full' };

describe('PostgreSQL over TLS', () => {
  test('is spoken to when its name and its CA fit', async ({ skip }) => {
    skip(obstacle !== '', `PostgreSQL speaks no TLS here: ${obstacle}`);
    expect(await isEncrypted(urlWith({ ...VERIFIED, sslrootcert: caFile }, 'localhost'))).toBe(true);
    expect(await isEncrypted(adminUrl)).toBe(false);
  });

  test('is refused when the CA is another, or none that the machine knows', async ({ skip }) => {
    skip(obstacle !== '', `PostgreSQL speaks no TLS here: ${obstacle}`);
    const otherCa = urlWith({ ...VERIFIED, sslrootcert: otherCaFile }, 'localhost');
    await expect(isEncrypted(otherCa)).rejects.toThrow(/certificate/i);
    await expect(isEncrypted(urlWith(VERIFIED, 'localhost'))).rejects.toThrow(/certificate/i);
  });

  test('is refused when the name is not in its certificate, be it an address', async ({ skip }) => {
    skip(obstacle !== '', `PostgreSQL speaks no TLS here: ${obstacle}`);
    await expect(isEncrypted(urlWith({ ...VERIFIED, sslrootcert: caFile }, '127.0.0.1'))).rejects.toThrow(/altnames/);
  });

  test('is what roles and migrations are made over, and the roles’ URLs say so too', async ({ skip }) => {
    skip(obstacle !== '', `PostgreSQL speaks no TLS here: ${obstacle}`);
    const secure = urlWith({ ...VERIFIED, sslrootcert: caFile }, 'localhost');
    const urls = await provisionIsland({ adminUrl: secure, island: 'users', database, passwords: TEST_PASSWORDS });
    const migrations = fileURLToPath(new URL('./fixtures/no-migrations', import.meta.url));
    expect(await migrate(urls.owner, migrations)).toContain('platform/0001_platform.sql');
    expect(await isEncrypted(urls.app)).toBe(true);
    const wrong = urls.owner.replace(encodeURIComponent(caFile), encodeURIComponent(otherCaFile));
    await expect(migrate(wrong, migrations)).rejects.toThrow(/certificate/i);
  });
});

test.each(['require', 'prefer', 'allow', 'verify-ca', 'yes'])('sslmode=%s is refused: it believes whoever answers', (sslmode) => {
  expect(() => open(urlWith({ sslmode }))).toThrow('sslmode=verify-full or disable was expected');
});

test('a CA without a mode that looks at it is refused', () => {
  expect(() => open(urlWith({ sslrootcert: caFile }))).toThrow('sslmode=verify-full');
});

test('a CA file that is not there is an error at the start', () => {
  expect(() => open(urlWith({ ...VERIFIED, sslrootcert: '/nonexistent/ca.crt' }))).toThrow('ENOENT');
});
