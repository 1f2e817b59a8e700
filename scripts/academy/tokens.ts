import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDevPeople } from '@academy/gateway/dev-issuer';
import { seedPeople } from '@academy/users/seed';
import { z } from 'zod';

const FILE = 'tokens.env';
const DEADLINE_MS = 10_000;

const tokens = z.array(z.object({ label: z.string(), tenantSlug: z.string(), persona: z.string(), token: z.string() }));

/** A token to try, for 24 h. */
export type TokenToTry = {
  /** Name of a shell variable, e.g. `ALICE`. */
  readonly variable: string;
  /** e.g. `alice, learner`. */
  readonly label: string;
  readonly token: string;
};

/** A token for each persona of a tenant: of the first person or process whom the gateway's development issuer knows under it. */
export async function fetchTokens(gatewayUrl: string, tenantSlug: string): Promise<TokenToTry[]> {
  const response = await fetch(`${gatewayUrl}/dev/tokens`, { signal: AbortSignal.timeout(DEADLINE_MS) });
  if (!response.ok) throw new Error(`The development issuer answered ${response.status} to /dev/tokens.`);
  const offered = tokens.parse(await response.json()).filter((one) => one.tenantSlug === tenantSlug);
  return [...Map.groupBy(offered, ({ persona }) => persona).values()]
    .flatMap(([first]) => first ?? [])
    .map(({ label, token }) => ({ variable: variableOf(label), label, token }));
}

/** The tokens are in a file that a shell can source, readable by its owner alone. Returns its path. */
export async function writeTokens(dataDir: string, given: readonly TokenToTry[]): Promise<string> {
  const path = join(dataDir, FILE);
  const lines = given.map(({ variable, label, token }) => `export ${variable}='${token}' # ${label}\n`);
  // A file that is there keeps its mode when it is written.
  await rm(path, { force: true });
  await writeFile(path, lines.join(''), { mode: 0o600 });
  return path;
}

/** The explorer offers a token for each of the seeded people afterwards, in every gateway whose development issuer has this folder. */
export function writeSeedPeople(devIssuerDirectory: string): Promise<void> {
  return writeDevPeople(
    devIssuerDirectory,
    seedPeople().flatMap(({ key, personas, tenantSlug, tenantId, userId }) =>
      personas.map((persona) => ({ label: `${key}, ${persona}`, tenantSlug, tenantId, userId, persona })),
    ),
  );
}

function variableOf(label: string): string {
  const [name = ''] = label.split(',');
  return name.replaceAll('-', '_').toUpperCase();
}
