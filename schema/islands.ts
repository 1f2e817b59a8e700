import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { concatAST, type DocumentNode, parse, Source } from 'graphql';

/** The five subgraphs, in the order in which they are composed; composition is only deterministic for a fixed order. */
export const ISLANDS = ['users', 'courses', 'certification', 'conocer', 'analytics'] as const;

/** Name of a subgraph: its folder under `subgraphs/` and its name in the supergraph. */
export type IslandName = (typeof ISLANDS)[number];

/** Root of the workspace, without a trailing slash. */
export const workspaceRoot = join(import.meta.dirname, '..');

/** Paths of one island's SDL from `root`, shared definitions first, then by concept in alphabetical order. */
export function sdlPaths(island: IslandName, root: string = workspaceRoot): string[] {
  const own = globSync(`subgraphs/${island}/src/schema/*/*.graphql`, { cwd: root }).sort();
  return ['schema/shared.graphql', ...own];
}

/** One island's SDL as one document; nodes keep the path of their file, so that errors name it. Throws GraphQLError on bad syntax. */
export function readIsland(island: IslandName, root: string = workspaceRoot): DocumentNode {
  return concatAST(sdlPaths(island, root).map((path) => parse(new Source(readFileSync(join(root, path), 'utf8'), path))));
}
