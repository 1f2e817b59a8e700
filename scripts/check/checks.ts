import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** One question to the code, answered by a program: exit code 0 is yes. */
export interface Check {
  readonly name: string;
  /** What is true when it passes. */
  readonly claim: string;
  readonly command: readonly [program: string, ...args: string[]];
}

/** Folders with code of our own, from the root of the workspace. */
const CODE = ['packages', 'gateway', 'journeys', 'subgraphs', 'schema', 'scripts', 'bench'];

/** Every check, cheapest to understand first; `node` is the program that runs this one. */
export function checks(root: string, node: string): Check[] {
  const bin = (name: string) => join(root, 'node_modules/.bin', name);
  const folders = CODE.filter((folder) => existsSync(join(root, folder)));
  return [
    { name: 'types', claim: 'the types hold', command: [bin('tsc'), '-p', 'tsconfig.json'] },
    {
      name: 'lint',
      claim: 'format and lint hold: no floating promise, no any, no console, process only at the entries',
      command: [bin('biome'), 'check', '--error-on-warnings', '--max-diagnostics=100', '.'],
    },
    {
      name: 'arrows',
      claim: 'nothing imports against the arrows, or around a door',
      command: [bin('depcruise'), '--config', '.dependency-cruiser.cjs', ...folders],
    },
    {
      name: 'codegen',
      claim: 'generated code is what the schema generates, and no stub is left',
      command: [node, 'scripts/codegen.ts', '--check'],
    },
    {
      name: 'compose',
      claim: 'the committed supergraph is what the islands compose to',
      command: [node, 'schema/compose.ts', '--check'],
    },
    { name: 'breaking', claim: 'nothing that was released breaks', command: [node, 'schema/breaking.ts'] },
    { name: 'dead', claim: 'no file, export or dependency is unused', command: [bin('knip'), '--no-config-hints'] },
  ];
}

/** The checks of these names, in the order of all checks; all of them for no names. Throws Error on a name that there is not. */
export function chosen(all: readonly Check[], names: readonly string[]): Check[] {
  const unknown = names.filter((name) => !all.some((check) => check.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no check ${unknown.join(', ')}; there are ${all.map(({ name }) => name).join(', ')}.`);
  return all.filter(({ name }) => names.length === 0 || names.includes(name));
}
