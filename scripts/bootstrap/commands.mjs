/**
 * Every `npm run NAME` that goes through the bootstrap.
 * `argv`: what is run, from the root; `node` is the right Node. `needs`: 'tools' are Node and the dependencies, 'services' also
 * PostgreSQL and Redis on data that are thrown away. `scripts`: the first argument names a file of this folder.
 * @type {Record<string, { argv: string[], needs: 'tools' | 'services', description: string, scripts?: string }>}
 */
export const commands = {
  check: {
    argv: ['node', 'scripts/check.ts'],
    needs: 'tools',
    description: 'types, style, dependency arrows, composition and generated code up to date, dead code',
  },
  codegen: {
    argv: ['node', 'scripts/codegen.ts'],
    needs: 'tools',
    description: 'writes the resolver types that follow from the SDL files',
  },
  compose: {
    argv: ['node', 'schema/compose.ts'],
    needs: 'tools',
    description: 'writes schema/supergraph.graphql and schema/api.graphql',
  },
  'complete-course': {
    argv: ['node', 'scripts/complete-course.ts'],
    needs: 'tools',
    description: 'plays a learner who completes a course: npm run complete-course -- TOKEN [GRAPHQL-URL] [COURSE-SLUG]',
  },
  compat: {
    argv: ['node', 'scripts/compat.ts'],
    needs: 'tools',
    description: 'the compatibility tests of Federation subgraphs, 23 of them, with our gateway as the router',
  },
  router: {
    argv: ['node', 'scripts/router.ts'],
    needs: 'tools',
    description:
      'serves any supergraph, open to everyone: npm run router -- --supergraph FILE [--port N] [--subgraph NAME=URL …]',
  },
  long: {
    argv: ['node', 'scripts/long.ts'],
    needs: 'services',
    description: 'the long tests: npm run long -- [--minutes N]',
  },
  'fuzz:gateway': {
    argv: ['node', 'gateway/fuzz/main.ts'],
    needs: 'tools',
    description: 'our plan executor against graphql-js: npm run fuzz:gateway -- [--seconds N] [--seed S] [--planted]',
  },
  'mutate:access': {
    argv: ['node', 'journeys/permissions/mutate-access.ts'],
    needs: 'services',
    description: 'one access rule wrong at a time: npm run mutate:access -- [--island X] [--rules N] [--seed S]',
  },
  'faults:live': {
    argv: ['node', 'journeys/faults/main.ts'],
    needs: 'tools',
    description: 'live subscriptions under faults: npm run faults:live -- [--runs N] [--seed S] [--minutes N] [--faults a,b]',
  },
  faults: {
    argv: ['node', 'journeys/faults/certifications/main.ts'],
    needs: 'tools',
    description: 'certifications under faults: npm run faults -- [--runs N] [--seed S] [--minutes N] [--rows F02,F22] [--quick]',
  },
  'fuzz:rls': {
    argv: ['node', 'journeys/rls/main.ts'],
    needs: 'services',
    description:
      'random SQL and GraphQL as one tenant against oracles: npm run fuzz:rls -- [--queries N] [--seed S] [--only sql|graphql] [--planted] [--case N]',
  },
  attack: {
    argv: ['node', 'journeys/attacks/main.ts'],
    needs: 'services',
    description:
      'a corpus of attacks against both topologies: npm run attack -- [--corpus FILE] [--topology embedded|distributed|both] [--case ID,…]',
  },
  'audit:verify': {
    argv: ['node', 'scripts/audit-verify.ts'],
    needs: 'tools',
    description: 'computes the audit logs of a running academy anew: npm run audit:verify -- [--note FILE] [--against FILE]',
  },
  certificates: {
    argv: ['node', 'scripts/make-certificates.ts'],
    needs: 'tools',
    description:
      'a CA and a certificate per process, for development: npm run certificates -- DIR [--days N] [--names a,b] [--new-ca]',
  },
  'redis:users': {
    argv: ['node', 'scripts/redis-users.ts'],
    needs: 'tools',
    description: 'writes the ACL file of Redis, a user per role: npm run redis:users -- [FILE]; see docs/redis.md',
  },
  'scan:personal-data': {
    argv: ['node', 'scripts/scan-personal-data.ts'],
    needs: 'tools',
    description: 'looks for personal data where none may be: npm run scan:personal-data -- [--subject ID | --values FILE]',
  },
  'keys:rewrap': {
    argv: ['node', 'scripts/keys-rewrap.ts'],
    needs: 'tools',
    description: 'wraps every data key with the newest key-encryption key',
  },
  bench: {
    argv: ['node'],
    scripts: 'bench',
    needs: 'services',
    description: 'one benchmark: npm run bench -- NAME [arguments]',
  },
};
