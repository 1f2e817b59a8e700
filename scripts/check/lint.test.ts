import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const Report = z.object({ diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })) });

const PROCESS = 'export const folder = process.cwd();\n';
const CONSOLE = "console.log('here');\n";

/** What is planted → the file, its source, and the rule that finds it. */
const PLANTS: Readonly<Record<string, readonly [file: string, source: string, rule: string]>> = {
  'console in a package': ['packages/platform/src/planted/console.ts', CONSOLE, 'suspicious/noConsole'],
  'process in a package': ['packages/platform/src/planted/process.ts', PROCESS, 'style/noRestrictedGlobals'],
  'process in an island': ['subgraphs/users/src/config.ts', PROCESS, 'style/noRestrictedGlobals'],
  'process imported': [
    'gateway/src/gateway.ts',
    "import { env } from 'node:process';\nexport const port = env;\n",
    'style/noRestrictedImports',
  ],
  'a promise that nobody waits for': [
    'gateway/src/planted/floating.ts',
    'async function later(): Promise<void> {}\nexport function now(): void {\n  later();\n}\n',
    'nursery/noFloatingPromises',
  ],
  any: ['gateway/src/planted/any.ts', 'export const parse = (text: any): string => String(text);\n', 'suspicious/noExplicitAny'],
  'a switch that misses a case': [
    'gateway/src/planted/switch.ts',
    "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      break;\n  }\n}\n",
    'nursery/useExhaustiveSwitchCases',
  ],
  'a type imported as a value': [
    'gateway/src/planted/import-type.ts',
    "import { Thing } from './thing.ts';\nexport const things: Thing[] = [];\n",
    'style/useImportType',
  ],
  'a skipped test': [
    'gateway/src/planted/skipped.test.ts',
    "import { test } from 'vitest';\ntest.skip('later', () => {});\n",
    'suspicious/noSkippedTests',
  ],
};

const ALLOWED: Readonly<Record<string, string>> = {
  'gateway/src/main.ts': PROCESS,
  'subgraphs/users/src/worker.ts': PROCESS,
  'scripts/planted.ts': `${PROCESS}${CONSOLE}`,
  'scripts/planted.mjs': `${PROCESS}${CONSOLE}`,
  'subgraphs/users/src/schema/types.generated.ts': 'export type Anything = any;\n',
};

let workspace: string;
let found: readonly (readonly [file: string, rule: string])[];

beforeAll(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'lint-'));
  cpSync(join(ROOT, 'biome.json'), join(workspace, 'biome.json'));
  write('.gitignore', 'node_modules/\n');
  for (const [file, source] of [...Object.values(PLANTS), ...Object.entries(ALLOWED)]) write(file, source);
  const { stdout } = await promisify(execFile)(join(ROOT, 'node_modules/.bin/biome'), ['lint', '--reporter=json', '.'], {
    cwd: workspace,
  }).catch(
    // Exit code 1 says that something was found, which is what is wanted here.
    (error: { stdout: string }) => error,
  );
  found = Report.parse(JSON.parse(stdout)).diagnostics.map(
    ({ category, location }) => [location.path, category.replace(/^lint\//, '')] as const,
  );
});

afterAll(() => rmSync(workspace, { recursive: true }));

describe('lint finds', () => {
  for (const [what, [file, , rule]] of Object.entries(PLANTS)) {
    test(what, () => expect(found.filter(([path]) => path === file).map(([, by]) => by)).toContain(rule));
  }
});

test('lint allows process in main, worker and scripts, console in scripts, and anything in generated files', () => {
  expect(found.filter(([path]) => Object.hasOwn(ALLOWED, path))).toEqual([]);
});

function write(path: string, content: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), content);
}
