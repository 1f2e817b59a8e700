import * as z from 'zod';
import type { SandboxOptions } from './sandbox.ts';
import { VERDICT_POLICIES } from './verdict.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

const integer = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** The environment of the sandbox process. Variables it does not name are ignored; a wrong value stops the start. */
export const sandboxEnvironment = z.object({
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  /** 0 takes any free port; the start line says which. */
  SANDBOX_PORT: integer(0, 65_535).default(4_700),
  SANDBOX_CLIENT_ID: z.string().min(1),
  /** Also the bearer token of the control plane. */
  SANDBOX_CLIENT_SECRET: z.string().min(16),
  SANDBOX_IDEMPOTENT: z.stringbool().default(false),
  SANDBOX_SEED: integer(0, 2 ** 31).default(1),
  SANDBOX_VERDICT: z.enum(VERDICT_POLICIES).default('approve'),
  /** Time from reception to verdict. */
  SANDBOX_PROCESSING_MS: integer(0, 366 * DAY_MS).default(10_000),
  SANDBOX_LATENCY_MS: integer(0, 60_000).default(0),
  SANDBOX_TOKEN_TTL_SECONDS: integer(1, 86_400).default(300),
  SANDBOX_CONTROL: z.enum(['on', 'off']).default('off'),
  /** Where the ledger outlives the process; unset, it is forgotten. */
  SANDBOX_LEDGER_FILE: z.string().optional(),
  SANDBOX_CATALOGUE_HAZARDS: z.stringbool().default(false),
});

/**
 * The options that an environment asks for. An empty variable counts as unset, as docker-compose writes it.
 * Throws a ZodError that names the variables and holds none of their values.
 */
export function readSandboxOptions(environment: Readonly<Record<string, string | undefined>>): SandboxOptions {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const env = sandboxEnvironment.parse(set);
  return {
    host: env.SANDBOX_HOST,
    port: env.SANDBOX_PORT,
    clientId: env.SANDBOX_CLIENT_ID,
    clientSecret: env.SANDBOX_CLIENT_SECRET,
    idempotent: env.SANDBOX_IDEMPOTENT,
    seed: env.SANDBOX_SEED,
    verdict: env.SANDBOX_VERDICT,
    processingMs: env.SANDBOX_PROCESSING_MS,
    latencyMs: env.SANDBOX_LATENCY_MS,
    tokenTtlSeconds: env.SANDBOX_TOKEN_TTL_SECONDS,
    control: env.SANDBOX_CONTROL === 'on',
    ledgerFile: env.SANDBOX_LEDGER_FILE,
    catalogueHazards: env.SANDBOX_CATALOGUE_HAZARDS,
  };
}
