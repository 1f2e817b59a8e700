// Live certification status under load: a crowd of watchers on one gateway, what it costs and how fast it is told; beside GraphQL Yoga; with a
// gateway killed; and with selections over three islands. What each figure means: docs/benchmarks.md.
// Usage: npm run bench -- live [--watchers 10000] [--minutes 10] [--only a,b,c,d,e,f] [--profile FOLDER]
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './gateway/measure/machine.ts';
import { choose, number } from './gateway/measure/options.ts';
import { failover } from './live/parts/failover.ts';
import { federated } from './live/parts/federated.ts';
import { sideBySide } from './live/parts/side-by-side.ts';
import { openStage } from './live/stage.ts';

const PARTS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** Files that a process opens besides its sockets. */
const OTHER_FILES = 200;
const LEAST_STRETCH_MS = 3_000;
const MOST_STRETCH_MS = 20_000;

const { values } = parseArgs({
  options: {
    watchers: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '10' },
    only: { type: 'string', default: PARTS.join(',') },
    profile: { type: 'string' },
  },
});
const watchers = number('--watchers', values.watchers, 10);
const minutes = number('--minutes', values.minutes, 0.1);
const parts = new Set(choose('--only', values.only, PARTS, (name) => name));
const redisUrl = process.env['TEST_REDIS_URL'];
const adminDatabaseUrl = process.env['TEST_ADMIN_DATABASE_URL'];
if (redisUrl === undefined || adminDatabaseUrl === undefined)
  throw new Error('Run it through `npm run bench -- live`, which brings PostgreSQL and Redis.');
const profileFolder = values.profile === undefined ? undefined : resolve(values.profile);
if (profileFolder !== undefined) mkdirSync(profileFolder, { recursive: true });
assertSockets(watchers);

console.log(machine());
console.log(
  'raised for it: the subscriptions and the requests a minute that the tenant may have. All else is as production runs it',
);

const stretchMs = Math.min(MOST_STRETCH_MS, Math.max(LEAST_STRETCH_MS, minutes * 2_000));
const stage = await openStage({ watchers, stretchMs, deliveriesPerSecond: 2_000, redisUrl, adminDatabaseUrl, profileFolder });
const tooLong = setTimeout(() => {
  console.log(`\n${minutes} minutes are over: what is missing was not measured.`);
  void stage.close().finally(() => process.exit(1));
}, minutes * 60_000);
try {
  const [isSteady, isHot, withPeer] = [parts.has('b'), parts.has('c'), parts.has('e')];
  if (parts.has('a') || isSteady || isHot || withPeer) await sideBySide(stage, { isSteady, isHot, withPeer });
  if (parts.has('d')) await failover(stage);
  if (parts.has('f')) await federated(stage);
} finally {
  clearTimeout(tooLong);
  await stage.close();
}

/** Node raises the soft limit of open files to the hard one by itself; every watcher is a socket here and one in the gateway. Throws with what to do. */
function assertSockets(wanted: number): void {
  const limits = readLimits();
  const most = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY);
  if (most >= wanted + OTHER_FILES) return;
  throw new Error(
    `A process may open ${most} files here, and ${wanted} watchers need ${wanted + OTHER_FILES}: raise it (\`ulimit -n ${wanted + OTHER_FILES}\`, with LimitNOFILE or in limits.conf where that is refused), or ask for fewer with --watchers.`,
  );
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}
