import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { islandDefinitions } from '../../../permissions/definitions.ts';
import { randomCase } from '../documents/random-case.ts';
import type { Fuzz } from '../open-fuzz.ts';
import type { Search } from '../search.ts';
import { type Tried, tryCases } from '../try-case.ts';
import type { World } from '../worlds/open-world.ts';
import { OWN, type WorldDatabases } from '../worlds/prepare-worlds.ts';
import { openUndone } from '../worlds/undone-writes.ts';
import { GRAPHQL_MISTAKES, type GraphqlMistake } from './mistakes.ts';

const AT_ONCE = 4;
const CONNECTIONS = 3;

/** Makes each mistake in turn in the world that has every tenant, and searches until it is found. True when all were. */
export async function findPlantedGraphql(fuzz: Fuzz, search: Search): Promise<boolean> {
  const databases = Object.fromEntries(
    ISLANDS.map((island) => [island, openUndone(fuzz.prepared.whole.urls[island], CONNECTIONS)]),
  ) as Record<IslandName, ReturnType<typeof openUndone>>;
  const tools = { definitions: islandDefinitions(), databases, tenantOf: await readTenants(fuzz.prepared.whole) };
  let found = 0;
  for (const [at, mistake] of GRAPHQL_MISTAKES.entries()) {
    const { rows } = mistake;
    if (rows !== undefined) for (const statement of rows.make) await fuzz.prepared.whole.admin[rows.island].unsafe(statement);
    const world = await fuzz.openWrong({ name: `wrong-${at}`, ...mistake.plant?.(tools) });
    try {
      if (await isFound(fuzz, world, mistake, search)) found += 1;
    } finally {
      await world.close();
      if (rows !== undefined) for (const statement of rows.undo) await fuzz.prepared.whole.admin[rows.island].unsafe(statement);
    }
  }
  await Promise.all(ISLANDS.map((island) => databases[island].close()));
  search.say(`${found} of ${GRAPHQL_MISTAKES.length} mistakes found by GraphQL`);
  return found === GRAPHQL_MISTAKES.length;
}

async function isFound(fuzz: Fuzz, whole: World, { name }: GraphqlMistake, search: Search): Promise<boolean> {
  const { seed, queries, deadline, say } = search;
  for (let number = 0; number < queries && Date.now() < deadline; number += AT_ONCE) {
    const cases = Array.from({ length: AT_ONCE }, (_, one) => randomCase(fuzz.ground, seed, number + one));
    for (const [one, tried] of await tryCases({ whole, alone: fuzz.worlds.alone }, fuzz.judge, cases)) {
      if (tried.leak === undefined) continue;
      say(`found after ${String(one.number + 1).padStart(4)}  ${name}: ${shortened(tried.leak)}`);
      return true;
    }
  }
  say(`MISSED            ${name}`);
  return false;
}

function shortened(leak: NonNullable<Tried['leak']>): string {
  const MOST = 110;
  return leak.length > MOST ? `${leak.slice(0, MOST)}…` : leak;
}

/** Whose each id is that the asking tenant has not. */
async function readTenants({ admin }: WorldDatabases): Promise<(id: string | undefined) => string | undefined> {
  const tenants = new Map<string, string>();
  const own = new Set<string>();
  for (const island of ISLANDS) {
    const tables = await admin[island]<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('id', 'tenant_id')
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition group by 1 having count(*) = 2`;
    for (const { name } of tables) {
      const rows = await admin[island].unsafe<{ id: string; tenant_id: string }[]>(
        `select id::text, tenant_id::text from public."${name}"`,
      );
      for (const { id, tenant_id: tenantId } of rows) {
        if (tenantId === OWN.id) own.add(id);
        else tenants.set(id, tenantId);
      }
    }
  }
  return (id) => (id === undefined || own.has(id) ? undefined : tenants.get(id));
}
