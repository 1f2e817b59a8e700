import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identityOf } from './liveness.mjs';
import { findFreePort, isFree } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { newestSuitable, postgresOfNpm, postgresOfThisMachine } from './postgres-binaries.mjs';
import { isServerOn, readPostmaster } from './postgres-data.mjs';
import { Supervisor } from './supervisor.mjs';

const binaries = newestSuitable(postgresOfThisMachine()) ?? postgresOfNpm();
const folderOf = ({ dataDir }) => path.join(dataDir, `postgres-${binaries.version.split('.')[0]}`);

let base;
let slot;
let supervisors;
beforeEach(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'academy datos ñ-'));
  chmodSync(base, 0o755);
  const ports = { postgres: await findFreePort(0), redis: 0 };
  slot = { dataDir: path.join(base, 'data'), isThrownAway: false, ports, logFile: (name) => path.join(base, `${name}.log`) };
  supervisors = [];
});
afterEach(async () => {
  for (const supervisor of supervisors) await supervisor.stopAll();
  rmSync(base, { recursive: true, force: true });
});

async function start() {
  const supervisor = new Supervisor();
  supervisors.push(supervisor);
  return { supervisor, url: new URL(await startPostgres(supervisor, binaries, slot)) };
}

test('data outlive a server that was killed, and a pid file that names another process', async () => {
  const first = await start();
  expect(Number(first.url.port)).toBe(slot.ports.postgres);
  const killed = readPostmaster(folderOf(slot));
  expect(killed?.isReady).toBe(true);
  process.kill(killed?.pid ?? 0, 'SIGKILL');
  await expect(first.supervisor.serverLost).rejects.toThrow(/PostgreSQL should be running and stopped \(exit code 137\)/);
  const pidFile = path.join(folderOf(slot), 'postmaster.pid');
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.pid)));

  const second = await start();
  expect(second.url.password).toBe(first.url.password);
  expect(readPostmaster(folderOf(slot))?.pid).not.toBe(killed?.pid);
});

test('a server that nobody owns any more is stopped, and its data are taken over', async () => {
  await start();
  const orphan = readPostmaster(folderOf(slot))?.pid ?? 0;
  const { url } = await start();
  expect(identityOf(orphan)).toBeUndefined();
  expect(await isFree(Number(url.port))).toBe(false);
});

test('data that are thrown away begin empty, on whatever port is free', async () => {
  slot = { ...slot, isThrownAway: true };
  const first = await start();
  const firstPassword = first.url.password;
  const other = { ...slot, dataDir: path.join(base, 'other') };
  slot = other;
  const second = await start();
  expect(second.url.port).not.toBe(first.url.port);
  expect(second.url.password).not.toBe(firstPassword);
  await second.supervisor.stopAll();
  expect(existsSync(path.join(folderOf(other), 'PG_VERSION'))).toBe(true);
  expect((await start()).url.password).not.toBe(second.url.password);
});

test('a server is known by its arguments, not by its pid alone', () => {
  expect(isServerOn(['/usr/lib/postgresql/15/bin/postgres', '-D', '/a b/data', '-p', '5432'], '/a b/data')).toBe(true);
  expect(isServerOn(['/usr/lib/postgresql/15/bin/postgres', '-D', '/other', '-p', '5432'], '/a b/data')).toBe(false);
  expect(isServerOn(['vim', 'postgres', '-D', '/a b/data'], '/a b/data')).toBe(false);
  expect(isServerOn([], '/a b/data')).toBe(false);
});
