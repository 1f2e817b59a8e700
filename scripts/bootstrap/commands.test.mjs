import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commands } from './commands.mjs';
import { root } from './paths.mjs';
import { resolveCommand } from './resolve-command.mjs';
import { takeServiceOptions } from './services.mjs';

const table = {
  compose: { argv: ['node', 'schema/compose.ts'], needs: /** @type {const} */ ('tools'), description: 'composes' },
  bench: { argv: ['node'], scripts: 'bench', needs: /** @type {const} */ ('services'), description: 'measures' },
};

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'academy-commands-'));
  for (const name of ['schema', 'bench']) mkdirSync(path.join(folder, name));
  for (const file of ['schema/compose.ts', 'bench/plans.ts', 'bench/live.ts', 'bench/live.test.ts', 'bench/README.md']) {
    writeFileSync(path.join(folder, file), '');
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

test('every npm script that goes through the bootstrap has a command, and every command a script', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const viaRun = Object.entries(scripts).flatMap(([name, line]) => {
    const command = /node scripts\/run\.mjs (\S+)/.exec(String(line))?.[1];
    return command === undefined ? [] : [[name, command]];
  });
  expect(viaRun.sort()).toEqual(
    Object.keys(commands)
      .map((name) => [name, name])
      .sort(),
  );
  for (const name of ['start', 'test', 'doctor']) expect(scripts[name]).toMatch(new RegExp(`node scripts/${name}\\.mjs$`));
});

test('arguments go to the command', () => {
  expect(resolveCommand('compose', ['--check'], table, folder)).toEqual({
    name: 'compose',
    needs: 'tools',
    argv: ['node', 'schema/compose.ts', '--check'],
  });
});

test('a benchmark is chosen by its name', () => {
  expect(resolveCommand('bench', ['plans', '--minutes=1'], table, folder).argv).toEqual([
    'node',
    'bench/plans.ts',
    '--minutes=1',
  ]);
});

test('without a name the benchmarks are listed, and nothing that is none', () => {
  const list = 'npm run bench -- live\n  npm run bench -- plans';
  expect(() => resolveCommand('bench', [], table, folder)).toThrow(list);
  expect(() => resolveCommand('bench', ['nope'], table, folder)).toThrow(list);
  expect(() => resolveCommand('bench', [], table, folder)).not.toThrow(/test|README/);
});

test('a benchmark is not reached outside its folder', () => {
  expect(() => resolveCommand('bench', ['../schema/compose'], table, folder)).toThrow(/There is no/);
});

test('an unknown command is answered with those that exist', () => {
  for (const name of ['nope', undefined, 'toString', '__proto__']) {
    expect(() => resolveCommand(name, [], table, folder)).toThrow(/npm run compose +composes\n {2}npm run bench +measures/);
  }
});

test('a command whose script is missing from the checkout says so', () => {
  rmSync(path.join(folder, 'schema', 'compose.ts'));
  expect(() => resolveCommand('compose', [], table, folder)).toThrow('npm run compose should run schema/compose.ts');
});

test('where servers come from is for us, all else for the command', () => {
  expect(takeServiceOptions(['--once', '--embedded', 'x', '--no-path'])).toEqual({
    options: { embedded: true, usePath: false },
    rest: ['--once', 'x'],
  });
  expect(takeServiceOptions([]).options).toEqual({ embedded: false, usePath: true });
});
