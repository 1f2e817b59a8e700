import { buildGuardedSchema } from '@academy/platform/subgraph';
import { ISLANDS } from '@academy/platform/topology';
import { expect, test } from 'vitest';
import { islandDefinitions } from '../permissions/definitions.ts';
import { fillWorld } from '../permissions/fill-world.ts';
import { noFindings, tableOf } from '../permissions/findings.ts';
import { askIsland } from '../permissions/island-matrix.ts';
import { scopesInUse } from '../permissions/scopes.ts';
import { askSigned } from '../permissions/signed-calls.ts';
import { viewersOf } from '../permissions/viewers.ts';
import { bootGraph } from '../src/boot-graph.ts';

const SECONDS = 240;
/** Viewers who ask one island at the same time: each of their questions has 10 s, on a busy machine too. */
const AT_ONCE = 4;

test(
  'every island, called directly, shows each persona what the domain’s matrix says, and nothing of another tenant',
  async () => {
    await using graph = await bootGraph({ calls: 'http' });
    // Whoever may ask for a reading of the register does: the standards of this world must stay as they are.
    graph.sandbox.plan({ mode: 'emptyList', routes: ['register'] });
    const definitions = islandDefinitions();
    await Promise.all(
      ISLANDS.map((name) => fillWorld(name, graph.academy.resources[name].database, graph.academy.resources[name].vault)),
    );
    const parts = ISLANDS.map(async (name) => {
      const findings = noFindings();
      const schema = buildGuardedSchema(definitions[name]);
      const ask = askSigned(graph.academy.islandUrls[name] ?? '');
      const waiting = [...viewersOf(scopesInUse())];
      const askInTurn = async () => {
        for (let viewer = waiting.shift(); viewer !== undefined; viewer = waiting.shift())
          await askIsland(findings, { name, schema, ask }, viewer);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
      return findings;
    });
    const findings = await Promise.all(parts);
    expect(tableOf(findings.flatMap(({ differences }) => differences))).toBe('');
    // Nobody was left out by mistake: about 60 requests of each viewer.
    expect(findings.reduce((sum, { requests }) => sum + requests, 0)).toBeGreaterThan(1_000);
  },
  SECONDS * 1_000,
);
