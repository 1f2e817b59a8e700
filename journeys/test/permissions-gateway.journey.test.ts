import { readFileSync } from 'node:fs';
import { defaults } from '@academy/gateway/config';
import { ISLANDS } from '@academy/platform/topology';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { askAct } from '../permissions/acts.ts';
import type { Ask } from '../permissions/ask.ts';
import { openFeeds } from '../permissions/feeds.ts';
import { fillWorld } from '../permissions/fill-world.ts';
import { noFindings, tableOf } from '../permissions/findings.ts';
import { askGateway, headersOf } from '../permissions/gateway-calls.ts';
import { askRoot } from '../permissions/island-matrix.ts';
import { scopesInUse } from '../permissions/scopes.ts';
import { entityNames } from '../permissions/selection.ts';
import type { Viewer } from '../permissions/viewer.ts';
import { viewersOf } from '../permissions/viewers.ts';
import { bootGraph } from '../src/boot-graph.ts';

const SECONDS = 240;
/** Viewers who ask at the same time. */
const AT_ONCE = 3;
/** The objects that an answer leads to are looked at as well, where that does not cost more than one operation may: not behind lists of cases and courses. */
const depthOf = (field: string) =>
  field === 'completionReport' ? -1 : ['certification', 'enrollment', 'course'].includes(field) ? 1 : 0;

const read = (name: string) => buildSchema(readFileSync(new URL(`../../schema/${name}.graphql`, import.meta.url), 'utf8'));
const schema = read('api');
const entities = entityNames(read('supergraph'));

test(
  'the gateway shows each persona what the domain’s matrix says, in queries, mutations and subscriptions',
  async () => {
    // A question is for everything that there is of one object, which is more than a client may ask at once.
    const limits = { ...defaults.limits, maxSelections: 1_200, maxTokens: 8_000 };
    await using graph = await bootGraph({ gateway: { limits } });
    await Promise.all(
      ISLANDS.map((name) => fillWorld(name, graph.academy.resources[name].database, graph.academy.resources[name].vault)),
    );
    // Whoever may ask for a reading of the register does: the standards of this world must stay as they are.
    graph.sandbox.plan({ mode: 'emptyList', routes: ['register'] });
    const issuer = graph.academy.gateway.devIssuer;
    if (issuer === undefined) throw new Error('A journey has the development issuer.');
    const ask = askGateway(graph.url, issuer);
    const findings = noFindings();
    const waiting = [...viewersOf(scopesInUse())];
    const askInTurn = async () => {
      for (let viewer = waiting.shift(); viewer !== undefined; viewer = waiting.shift()) {
        await askEverything(findings, viewer, ask);
        const headers = await headersOf(viewer.principal, issuer);
        await openFeeds(findings, { url: graph.url, schema, entities, headers }, viewer);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
    expect(tableOf(findings.differences)).toBe('');
    expect(findings.requests).toBeGreaterThan(800);
  },
  SECONDS * 1_000,
);

async function askEverything(findings: ReturnType<typeof noFindings>, viewer: Viewer, ask: Ask): Promise<void> {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    await askRoot(
      findings,
      `gateway ${field.name}`,
      viewer,
      { schema, entities, field, depth: depthOf(field.name), isIsland: false },
      ask,
    );
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    await askAct(findings, `gateway ${field.name}`, viewer, field, ask);
  }
}
