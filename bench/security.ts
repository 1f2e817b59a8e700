// What security costs: the real graph over real PostgreSQL and Redis with everything on against the same graph with everything off, and without each part
// alone; then what row-level security costs by the query. Everything takes turns in one run. docs/benchmarks.md says what is compared.
// Usage: npm run bench -- security [--quick] [--only graph,parts,rows] [--minutes N] [--profile FOLDER]
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './gateway/measure/machine.ts';
import { start } from './gateway/processes/spawned.ts';
import type { AcademyPlace, AcademySetup } from './security/academy.ts';
import { compareGraph } from './security/compare-graph.ts';
import { compareParts } from './security/compare-parts.ts';
import { compareRows } from './security/compare-rows.ts';
import { VARIANTS } from './security/parts.ts';
import { Stage } from './security/stage.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    minutes: { type: 'string' },
    profile: { type: 'string' },
  },
});
const { TEST_ADMIN_DATABASE_URL: adminDatabaseUrl, TEST_REDIS_URL: redisUrl } = process.env;
if (adminDatabaseUrl === undefined || redisUrl === undefined) throw new Error('Run it through `npm run bench -- security`.');

const wanted = (values.only ?? (values.quick ? 'graph,rows' : 'graph,parts,rows')).split(',');
const unknown = wanted.filter((part) => !['graph', 'parts', 'rows'].includes(part));
if (unknown.length > 0) throw new Error(`--only takes graph, parts and rows, separated by commas; got ${unknown.join(', ')}.`);
/** Rows of each of sixty tenants: 300,000 in all. */
const rowsOfTenant = values.quick ? 500 : 5_000;
const minutes = Number(values.minutes ?? (values.quick ? '0.15' : '5'));
const shareMs = (minutes * 60_000) / wanted.length;
console.log(`${machine()}; load ${loadavg()[0]?.toFixed(1)}. About ${Math.ceil(minutes + 1)} min.`);

const workDir = await mkdtemp(join(tmpdir(), 'bench-security-'));
const own = (file: string) => resolve(import.meta.dirname, file);
if (wanted.includes('graph') || wanted.includes('parts')) await measureGraph();
if (wanted.includes('rows')) {
  await compareRows({ adminDatabaseUrl, prefix: `br_${process.pid}`, rowsOfTenant, ms: shareMs });
}
await rm(workDir, { recursive: true, force: true });

async function measureGraph(): Promise<void> {
  const variants = wanted.includes('parts') ? VARIANTS.map(({ name }) => name) : ['on', 'off'];
  const setup: AcademySetup = {
    adminDatabaseUrl: adminDatabaseUrl as string,
    redisUrl: redisUrl as string,
    prefix: `bs_${process.pid}`,
    variants,
  };
  const academy = await start({
    args: [own('security/academy.ts')],
    core: 0,
    logFile: join(workDir, 'academy.log'),
    env: { BENCH_SECURITY: JSON.stringify(setup) },
    tells: true,
  });
  try {
    const driver = await start({
      args: [own('gateway/processes/load.ts')],
      core: 1,
      logFile: join(workDir, 'load.log'),
      tells: true,
    });
    try {
      const stage = new Stage(academy, driver, academy.told as AcademyPlace);
      await stage.verify();
      await stage.warm(variants, values.quick ? 300 : 1_500);
      if (wanted.includes('graph')) await compareGraph(stage, shareMs);
      if (wanted.includes('parts')) await compareParts(stage, shareMs);
      if (values.profile !== undefined) await stage.profile(resolve(values.profile));
      await stage.close();
    } finally {
      await driver.stop();
    }
  } finally {
    if (academy.exitReason() === undefined) await academy.ask('stop', 30_000);
    await academy.stop();
  }
}
