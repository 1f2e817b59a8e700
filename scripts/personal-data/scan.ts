import { ISLANDS } from '@academy/platform/topology';
import { type AllowedPlace, createFindings, type Finding } from './finding.ts';
import type { PersonalValue } from './forms.ts';
import { createMatcher } from './matcher.ts';
import { scanFiles } from './scan-files.ts';
import { scanPostgres } from './scan-postgres.ts';
import { scanRedis } from './scan-redis.ts';

/** Where to look. */
export type ScanTargets = {
  /** A superuser's. */
  readonly adminDatabaseUrl: string;
  readonly databasePrefix: string;
  readonly redisUrl: string;
  /** Only keys that begin with it; empty: all. */
  readonly redisNamespace: string;
  /** Folders of stored objects. */
  readonly storage: readonly string[];
  /** Files, or folders of files, that processes wrote. */
  readonly logs: readonly string[];
};

export type ScanResult = { readonly findings: readonly Finding[]; readonly pieces: number };

/** Where personal data is at home. Whatever is sealed needs no place here: it is not found. */
export const AT_HOME: readonly AllowedPlace[] = [
  { place: 'postgres users.users.display_name', why: 'the name that a person chose to be shown to others of her tenant' },
];

/**
 * All five databases, Redis, stored objects and logs are looked through for these values in every form, and for what has the form of a CURP or an e-mail
 * address. Answers what was found outside of the allowed places, and how many pieces were looked at. Changes nothing.
 */
export async function scanPersonalData(
  targets: ScanTargets,
  values: readonly PersonalValue[],
  options: { allowed?: readonly AllowedPlace[]; hasPatterns?: boolean } = {},
): Promise<ScanResult> {
  const matcher = createMatcher(values, { hasPatterns: options.hasPatterns ?? true });
  const findings = createFindings(matcher, options.allowed ?? AT_HOME);
  for (const island of ISLANDS) {
    const url = new URL(targets.adminDatabaseUrl);
    url.pathname = `/${targets.databasePrefix}_${island}`;
    await scanPostgres(url.toString(), island, findings);
  }
  await scanRedis(targets.redisUrl, targets.redisNamespace, findings);
  for (const folder of targets.storage) await scanFiles(folder, 'storage', findings);
  for (const file of targets.logs) await scanFiles(file, 'log', findings);
  return findings.result();
}
