import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandLineOf, identityOf, isOfThisBoot, isRunning, parentOf } from './liveness.mjs';
import { acquire, describe as describeLock, read, release, withLock } from './locks.mjs';

let folder;
let lock;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'academy-locks-'));
  lock = path.join(folder, 'locks', 'start.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The pid of a process that has ended. */
function endedPid() {
  return Number(spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).stdout);
}

test('a living process is recognised, and an ended one is not', () => {
  const identity = identityOf(process.pid);
  expect(isRunning({ pid: process.pid, identity })).toBe(true);
  expect(identityOf(endedPid())).toBeUndefined();
  expect(parentOf(process.pid)).toBe(process.ppid);
  expect(commandLineOf(process.pid)[0]).toMatch(/node/);
});

test('a process that was given the pid of an ended one is not taken for it', () => {
  const identity = `${identityOf(process.pid)}0`;
  expect(isRunning({ pid: process.pid, identity })).toBe(false);
  expect(isOfThisBoot(identity)).toBe(true);
  expect(isOfThisBoot('another-boot/123')).toBe(false);
});

test('a lock has one owner at a time', () => {
  expect(acquire(lock)).toEqual({ held: true, left: undefined });
  const second = acquire(lock);
  expect(second.held).toBe(false);
  expect(read(lock)?.owner.pid).toBe(process.pid);
  release(lock);
  expect(acquire(lock).held).toBe(true);
});

test('what a killed owner had started is handed to the next one', () => {
  acquire(lock);
  const running = [{ name: 'PostgreSQL', pid: 1, identity: 'x', stage: 'server', stop: [] }];
  writeFileSync(lock, JSON.stringify({ owner: { pid: endedPid(), identity: 'gone' }, running }));
  const answer = acquire(lock);
  expect(answer).toMatchObject({ held: true, left: { running } });
  expect(read(lock)?.owner.pid).toBe(process.pid);
});

test('a lock damaged by a full disk or a lost machine does not lock forever', () => {
  acquire(lock);
  writeFileSync(lock, '{"owner":');
  expect(acquire(lock).held).toBe(true);
});

test('the owner says what it runs, and only the owner gives the lock back', () => {
  acquire(lock);
  describeLock(lock, { isStopping: true });
  expect(read(lock)).toMatchObject({ owner: { pid: process.pid }, isStopping: true });
  const foreign = JSON.stringify({ owner: { pid: process.ppid, identity: identityOf(process.ppid) } });
  writeFileSync(lock, foreign);
  release(lock);
  expect(read(lock)?.owner.pid).toBe(process.ppid);
});

test('work under a lock waits for the one before it, and leaves no file behind', async () => {
  const steps = [];
  const first = withLock(lock, {}, async () => {
    steps.push('first begins');
    await sleep(50);
    steps.push('first ends');
  });
  const second = withLock(lock, { onWait: (pid) => steps.push(`waits for ${pid === process.pid ? 'us' : pid}`) }, async () => {
    steps.push('second begins');
  });
  await Promise.all([first, second]);
  expect(steps).toEqual(['first begins', 'waits for us', 'first ends', 'second begins']);
  expect(readdirSync(path.dirname(lock))).toEqual([]);
});

test('work that fails under a lock gives it back', async () => {
  await expect(withLock(lock, {}, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(acquire(lock).held).toBe(true);
});
