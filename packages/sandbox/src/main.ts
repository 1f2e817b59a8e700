import * as z from 'zod';
import { readSandboxOptions } from './config.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

function log(level: 'info' | 'error', message: string, fields: Record<string, unknown> = {}): void {
  const line = { level, time: new Date().toISOString(), service: 'conocer-sandbox', msg: message, ...fields };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

async function stopOn(signal: string, sandbox: Sandbox): Promise<void> {
  const { submissions, callsTotal } = sandbox.ledger;
  await sandbox.stop();
  log('info', 'sandbox stopped', { signal, submissions: submissions.length, calls: callsTotal });
}

try {
  const onBug = (error: unknown) => log('error', 'sandbox bug', { error: explain(error) });
  const options = readSandboxOptions(process.env);
  const sandbox = await startSandbox({ ...options, onBug });
  log('info', 'sandbox started', {
    url: sandbox.url,
    idempotent: options.idempotent,
    control: options.control,
    seed: options.seed,
  });
  for (const signal of SIGNALS) process.once(signal, () => void stopOn(signal, sandbox));
} catch (error) {
  log('error', 'sandbox could not start', { error: explain(error) });
  process.exitCode = 1;
}
