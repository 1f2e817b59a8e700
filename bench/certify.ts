// How many certifications a second go through the whole saga, beside inserting the rows that they leave behind. What each figure means: docs/benchmarks.md.
// Usage: npm run bench -- certify [--certifications 200] [--minutes 5]
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { insertRows, prepareCopies, rowsSince, startOfRows } from './certify/direct.ts';
import { openStage } from './certify/stage.ts';
import { number } from './gateway/measure/options.ts';

/** The aim of issue 6. */
const AIM = 1 / 15;
/** Code is compiled, connections are open. */
const WARM_UP = 20;
/** A process this busy is what bounds the rest. */
const BUSY = 0.85;

const { values } = parseArgs({
  options: { certifications: { type: 'string', default: '200' }, minutes: { type: 'string', default: '5' } },
});
const count = number('--certifications', values.certifications, 10);
const minutes = number('--minutes', values.minutes, 0.5);
const { TEST_ADMIN_DATABASE_URL: adminDatabaseUrl, TEST_REDIS_URL: redisUrl } = process.env;
if (adminDatabaseUrl === undefined || redisUrl === undefined) throw new Error('Run it through `npm run bench -- certify`.');

const deadline = Date.now() + minutes * 60_000;
const stage = await openStage({ adminDatabaseUrl, redisUrl, learners: count + WARM_UP });
try {
  await stage.certify(WARM_UP, deadline);
  const before = await startOfRows(stage);
  const cpuBefore = await stage.cpuSeconds();
  const seconds = await stage.certify(count, deadline);
  const cpuAfter = await stage.cpuSeconds();
  const rows = await rowsSince(stage, before);
  await prepareCopies(stage, rows);
  const [serverBefore, ownBefore] = [(await stage.cpuSeconds(['PostgreSQL'])).get('PostgreSQL') ?? 0, process.cpuUsage()];
  const limit = await insertRows(stage, rows, count);
  const own = process.cpuUsage(ownBefore);
  const serverAfter = (await stage.cpuSeconds(['PostgreSQL'])).get('PostgreSQL') ?? 0;
  const cpuOfRows = serverAfter - serverBefore + (own.user + own.system) / 1_000_000;

  const rate = count / seconds;
  const limitRate = count / limit.seconds;
  const total = rows.reduce((sum, { rows: of }) => sum + of.length, 0);
  say(
    `${cpus().length} cores, Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)}; PostgreSQL with fsync off, on both sides`,
  );
  say(`whole saga:   ${count} certifications in ${seconds.toFixed(1)} s: ${rate.toFixed(1)} a second`);
  say(
    `rows alone:   ${total} rows (${Math.round(total / count)} each) in ${limit.seconds.toFixed(1)} s: ${limitRate.toFixed(0)} a second`,
  );
  say(`ratio:        1/${(limitRate / rate).toFixed(1)} (aim 1/${1 / AIM}: ${rate / limitRate >= AIM ? 'reached' : 'missed'})`);

  const used = [...cpuAfter].map(([name, after]) => ({ name, seconds: after - (cpuBefore.get(name) ?? 0) }));
  used.sort((one, other) => other.seconds - one.seconds);
  const sum = used.reduce((all, one) => all + one.seconds, 0);
  say(
    `processor:    ${((1_000 * sum) / count).toFixed(0)} ms a certification, ${Math.round((100 * sum) / seconds)} % of one core:`,
  );
  say(
    `              rows alone ${((1_000 * cpuOfRows) / count).toFixed(1)} ms a certification: 1/${(sum / cpuOfRows).toFixed(1)} by processor time`,
  );
  for (const { name, seconds: cpu } of used.slice(0, 8))
    say(`  ${name.padEnd(22)} ${((1_000 * cpu) / count).toFixed(1).padStart(7)} ms, ${Math.round((100 * cpu) / seconds)} %`);
  say(`bound by:     ${boundOf(used, sum, seconds)}`);
} finally {
  await stage.close();
}

function boundOf(used: readonly { name: string; seconds: number }[], sum: number, seconds: number): string {
  const [most] = used;
  if (sum / seconds >= BUSY * cpus().length) return `the processors: all ${cpus().length} cores are busy with it`;
  if (most !== undefined && most.seconds / seconds >= BUSY) return `${most.name}, which has a core to itself`;
  const missing = `${Math.round((100 * sum) / seconds / cpus().length)} % of the cores`;
  return `waiting: it used ${missing}; the rest went to waits between steps, or to whatever else this machine did`;
}

function say(text: string): void {
  console.log(text);
}
