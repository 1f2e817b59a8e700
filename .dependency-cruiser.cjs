// The arrows of the house. Every rule is proved to bite by scripts/check/arrows.test.ts.

const TEST = '\\.test\\.ts$|/test/';
const ISLAND = '^subgraphs/[^/]+/src/';

/** A driver, and the folders through which alone it may be touched. */
function door(driver, allowed) {
  return {
    name: `door-${driver.replace('@', '')}`,
    comment: `${driver} is touched through platform alone, so that it can be replaced, traced and drained in one place.`,
    severity: 'error',
    from: { pathNot: allowed },
    to: { path: `node_modules/${driver}(/|$)` },
  };
}

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    forbid(
      'island-to-island',
      'An island knows another only through the graph (an entity reference) or an event in contracts.',
      { path: '^subgraphs/([^/]+)/' },
      { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    ),
    forbid('island-to-gateway', 'An island does not know who calls it.', { path: '^subgraphs/' }, { path: '^gateway/' }),
    forbid(
      'gateway-to-island',
      'The embedded entry and the tests hand islands to the gateway; alone it must run without their code.',
      { path: '^gateway/src/' },
      { path: '^subgraphs/' },
    ),
    forbid(
      'kernel-imports-nothing',
      'kernel is pure: Node built-ins at most.',
      { path: '^packages/kernel/src/', pathNot: TEST },
      { pathNot: '^packages/kernel/', dependencyTypesNot: ['core'] },
    ),
    forbid(
      'contracts-to-kernel-only',
      'contracts are shapes: kernel and zod.',
      { path: '^packages/contracts/src/', pathNot: TEST },
      { pathNot: '^packages/(contracts|kernel)/|node_modules/zod/' },
    ),
    forbid(
      'platform-below-islands',
      'platform is under the islands and the gateway, and does not know them.',
      { path: '^packages/' },
      { path: '^(subgraphs|gateway|scripts)/' },
    ),
    forbid(
      'testing-in-tests-only',
      'packages/testing is for tests: a running process must not carry it.',
      { path: '^(packages|gateway|subgraphs|schema)/', pathNot: `^packages/testing/|${TEST}` },
      { path: '^packages/testing/' },
    ),
    forbid(
      'sandbox-stands-alone',
      'The sandbox plays the authority: it shares no code with those who call it.',
      { path: '^packages/sandbox/src/', pathNot: TEST },
      { path: '^(packages|gateway|subgraphs)/', pathNot: '^packages/sandbox/' },
    ),
    forbid(
      'domain-is-pure',
      'domain decides; it imports domain and kernel, so that every decision can be tested without a process.',
      { path: `${ISLAND}domain/`, pathNot: TEST },
      { pathNot: `${ISLAND}domain/|^packages/kernel/` },
    ),
    forbid(
      'resolvers-without-drizzle',
      'Resolvers translate; queries live in store.',
      { path: `${ISLAND}schema/` },
      { path: `node_modules/drizzle-orm/|${ISLAND}tables(\\.ts$|/)` },
    ),
    forbid(
      'store-below-schema',
      'store is under whoever asks it: schema, jobs, events, sagas and the composition root.',
      { path: `${ISLAND}store/`, pathNot: TEST },
      { path: `${ISLAND}(schema/|jobs/|events/|sagas/|(subgraph|main|worker)\\.ts$)` },
    ),
    forbid(
      'tables-below-all',
      'tables are at the bottom of an island.',
      { path: `${ISLAND}tables(\\.ts$|/)` },
      { path: ISLAND, pathNot: `${ISLAND}tables(\\.ts$|/)|${ISLAND}domain/` },
    ),
    ...['bullmq', 'ioredis', 'postgres', 'graphql-shield', 'graphql-redis-subscriptions', '@opentelemetry'].map((driver) =>
      // An attacker of ours takes no door: it talks to the queue as anybody could who reaches Redis.
      door(driver, driver === 'bullmq' ? '^(packages/platform|journeys/attacks)/' : '^packages/platform/'),
    ),
    // The annex of journeys is one subgraph more, in one file.
    door(
      'drizzle-orm',
      `^packages/platform/|^journeys/attacks/annex/|^journeys/rls/graphql/worlds/|${ISLAND}(tables\\.ts$|tables/|store/|seed\\.ts$)`,
    ),
    forbid(
      'package-through-its-exports',
      'Another package is imported by its name, so that its exports are its whole surface.',
      { path: '^(packages/[^/]+|subgraphs/[^/]+|gateway|schema|scripts)/' },
      {
        path: '^(packages|subgraphs|gateway|schema|scripts)/',
        pathNot: '^$1/',
        dependencyTypes: ['local'],
      },
    ),
    forbid('no-cycle', 'Two files that need each other are one, or lack a third.', {}, { circular: true }),
    forbid('resolvable', 'An import that resolves to nothing escapes every other rule.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Start files of the benchmark's peers are run where the peers are installed, outside the workspace.
    exclude: { path: '(^|/)\\.cache/|^bench/peers/' },
    // Type-only imports count: they are how one folder comes to know another.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.codegen.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts', '.json'],
    },
  },
};
