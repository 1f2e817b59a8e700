import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IslandName, readIsland } from '@academy/schema/islands';
import { entities, outputFolder } from './config.ts';

/** What the generator leaves in a resolver for a person to replace: a comment, or a field whose parent does not bear its type. */
const STUB = /Implement [\w.]+ resolver logic here|resolver is required because/;

/** The reference resolver itself, not its name in the type of a resolver map. */
const REFERENCE = /(?<!['"])__resolveReference(?!['"])/;

/**
 * What a person still has to write in one island, one sentence each, by path; empty when nothing. An entity without
 * `__resolveReference` would answer whatever a caller says it is, so it counts as unfinished.
 */
export function unfinished(island: IslandName, root: string): string[] {
  const folder = outputFolder(island);
  const files = globSync(`${folder}/*/{resolvers/**/*.ts,*.mappers.ts}`, { cwd: root, exclude: ['**/*.test.ts'] }).sort();
  const sources = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  const stubs = files.filter((path) => STUB.test(sources.get(path) ?? '')).map((path) => `${path} is a stub`);
  const missing = entities(readIsland(island, root)).flatMap((type) => {
    const loads = files.some((path) => path.endsWith(`/resolvers/${type}.ts`) && REFERENCE.test(sources.get(path) ?? ''));
    const maps = files.some(
      (path) => path.endsWith('.mappers.ts') && new RegExp(`\\b${type}Mapper\\b`).test(sources.get(path) ?? ''),
    );
    return [
      ...(loads ? [] : [`${folder}: ${type} is an entity, but no resolvers/${type}.ts has a __resolveReference`]),
      ...(maps ? [] : [`${folder}: ${type} is an entity, but no *.mappers.ts exports ${type}Mapper`]),
    ];
  });
  return [...stubs, ...missing];
}
