import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readSandboxOptions } from './config.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

const ENVIRONMENT = {
  SANDBOX_PORT: '0',
  SANDBOX_CLIENT_ID: 'academia',
  SANDBOX_CLIENT_SECRET: 'un-secreto-de-prueba',
};

type Line = Partial<Record<'error' | 'level' | 'msg' | 'url', unknown>>;

function startProcess(environment: Record<string, string>) {
  const child: ChildProcess = spawn(execPath, [MAIN], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines: Line[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts.map((line): Line => JSON.parse(line)));
  });
  return { child, lines };
}

test('the process says where it listens, serves, and on SIGTERM ends with what it served', async () => {
  const { child, lines } = startProcess({ ...ENVIRONMENT, SANDBOX_CONTROL: 'on' });
  await expect.poll(() => lines.length, { timeout: 10_000 }).toBe(1);
  expect(lines[0]).toMatchObject({ level: 'info', msg: 'sandbox started', idempotent: false, control: true });
  const url = String(lines[0]?.url);
  const headers = { authorization: `Bearer ${ENVIRONMENT.SANDBOX_CLIENT_SECRET}` };
  expect((await fetch(`${url}/__sandbox/ledger`, { headers })).status).toBe(200);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(lines[1]).toMatchObject({ level: 'info', msg: 'sandbox stopped', signal: 'SIGTERM', submissions: 0 });
  expect(JSON.stringify(lines)).not.toContain(ENVIRONMENT.SANDBOX_CLIENT_SECRET);
}, 20_000);

test('the process refuses a wrong environment, naming the variable and not its value', async () => {
  const { child, lines } = startProcess({ ...ENVIRONMENT, SANDBOX_CLIENT_SECRET: 'corto' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.error).toContain('SANDBOX_CLIENT_SECRET');
  expect(JSON.stringify(lines)).not.toContain('corto');
}, 20_000);

test('an empty variable counts as unset', () => {
  const options = readSandboxOptions({ ...ENVIRONMENT, SANDBOX_SEED: '', SANDBOX_LEDGER_FILE: '' });
  expect(options).toMatchObject({
    seed: 1,
    ledgerFile: undefined,
    verdict: 'approve',
    idempotent: false,
    control: false,
  });
});

test('every variable reaches the option it names', () => {
  const options = readSandboxOptions({
    ...ENVIRONMENT,
    SANDBOX_HOST: '0.0.0.0',
    SANDBOX_PORT: '4701',
    SANDBOX_IDEMPOTENT: 'true',
    SANDBOX_SEED: '9',
    SANDBOX_VERDICT: 'by-seed',
    SANDBOX_PROCESSING_MS: '1500',
    SANDBOX_LATENCY_MS: '20',
    SANDBOX_TOKEN_TTL_SECONDS: '60',
    SANDBOX_CONTROL: 'on',
    SANDBOX_LEDGER_FILE: '/tmp/ledger.jsonl',
    SANDBOX_CATALOGUE_HAZARDS: 'on',
  });
  expect(options).toEqual({
    host: '0.0.0.0',
    port: 4701,
    clientId: 'academia',
    clientSecret: 'un-secreto-de-prueba',
    idempotent: true,
    seed: 9,
    verdict: 'by-seed',
    processingMs: 1_500,
    latencyMs: 20,
    tokenTtlSeconds: 60,
    control: true,
    ledgerFile: '/tmp/ledger.jsonl',
    catalogueHazards: true,
  });
});

test.each([
  ['SANDBOX_PORT', '70000'],
  ['SANDBOX_PORT', 'http'],
  ['SANDBOX_CONTROL', 'yes'],
  ['SANDBOX_IDEMPOTENT', 'perhaps'],
  ['SANDBOX_VERDICT', 'maybe'],
  ['SANDBOX_PROCESSING_MS', '-1'],
])('%s=%s is refused', (name, value) => {
  expect(() => readSandboxOptions({ ...ENVIRONMENT, [name]: value })).toThrow(new RegExp(name));
});
