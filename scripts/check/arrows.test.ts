import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const CONFIG = join(import.meta.dirname, '../../.dependency-cruiser.cjs');
const DRIVERS = [
  'bullmq',
  'ioredis',
  'postgres',
  'graphql-shield',
  'graphql-redis-subscriptions',
  '@opentelemetry/api',
  'drizzle-orm',
  'zod',
];

/** A workspace that keeps every rule, and in which every arrow that is allowed is used once. */
const CLEAN: Readonly<Record<string, string>> = {
  'packages/kernel/src/index.ts': "import 'node:crypto';\nexport type Id = string;",
  'packages/contracts/src/index.ts': "import 'zod';\nimport type { Id } from '@academy/kernel';\nexport type Event = Id;",
  'packages/platform/src/index.ts': `${DRIVERS.map((driver) => `import '${driver}';`).join('\n')}\nexport type { Event } from '@academy/contracts';`,
  'packages/testing/src/index.ts': "export type { Event } from '@academy/platform';",
  'packages/sandbox/src/index.ts': "import 'zod';",
  'subgraphs/users/src/subgraph.ts': "import './schema/user.ts';\nexport const users = 1;",
  'subgraphs/users/src/tables.ts': "import 'drizzle-orm';\nexport type Row = { id: string };",
  'subgraphs/users/src/seed.ts': "import 'drizzle-orm';",
  'subgraphs/users/src/domain/user.ts': "export type { Id } from '@academy/kernel';",
  'subgraphs/users/src/domain/user.test.ts': "import './user.ts';\nimport '@academy/testing';",
  'subgraphs/users/src/store/user.ts':
    "import 'drizzle-orm';\nimport '../domain/user.ts';\nexport type { Row } from '../tables.ts';",
  'subgraphs/users/src/schema/user.ts': "export type { Row } from '../store/user.ts';",
  'subgraphs/courses/src/subgraph.ts': 'export const courses = 1;',
  'gateway/src/gateway.ts': "import '@academy/platform';\nexport const gateway = 1;",
  'gateway/test/journey.test.ts': "import '@academy/users';\nimport '@academy/testing';",
  'scripts/embedded.ts': "import '@academy/users';\nimport '@academy/gateway';",
};

/** Rule → a file that breaks it and no other rule. Type-only imports count, so that is what most of them are. */
const PLANTS: Readonly<Record<string, readonly [file: string, source: string]>> = {
  'island-to-island': ['subgraphs/courses/src/planted.ts', "export type { users } from '@academy/users';"],
  'island-to-gateway': ['subgraphs/users/src/planted.ts', "export type { gateway } from '@academy/gateway';"],
  'gateway-to-island': ['gateway/src/planted.ts', "export type { users } from '@academy/users';"],
  'kernel-imports-nothing': ['packages/kernel/src/planted.ts', "export type * from 'zod';"],
  'contracts-to-kernel-only': ['packages/contracts/src/planted.ts', "export type * from '@academy/platform';"],
  'platform-below-islands': ['packages/platform/src/planted.ts', "export type { users } from '@academy/users';"],
  'testing-in-tests-only': ['subgraphs/users/src/planted.ts', "export type * from '@academy/testing';"],
  'sandbox-stands-alone': ['packages/sandbox/src/planted.ts', "export type * from '@academy/kernel';"],
  'domain-is-pure': ['subgraphs/users/src/domain/planted.ts', "export type { Row } from '../tables.ts';"],
  'resolvers-without-drizzle': ['subgraphs/users/src/schema/planted.ts', "export type { Row } from '../tables.ts';"],
  'store-below-schema': ['subgraphs/users/src/store/planted.ts', "export type * from '../schema/user.ts';"],
  'tables-below-all': ['subgraphs/courses/src/tables.ts', "export type * from './subgraph.ts';"],
  'door-bullmq': ['subgraphs/users/src/planted.ts', "export type * from 'bullmq';"],
  'door-ioredis': ['gateway/src/planted.ts', "import 'ioredis';"],
  'door-postgres': ['subgraphs/users/src/store/planted.ts', "import 'postgres';"],
  'door-graphql-shield': ['subgraphs/users/src/access.ts', "export type * from 'graphql-shield';"],
  'door-graphql-redis-subscriptions': ['gateway/src/planted.ts', "import 'graphql-redis-subscriptions';"],
  'door-opentelemetry': ['scripts/planted.ts', "import '@opentelemetry/api';"],
  'door-drizzle-orm': ['subgraphs/users/src/planted.ts', "export const sql = await import('drizzle-orm');"],
  'package-through-its-exports': ['scripts/planted.ts', "import '../packages/platform/src/index.ts';"],
  'no-cycle': ['subgraphs/users/src/planted.ts', "import type { self } from './planted-too.ts';\nexport const self: self = 1;"],
  resolvable: ['scripts/planted.ts', "import './nothing.ts';"],
};

let workspace: string;

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'arrows-'));
  for (const [path, source] of Object.entries(CLEAN)) plant(path, source);
  plant('tsconfig.codegen.json', '{}');
  for (const driver of DRIVERS) {
    plant(`node_modules/${driver}/package.json`, JSON.stringify({ name: driver, main: 'index.js' }));
    plant(`node_modules/${driver}/index.js`, 'export {};');
  }
  for (const name of ['kernel', 'contracts', 'platform', 'testing', 'sandbox']) link(name, `packages/${name}`, './src/index.ts');
  for (const name of ['users', 'courses']) link(name, `subgraphs/${name}`, './src/subgraph.ts');
  link('gateway', 'gateway', './src/gateway.ts');
});

afterAll(() => rmSync(workspace, { recursive: true }));

test('a workspace that keeps the arrows has no violation', async () => {
  expect(await violations()).toEqual([]);
});

test('every rule of the configuration has a planted violation', async () => {
  const { ruleSet } = await extractOptions(CONFIG);
  expect(ruleSet?.forbidden?.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTS).sort());
});

describe('a planted violation is found by its rule, and by no other', () => {
  for (const [rule, [file, source]] of Object.entries(PLANTS)) {
    test(rule, async () => {
      using planted = new DisposableStack();
      for (const [path, content] of [[file, source], ...companions(rule)] as const) {
        plant(path, content);
        planted.defer(() => rmSync(join(workspace, path)));
      }
      expect([...new Set(await violations())]).toEqual([rule]);
    });
  }
});

function companions(rule: string): (readonly [file: string, source: string])[] {
  return rule === 'no-cycle'
    ? [['subgraphs/users/src/planted-too.ts', "export type self = typeof import('./planted.ts').self;"]]
    : [];
}

function plant(path: string, source: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), source);
}

function link(name: string, folder: string, entry: string): void {
  plant(`${folder}/package.json`, JSON.stringify({ name: `@academy/${name}`, type: 'module', exports: { '.': entry } }));
  mkdirSync(join(workspace, 'node_modules/@academy'), { recursive: true });
  symlinkSync(join(workspace, folder), join(workspace, 'node_modules/@academy', name));
}

async function violations(): Promise<string[]> {
  const options = await extractOptions(CONFIG);
  const { output } = await cruise(['packages', 'subgraphs', 'gateway', 'scripts'], {
    ...options,
    validate: true,
    baseDir: workspace,
  });
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}
