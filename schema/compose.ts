import { realpathSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { type DocumentNode, lexicographicSortSchema, printSchema } from 'graphql';
import { type CommittedFile, outdated, writeCommitted } from './committed-file.ts';
import { ISLANDS, readIsland } from './islands.ts';
import { conflictingRequiredArguments } from './required-arguments.ts';
import { publicVariant } from './variant.ts';

/** Hints that do not fail composition: code → why nothing can be done about it. */
export const ALLOWED_HINTS: Readonly<Record<string, string>> = {};

/** One subgraph to compose. */
export interface Service {
  readonly name: string;
  /** Where it would be called; entry files replace it, so it only has to be unique. */
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** What composition yields, both as SDL and both the same for the same services. */
export interface Composition {
  /** For the gateway: every subgraph's part, with `@join__*`. */
  readonly supergraphSdl: string;
  /** For clients: sorted, with descriptions, without what is `@inaccessible`. */
  readonly apiSdl: string;
}

/** The committed SDL of the five islands, composed; with `guests` after them, which journeys bring. Throws Error that lists every mistake. */
export function composeSupergraph(guests: readonly Service[] = []): Composition {
  const islands = ISLANDS.map((name) => ({ name, url: `http://${name}.internal/`, typeDefs: readIsland(name) }));
  return composeIslands([...islands, ...guests]);
}

/**
 * The supergraph of some services. Throws Error that lists every mistake: composition errors, hints that are not
 * allowed (subgraphs that disagree compose, but clients then meet one island's idea of another's type), and
 * arguments on which two `@requires` disagree.
 */
export function composeIslands(
  services: readonly Service[],
  allowedHints: Readonly<Record<string, string>> = ALLOWED_HINTS,
): Composition {
  const conflicts = conflictingRequiredArguments(services.map(({ typeDefs }) => typeDefs));
  const result = composeServices(services.map((service) => ({ ...service })));
  const mistakes = [
    ...(result.errors ?? []).map((error) => error.message),
    ...(result.hints ?? [])
      .filter((hint) => !Object.hasOwn(allowedHints, hint.definition.code))
      .map((hint) => `${hint.definition.code}: ${hint.message}`),
    ...conflicts.map(({ field, demands }) => `Conflicting @requires arguments for ${field}: ${describeDemands(demands)}`),
  ];
  if (mistakes.length > 0) throw new Error(`The subgraphs do not compose:\n${mistakes.map((text) => `- ${text}`).join('\n')}`);
  const supergraphSdl = `${result.supergraphSdl?.trimEnd()}\n`;
  const api = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  return { supergraphSdl, apiSdl: `${printSchema(lexicographicSortSchema(api))}\n` };
}

/** The files of this folder that composition owns. Throws Error when the tags leave no valid public schema. */
export function committedFiles({ supergraphSdl, apiSdl }: Composition): CommittedFile[] {
  return [
    { name: 'supergraph.graphql', content: supergraphSdl },
    { name: 'api.graphql', content: apiSdl },
    { name: 'public.graphql', content: publicVariant(supergraphSdl) },
  ];
}

function describeDemands(demands: ReadonlyMap<string, readonly string[]>): string {
  return [...demands].map(([list, by]) => `(${list}) by ${by.join(', ')}`).join('; ');
}

function main(): void {
  const files = committedFiles(composeSupergraph());
  if (!process.argv.includes('--check')) {
    const changed = writeCommitted(files);
    console.log(changed.length === 0 ? 'schema: nothing changed' : `schema: wrote ${changed.join(', ')}`);
    return;
  }
  const stale = outdated(files);
  if (stale.length === 0) return;
  console.error(`schema: ${stale.join(', ')} differ from what the subgraphs compose to. Run: npm run compose`);
  process.exitCode = 1;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) main();
