import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';

/** A process of a benchmark. */
export type Spawned = {
  readonly pid: number;
  /** The port that it told over IPC; NaN for a process that tells none. */
  readonly port: number;
  /** The whole first message that it told; undefined for one that tells nothing. */
  readonly told: unknown;
  /** Sends a message and resolves with the next one that comes back. Rejects when the process ends or takes longer. */
  ask<Answer>(message: unknown, deadlineMs: number): Promise<Answer>;
  /** undefined while it runs. */
  exitReason(): string | undefined;
  stop(): Promise<void>;
};

/** What is started, and where. */
export type SpawnOptions = {
  readonly args: readonly string[];
  /** The core it is bound to, where taskset is there. */
  readonly core: number;
  /** Its standard output and error go here. */
  readonly logFile: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Whether it tells its port over IPC when it is up. */
  readonly tells: boolean;
};

const START_MS = 120_000;
const STOP_MS = 3_000;

/** Whether processes can be bound to cores here. */
export const canPin = spawnSync('taskset', ['--version']).status === 0;

/** Starts a program of this Node and waits until it tells its port, if it is one that does. Rejects with where its log is when it ends first. */
export async function start(options: SpawnOptions): Promise<Spawned> {
  const log = openSync(options.logFile, 'w');
  const command = [...(canPin ? ['taskset', '-c', String(options.core)] : []), process.execPath, ...options.args];
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true', ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    stdio: options.tells ? ['ignore', log, log, 'ipc'] : ['ignore', log, log],
    serialization: 'advanced',
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('exit', (code, signal) => {
    ended = `it ended with ${code ?? signal}; its log is ${options.logFile}`;
  });
  child.once('error', (error) => {
    ended = error.message;
  });
  const stop = () => end(child);
  try {
    const told = options.tells ? await nextMessage<{ port: number }>(child, START_MS, () => ended) : undefined;
    return {
      pid: child.pid ?? 0,
      port: told?.port ?? Number.NaN,
      told,
      exitReason: () => ended,
      ask(message, deadlineMs) {
        const answer = nextMessage(child, deadlineMs, () => ended);
        child.send(message as object);
        return answer as Promise<never>;
      },
      stop,
    };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    server.close(() => resolve(port));
  });
  return promise;
}

function nextMessage<Message>(child: ChildProcess, deadlineMs: number, ended: () => string | undefined): Promise<Message> {
  const { promise, resolve, reject } = Promise.withResolvers<Message>();
  const timer = setTimeout(() => settle(new Error(`no word from a process within ${deadlineMs} ms`)), deadlineMs);
  const onExit = () => settle(new Error(`no word from a process: ${ended() ?? 'it ended'}`));
  const onMessage = (message: unknown) => settle(undefined, message as Message);
  function settle(error: Error | undefined, message?: Message): void {
    clearTimeout(timer);
    child.off('exit', onExit);
    child.off('message', onMessage);
    if (error === undefined) resolve(message as Message);
    else reject(error);
  }
  child.once('exit', onExit);
  child.once('message', onMessage);
  return promise;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}
