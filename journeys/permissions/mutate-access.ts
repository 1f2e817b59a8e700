// npm run mutate:access -- [--island X] [--rules N] [--seed S]: does some test turn red when one rule, or one guard of a resolver, is wrong?
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import { buildGuardedSchema, type IslandDefinition, type IslandResources, openIsland } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { seeders } from '@academy/scripts/seed';
import { dropTestDatabases, openTestDatabase } from '@academy/testing/databases';
import { openTestVault } from '@academy/testing/vault';
import type { Ask } from './ask.ts';
import { islandDefinitions } from './definitions.ts';
import { fillWorld } from './fill-world.ts';
import { noFindings, tableOf } from './findings.ts';
import { askIsland } from './island-matrix.ts';
import { guardMutants, type Mutant, ruleMutants, TRIED_APART, watchGuards } from './mutants.ts';
import { reachableTypes } from './reachable.ts';
import { rulesAstray } from './rules.ts';
import { scopesInUse } from './scopes.ts';
import { readReply } from './signed-calls.ts';
import { viewersOf } from './viewers.ts';

type Definition = IslandDefinition<unknown, unknown>;

const { values } = parseArgs({ options: { island: { type: 'string' }, rules: { type: 'string' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? randomInt(1_000_000));
const islands = ISLANDS.filter((name) => values.island === undefined || values.island === name);
if (islands.length === 0) throw new Error(`--island must be one of ${ISLANDS.join(', ')}, got ${values.island}.`);
const adminUrl = process.env['TEST_ADMIN_DATABASE_URL'] ?? '';
const redisUrl = process.env['TEST_REDIS_URL'] ?? '';
const runId = randomBytes(4).toString('hex');
const logger = createLogger({ process: 'mutate-access', level: 'silent' });
const vault = openTestVault();
const viewers = viewersOf(scopesInUse());
const folder = await mkdtemp(join(tmpdir(), 'academy-mutants-'));

let survivors = 0;
console.log(`seed ${seed}`);
try {
  for (const name of islands) survivors += await mutateIsland(name, islandDefinitions()[name]);
} finally {
  await dropTestDatabases(adminUrl, runId);
  await rm(folder, { recursive: true, force: true });
}
for (const [place, test] of Object.entries(TRIED_APART)) console.log(`not mutated: the guard of ${place}, which ${test} tries`);
process.exit(survivors === 0 ? 0 : 1);

async function mutateIsland(name: IslandName, definition: Definition): Promise<number> {
  const base = await openTestDatabase({
    adminUrl,
    runId,
    island: name,
    migrations: definition.migrations,
    seed: { name: 'matrix', fill: seeders(systemClock.now(), vault)[name] },
  });
  const redis = openRedis({ url: redisUrl, namespace: `mutants-${runId}`, logger, name: 'mutants' });
  await fillWorld(name, base.database, vault);
  const resources: IslandResources = {
    ...base,
    redis,
    vault,
    signingKeys: [{ id: 'mutants', secret: 'a secret of thirty-two characters, for tests' }],
    storage: createFileStorage(folder),
    clock: systemClock,
    logger,
    telemetry: createTelemetry({ process: 'mutants' }),
  };
  try {
    const watched = watchGuards(definition);
    const first = await differencesOf(watched.definition, resources, false);
    if (first !== '') throw new Error(`Without any mutant ${name} is not what the matrix says:\n${first}`);
    const all = [
      ...ruleMutants(definition),
      ...guardMutants(definition, (type, field) => watched.looked.has(`${type}.${field}`)),
    ];
    const reachable = reachableTypes(buildGuardedSchema(definition));
    const mutants = sample(all.filter(({ type }) => reachable.has(type)));
    const survived: Mutant[] = [];
    for (const mutant of mutants) if (!(await isKilled(mutant, resources))) survived.push(mutant);
    console.log(
      `${name}: ${mutants.length} mutants, ${mutants.length - survived.length} killed, ${survived.length} survived; ${all.filter(({ type }) => !reachable.has(type)).length} more on types that no answer holds`,
    );
    for (const mutant of survived) console.log(`  survived: ${mutant.name}`);
    return survived.length;
  } finally {
    await redis.close();
    await base.drop();
  }
}

/** The rules by themselves are looked at first, as that takes no request. */
async function isKilled({ type, definition }: Mutant, resources: IslandResources): Promise<boolean> {
  const schema = buildGuardedSchema(definition);
  if (rulesAstray(schema, definition.access, viewers, new Set([type])).length > 0) return true;
  return (await differencesOf(definition, resources, true)) !== '';
}

async function differencesOf(definition: Definition, resources: IslandResources, endsEarly: boolean): Promise<string> {
  const island = await openIsland(definition, { ...resources, telemetry: createTelemetry({ process: 'mutants' }) });
  const ask: Ask = async (principal, query, variables = {}) =>
    readReply(
      await island.execute({ query, variables }, { principal, requestId: 'mutant', signal: AbortSignal.timeout(10_000) }),
    );
  const findings = noFindings();
  const schema = buildGuardedSchema(definition);
  for (const viewer of viewers) {
    await askIsland(findings, { name: definition.name, schema, ask }, viewer, () => endsEarly && findings.differences.length > 0);
    if (endsEarly && findings.differences.length > 0) break;
  }
  await island.close();
  return tableOf(findings.differences);
}

/** So many of them as were asked for, drawn by the seed; all without a number. */
function sample(mutants: readonly Mutant[]): readonly Mutant[] {
  if (values.rules === undefined) return mutants;
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state;
  };
  return mutants
    .map((mutant) => ({ mutant, at: next() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, Number(values.rules))
    .map(({ mutant }) => mutant);
}
