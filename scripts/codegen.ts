/**
 * Resolver types of the islands, from their SDL.
 *
 *   node scripts/codegen.ts [island…]            writes generated files and stubs of resolvers that do not exist yet
 *   node scripts/codegen.ts [island…] --check    writes nothing; fails when a file would change or a stub is left
 *   node scripts/codegen.ts [island…] --missing  lists what a person still has to write
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ISLANDS, type IslandName, workspaceRoot } from '@academy/schema/islands';
import { generate } from '@graphql-codegen/cli';
import { codegenConfig } from './codegen/config.ts';
import { unfinished } from './codegen/unfinished.ts';

interface Output {
  readonly filename: string;
  readonly content: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false }, missing: { type: 'boolean', default: false } },
});
const islands = positionals.length > 0 ? positionals.map(islandNamed) : [...ISLANDS];

// The generator resolves every path against the working directory.
process.chdir(workspaceRoot);
if (values.missing) listMissing();
else if (values.check) await check();
else await write();

function islandNamed(name: string): IslandName {
  const island = ISLANDS.find((known) => known === name);
  if (!island) throw new Error(`There is no island ${name}; there are ${ISLANDS.join(', ')}.`);
  return island;
}

/** Files that the generator would write otherwise than they are. */
async function changes(): Promise<Output[]> {
  const outputs: Output[] = await generate(codegenConfig(islands), false);
  if (outputs.length === 0) throw new Error('The generator produced nothing: is there any SDL?');
  return outputs
    .filter(({ content }) => content.trim() !== '')
    .filter(({ filename, content }) => !existsSync(filename) || readFileSync(filename, 'utf8') !== content)
    .sort((a, b) => a.filename.localeCompare(b.filename, 'en'));
}

async function write(): Promise<void> {
  const changed = await changes();
  for (const { filename, content } of changed) {
    mkdirSync(dirname(filename), { recursive: true });
    writeFileSync(filename, content.replaceAll("'./../", "'../"));
  }
  const byHand = changed.map(({ filename }) => filename).filter((filename) => !filename.endsWith('.generated.ts'));
  if (byHand.length > 0) {
    execFileSync(join(workspaceRoot, 'node_modules/.bin/biome'), ['format', '--write', '--log-level=error', ...byHand], {
      stdio: 'inherit',
    });
  }
  console.log(
    changed.length === 0 ? 'codegen: nothing changed' : changed.map(({ filename }) => `codegen: wrote ${filename}`).join('\n'),
  );
}

async function check(): Promise<void> {
  const stale = (await changes()).map(({ filename }) => `${filename} is not what the schema generates`);
  const problems = [...stale, ...islands.flatMap((island) => unfinished(island, workspaceRoot))];
  if (problems.length === 0) return;
  console.error(problems.map((problem) => `codegen: ${problem}`).join('\n'));
  if (stale.length > 0) console.error('Run: npm run codegen');
  process.exitCode = 1;
}

function listMissing(): void {
  const missing = islands.flatMap((island) => unfinished(island, workspaceRoot));
  console.log(missing.length === 0 ? 'codegen: nothing is missing' : missing.join('\n'));
}
