import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Take longest, mostly waiting for processes, leases and deadlines: begun last they would wait alone. Who is missing here only begins later. */
const FIRST = [
  'journeys/test/crash.journey.test.ts',
  'gateway/test/process.journey.test.ts',
  'journeys/test/tls.journey.test.ts',
  'gateway/test/subgraph-faults.journey.test.ts',
  'journeys/test/permissions-gateway.journey.test.ts',
  'journeys/test/certification.journey.test.ts',
  'journeys/test/permissions-islands.journey.test.ts',
  'journeys/test/api-keys.journey.test.ts',
  'packages/platform/test/redis-silence.pg.test.ts',
  'gateway/test/live-session.journey.test.ts',
];

/** Without the times of an earlier run, as on a clean clone: the longest first, then journeys, then what needs servers, then the rest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a.moduleId) - rankOf(b.moduleId));
  }
}

function rankOf(path: string): number {
  const listed = FIRST.findIndex((one) => path.endsWith(one));
  if (listed >= 0) return listed;
  if (path.includes('.journey.')) return FIRST.length;
  return path.includes('.pg.') ? FIRST.length + 1 : FIRST.length + 2;
}
