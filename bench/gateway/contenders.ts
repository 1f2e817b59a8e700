import { join, resolve } from 'node:path';
import { BENCH_TENANT } from './processes/bench-tenant.ts';
import type { SpawnOptions } from './processes/spawned.ts';

/** What every contender is given. */
export type Arena = {
  readonly supergraphFile: string;
  readonly subgraphsUrl: string;
  readonly subgraphNames: readonly string[];
  readonly recordingsFile: string;
  readonly identityDirectory: string;
  readonly redisUrl: string;
  /** `big` or `growth`: which graph the in-process subgraphs are of. */
  readonly graph: string;
  readonly workDir: string;
};

/** A gateway, or the floor, that takes part. */
export type Contender = {
  readonly name: string;
  readonly about: string;
  /** A folder of `bench/peers`, installed first. */
  readonly peer?: string;
  /** Takes part only in the setting that is named; default: both. */
  readonly only?: 'one principal' | 'distinct principals';
  readonly path: string;
  spawn(arena: Arena, installed: string, port: number): Pick<SpawnOptions, 'args' | 'env' | 'tells'>;
};

const own = (file: string) => resolve(import.meta.dirname, 'processes', file);

/** How docker-compose.yml starts the gateway. */
export const AS_IN_PRODUCTION = ['--max-semi-space-size=64'];

const ours = (name: string, about: string, calls: 'http' | 'in-process' | 'in-process-jit'): Contender => ({
  name,
  about,
  path: '/graphql',
  spawn: (arena) => ({
    args: [...AS_IN_PRODUCTION, own('ours.ts'), calls],
    env: { BENCH_ARENA: JSON.stringify(arena) },
    tells: true,
  }),
});

const hive = (name: string, about: string, config: string): Contender => ({
  name,
  about,
  peer: 'hive',
  path: '/graphql',
  spawn: ({ supergraphFile }, installed, port) => ({
    args: [
      join(installed, 'node_modules/@graphql-hive/gateway/dist/bin.js'),
      ...['supergraph', supergraphFile, '-c', join(installed, config), '-h', '127.0.0.1', '-p', String(port)],
    ],
    tells: false,
  }),
});

export const CONTENDERS: readonly Contender[] = [
  ours('ours', 'our gateway: tenants, tokens, signed calls, limits, logs, all on', 'http'),
  ours('ours-in-process', 'the same, with the subgraphs executed in its own process, each time', 'in-process'),
  ours('ours-in-process-jit', 'the same, and they are executed by graphql-jit, which no island of ours uses', 'in-process-jit'),
  {
    name: 'apollo',
    about: 'stock Apollo Gateway in its standalone server',
    peer: 'apollo',
    path: '/',
    spawn: ({ supergraphFile }, installed, port) => ({
      args: [join(installed, 'gateway.mjs')],
      env: { SUPERGRAPH: supergraphFile, PORT: String(port) },
      tells: false,
    }),
  },
  hive('hive', 'Hive Gateway, its defaults', 'stock.mjs'),
  hive('hive-rust', 'Hive Gateway with the planner and executor of Hive Router', 'rust.mjs'),
  {
    ...hive(
      'hive-rust-tokens',
      'hive-rust, and tokens go to the subgraphs, so that no fetch is shared by people',
      'rust-forwarding.mjs',
    ),
    only: 'distinct principals',
  },
  {
    ...hive('hive-rust-shared', 'hive-rust, and requests under way that are alike share one execution', 'rust-shared.mjs'),
    only: 'one principal',
  },
  {
    name: 'mercurius',
    about: 'Mercurius gateway with its compiler (federation 1)',
    peer: 'mercurius',
    path: '/graphql',
    spawn: ({ subgraphsUrl, subgraphNames }, installed, port) => ({
      args: [join(installed, 'gateway.mjs')],
      env: { SUBGRAPHS: subgraphNames.join(','), SUBGRAPHS_URL: subgraphsUrl, PORT: String(port) },
      tells: false,
    }),
  },
  {
    name: 'floor',
    about: "the plan's calls and nothing else: no GraphQL, no JSON",
    path: '/',
    spawn: ({ recordingsFile, subgraphsUrl, subgraphNames }) => ({
      args: [own('floor.ts'), recordingsFile, subgraphsUrl, subgraphNames.join(',')],
      tells: true,
    }),
  },
];

/** Headers that every contender is sent besides the token; only ours reads them. */
export const TENANT_HEADER = { 'x-tenant-id': BENCH_TENANT.slug };
