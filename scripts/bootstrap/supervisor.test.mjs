import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identityOf } from './liveness.mjs';
import { Supervisor } from './supervisor.mjs';

let folder;
let supervisor;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'academy-supervisor-'));
  supervisor = new Supervisor();
});
afterEach(async () => {
  await supervisor.stopAll();
  rmSync(folder, { recursive: true });
});

const journal = () => (existsSync(path.join(folder, 'journal')) ? readFileSync(path.join(folder, 'journal'), 'utf8') : '');

async function until(condition, what) {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited 10 s until ${what}`);
    await sleep(10);
  }
}

/** A shell that writes when it is ready and what it is told; `trap` is what it does at SIGTERM. */
function shell(name, trap, stage, stop) {
  const script = `trap '${trap}' TERM; echo ${name} ready >> journal; while :; do sleep 0.05; done`;
  return supervisor.start({
    name,
    command: '/bin/sh',
    args: ['-c', script],
    stage,
    stop,
    options: { cwd: folder, stdio: 'ignore' },
  });
}

test('work ends before the servers it needs', async () => {
  shell('server', 'echo server ends >> journal; exit 0', 'server', [['SIGTERM', 5_000]]);
  shell('work', 'sleep 0.2; echo work ends >> journal; exit 3', 'work');
  await until(() => journal().includes('server ready') && journal().includes('work ready'), 'both are ready');
  await supervisor.stopAll();
  expect(journal()).toMatch(/work ends\nserver ends\n$/);
});

test('a process that will not end is ended', async () => {
  const { child, exited } = shell('stubborn', 'echo no >> journal', 'server', [['SIGTERM', 200]]);
  await until(() => journal().includes('stubborn ready'), 'it is ready');
  await supervisor.stopAll();
  expect(journal()).toContain('no');
  expect((await exited).code).toBe(128 + 9);
  expect(identityOf(child.pid)).toBeUndefined();
});

test('what a process leaves behind ends with it', async () => {
  const { exited } = supervisor.start({
    name: 'careless',
    command: '/bin/sh',
    args: ['-c', 'sleep 300 & echo $! > journal'],
    options: { cwd: folder, stdio: 'ignore' },
  });
  await exited;
  const grandchild = Number(journal());
  expect(grandchild).toBeGreaterThan(1);
  await until(() => identityOf(grandchild) === undefined, 'the grandchild is gone');
});

test('a command is run to its end, with its code and all it says', async () => {
  const logFile = path.join(folder, 'logs', 'say.log');
  const pieces = [];
  const args = ['-c', 'echo out; echo err >&2; exit 3'];
  const { code, output } = await supervisor.run({
    name: 'say',
    command: '/bin/sh',
    args,
    logFile,
    onText: (text) => pieces.push(text),
  });
  expect(code).toBe(3);
  expect(output.split('\n').sort()).toEqual(['', 'err', 'out']);
  expect(readFileSync(logFile, 'utf8')).toBe(output);
  expect(pieces.join('')).toBe(output);
});

test('a command that does not exist fails and says why', async () => {
  const { code, output } = await supervisor.run({ name: 'nothing', command: path.join(folder, 'nothing'), args: [] });
  expect(code).toBe(127);
  expect(output).toContain('ENOENT');
});

test('a server that stops on its own is missed', async () => {
  const logFile = path.join(folder, 'server.log');
  const { exited } = supervisor.startServer({ name: 'Redis', command: '/bin/sh', args: ['-c', 'exit 4'], stop: [], logFile });
  supervisor.expectRunning({ name: 'Redis', exited, logFile });
  await expect(supervisor.serverLost).rejects.toThrow('Redis should be running and stopped (exit code 4)');
});

test('nothing is started while everything is being stopped', async () => {
  const stopped = supervisor.stopAll();
  expect(() => shell('late', 'exit 0', 'work')).toThrow('late was not started');
  await stopped;
});

test('whoever observes knows what runs', async () => {
  const seen = [];
  supervisor.observe((running, isStopping) => seen.push([running.map(({ name }) => name), isStopping]));
  shell('work', 'exit 0', 'work');
  await supervisor.stopAll();
  await until(() => seen.length === 4, 'the end was told');
  expect(seen).toEqual([
    [[], false],
    [['work'], false],
    [['work'], true],
    [[], true],
  ]);
});
