import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identityOf } from './liveness.mjs';

let folder;
let commands;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'academy-enter-'));
  commands = [];
});
afterEach(() => {
  for (const { pid } of commands) if (identityOf(pid) !== undefined) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

const SERVER = `supervisor.startServer({ name: 'server', command: '/bin/sh', args: ['-c', 'echo $$ > server.pid; exec sleep 300'],
  stop: [['SIGTERM', 5000]], logFile: 'server.log' });
await until('server.pid');`;
const WORK = `const { exited } = supervisor.start({ name: 'work', command: '/bin/sh', options: { stdio: 'ignore' },
  args: ['-c', 'trap "exit 0" TERM; echo $$ > work.pid; while :; do sleep 0.05; done'] });
writeFileSync('work.told', '1');
await until('work.pid');
return (await exited).code;`;

/** A command of its own process, whose main has this body; its working folder is `folder`. */
function command(body, options = '{}') {
  const module = path.join(folder, 'command.mjs');
  writeFileSync(
    module,
    `import { existsSync, writeFileSync } from 'node:fs';
import { enter } from ${JSON.stringify(new URL('enter.mjs', import.meta.url).href)};
import { claimSlot } from ${JSON.stringify(new URL('slots.mjs', import.meta.url).href)};
import { SetupError } from ${JSON.stringify(new URL('setup-error.mjs', import.meta.url).href)};
const until = async (file) => { while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 10)); };
void claimSlot, SetupError;
await enter(async (supervisor) => { ${body} }, ${options});`,
  );
  const { START_LAUNCHERS, npm_lifecycle_event, ...env } = process.env;
  const child = spawn(process.execPath, [module], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  commands.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, output }));
  return { child, ended };
}

async function pidIn(file) {
  const full = path.join(folder, file);
  for (let wait = 0; !existsSync(full) || readFileSync(full, 'utf8') === ''; wait++) {
    if (wait > 1_000) throw new Error(`${file} was not written within 10 s`);
    await sleep(10);
  }
  return Number(readFileSync(full, 'utf8'));
}

async function expectGone(...files) {
  for (const file of files) {
    const pid = await pidIn(file);
    for (let wait = 0; identityOf(pid) !== undefined; wait++) {
      if (wait > 1_000) throw new Error(`the process of ${file} still runs after 10 s`);
      await sleep(10);
    }
  }
}

test('a command ends with the code of its work, and its servers with it', async () => {
  const { ended } = command(`${SERVER} return 7;`);
  expect((await ended).code).toBe(7);
  await expectGone('server.pid');
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s stops the work, then the servers, and is the exit code', async (signal) => {
  const { child, ended } = command(`${SERVER} ${WORK}`);
  await pidIn('work.pid');
  child.kill(signal);
  const { code, output } = await ended;
  expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
  expect(output).toMatch(new RegExp(`stopping \\(${signal}\\)\\n.*everything is stopped`));
  await expectGone('server.pid', 'work.pid');
});

test('where a signal is the usual end, the exit code is that of the work', async () => {
  const { child, ended } = command(`${SERVER} ${WORK}`, '{ isEndedBySignal: true }');
  await pidIn('work.pid');
  child.kill('SIGINT');
  child.kill('SIGINT');
  expect((await ended).code).toBe(0);
  await expectGone('server.pid', 'work.pid');
});

test('an obstacle is told in words, without a stack, after everything is stopped', async () => {
  const { ended } = command(`${SERVER} throw new SetupError('There is no Redis here.');`);
  const { code, output } = await ended;
  expect(code).toBe(1);
  expect(output).toContain('There is no Redis here.');
  expect(output).not.toContain('    at ');
  await expectGone('server.pid');
});

test('a mistake of ours is told with its stack, and leaves nothing running either', async () => {
  const { ended } = command(`${SERVER} setTimeout(() => { throw new TypeError('oops'); }, 10); await new Promise(() => {});`);
  const { code, output } = await ended;
  expect(code).toBe(1);
  expect(output).toMatch(/TypeError: oops\n {4}at /);
  await expectGone('server.pid');
});

test('a command that is killed outright leaves nothing running', async () => {
  const { child, ended } = command(`${SERVER} ${WORK}`);
  // The work may run a moment before the guardian knows of it: a command that is killed in between leaves it to the next one.
  await pidIn('work.told');
  child.kill('SIGKILL');
  expect((await ended).signal).toBe('SIGKILL');
  await expectGone('server.pid', 'work.pid');
});

test('two commands of one checkout use different data, and the next one the first again', async () => {
  const claim = `const slot = await claimSlot(supervisor, 'start', 'base'); console.log('DATA', slot.dataDir);`;
  const first = command(`${claim} ${WORK}`);
  await pidIn('work.pid');
  const second = await command(`${claim} return 0;`).ended;
  expect(second.output).toMatch(/already uses .*base\/data; this command gets data of its own/);
  expect(second.output).toContain('DATA base/data-2');
  first.child.kill('SIGTERM');
  await first.ended;
  expect((await command(`${claim} return 0;`).ended).output).toContain('DATA base/data\n');
});

test('what a killed command and its guardian left running is stopped by the next', async () => {
  const claim = `const slot = await claimSlot(supervisor, 'start', 'base'); console.log('DATA', slot.dataDir);`;
  const { child, ended } = command(`${claim} ${SERVER} ${WORK}`);
  await pidIn('work.told');
  for (const pid of guardiansOf(child.pid)) process.kill(pid, 'SIGKILL');
  child.kill('SIGKILL');
  await ended;
  expect(identityOf(await pidIn('server.pid'))).toBeDefined();
  const { output } = await command(`${claim} return 0;`).ended;
  expect(output).toMatch(/an earlier command was killed and left server, work running/);
  expect(output).toContain('DATA base/data\n');
  await expectGone('server.pid', 'work.pid');
});

function guardiansOf(parent) {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const own = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, ppid, ...args]) => Number(ppid) === parent && args.join(' ').includes('guardian.mjs'));
  expect(own).toHaveLength(1);
  return own.map(([pid]) => Number(pid));
}
