import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { identityOf } from './liveness.mjs';
import { SetupError } from './setup-error.mjs';
import { killGroupLedBy, stopProcesses } from './stopping.mjs';

const guardianFile = fileURLToPath(new URL('guardian.mjs', import.meta.url));

/** How long the work (tests, the system itself) is given to finish what it has in hand. */
const WORK_STOP = [['SIGTERM', 10_000]];

/**
 * Owns every process this command starts. Each gets a session of its own, so that Ctrl-C reaches only us and the
 * order of stopping is ours; a guardian process stops them should we be killed.
 */
export class Supervisor {
  /** Rejects when a server stops that should be running. */
  serverLost;
  #running = new Map();
  #listener = (_running, _isStopping) => {};
  #guardian;
  #stopped;
  #loseServer;

  constructor() {
    this.serverLost = new Promise((_resolve, reject) => {
      this.#loseServer = reject;
    });
    this.serverLost.catch(() => {});
  }

  get isStopping() {
    return this.#stopped !== undefined;
  }

  /** `listener` is told what runs: now, and after every start, end and change of mind. */
  observe(listener) {
    this.#listener = listener;
    this.#tell();
  }

  /**
   * Starts a process and returns at once. `exited` never rejects; a command that could not be run counts as 127, one
   * ended by a signal as 128 + its number.
   * @param {{ name: string, command: string, args: string[], stage?: 'work' | 'server', stop?: [NodeJS.Signals, number][],
   *           options?: import('node:child_process').SpawnOptions }} what
   */
  start({ name, command, args, stage = 'work', stop = /** @type {any} */ (WORK_STOP), options = {} }) {
    if (this.isStopping) throw new SetupError(`${name} was not started: this command is stopping.`);
    const child = spawn(command, args, { ...options, detached: true });
    const identity = child.pid === undefined ? undefined : identityOf(child.pid);
    const record = { name, pid: child.pid, identity, stage, stop };
    if (identity !== undefined) this.#update(() => this.#running.set(child.pid, record));
    const exited = new Promise((resolve) => {
      child.once('error', (error) => resolve({ code: 127, error }));
      child.once('exit', (code, signal) => {
        // One that ended before it could be identified may have left something behind too.
        if (child.pid !== undefined) killGroupLedBy(child.pid);
        this.#update(() => this.#running.delete(child.pid));
        resolve({ code: exitCode(code, signal), error: undefined });
      });
    });
    return { child, exited };
  }

  /**
   * Starts a server, which is stopped after all work; its output goes to `logFile`.
   * @param {{ name: string, command: string, args: string[], stop: [NodeJS.Signals, number][], logFile: string,
   *           input?: 'ignore' | 'pipe', options?: import('node:child_process').SpawnOptions }} what
   */
  startServer({ logFile, input = /** @type {'ignore' | 'pipe'} */ ('ignore'), options = {}, ...what }) {
    const log = openLog(logFile);
    try {
      return this.start({ ...what, stage: 'server', options: { ...options, stdio: [input, log, log] } });
    } finally {
      closeSync(log);
    }
  }

  /** From now on the end of this server ends the command. */
  expectRunning({ name, exited, logFile }) {
    exited.then(({ code }) => {
      if (this.isStopping) return;
      this.#loseServer(
        new SetupError(`${name} should be running and stopped (exit code ${code}). What it said is in ${logFile}.`),
      );
    });
  }

  /**
   * Runs a command to its end and returns what it said; what it said also goes to `logFile`, if given.
   * `onText` sees each piece as it comes.
   * @param {{ name: string, command: string, args: string[], logFile?: string, onText?: (text: string) => void,
   *           options?: import('node:child_process').SpawnOptions }} what
   */
  async run({ name, command, args, options = {}, logFile, onText = () => {} }) {
    const log = logFile === undefined ? undefined : openLog(logFile);
    let output = '';
    const { child, exited } = this.start({ name, command, args, options: { ...options, stdio: ['ignore', 'pipe', 'pipe'] } });
    const closed = new Promise((resolve) => {
      child.once('close', resolve);
      child.once('error', resolve);
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (log !== undefined) writeSync(log, text);
        onText(text);
      });
    }
    const { code, error } = await exited;
    await closed;
    if (log !== undefined) closeSync(log);
    return { code, output: error === undefined ? output : `${output}${error.message}` };
  }

  /** Everything that was started is gone, work before servers. May be called more than once. */
  stopAll() {
    if (this.#stopped === undefined) {
      this.#stopped = stopProcesses([...this.#running.values()]).then(() => dismiss(this.#guardian));
      this.#tell();
    }
    return this.#stopped;
  }

  #update(change) {
    change();
    this.#guardian ??= startGuardian();
    this.#guardian.stdin.write(`${JSON.stringify([...this.#running.values()])}\n`);
    this.#tell();
  }

  #tell() {
    this.#listener([...this.#running.values()], this.isStopping);
  }
}

/** The exit code by which a shell would report this end. */
export function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

/** A new file each time: the old one may belong to another account. */
function openLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return openSync(file, 'w');
}

function startGuardian() {
  const guardian = spawn(process.execPath, [guardianFile], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' });
  guardian.unref();
  guardian.stdin.on('error', () => {});
  /** @type {import('node:net').Socket} */ (guardian.stdin).unref();
  return guardian;
}

/** Waited for, because an init that does not reap would keep it as a zombie. */
async function dismiss(guardian) {
  if (guardian === undefined || guardian.exitCode !== null || guardian.signalCode !== null) return;
  const gone = new Promise((resolve) => guardian.once('exit', resolve));
  guardian.ref();
  guardian.stdin.end();
  await gone;
}
