// npm run fuzz:rls -- [--queries N] [--seed S] [--minutes N] [--only sql|graphql] [--planted] [--case N]
// Random SQL and random GraphQL as one tenant, against oracles in which there is no other. Exit code 1 on a leak. See docs/tenancy.md.
import { parseArgs } from 'node:util';
import { tenantIdOf } from '@academy/testing/people';
import { openFuzz } from './graphql/open-fuzz.ts';
import { findPlantedGraphql } from './graphql/planted/find-planted.ts';
import { searchGraphql, showCase } from './graphql/search.ts';
import { catalogueBreaches } from './sql/catalogue-rules.ts';
import { closeGrounds, openGrounds } from './sql/ground.ts';
import { findPlantedSql, searchSql } from './sql/search.ts';

const { values } = parseArgs({
  options: {
    queries: { type: 'string' },
    seed: { type: 'string' },
    minutes: { type: 'string' },
    only: { type: 'string' },
    planted: { type: 'boolean', default: false },
    case: { type: 'string' },
  },
});
const { only } = values;
if (only !== undefined && only !== 'sql' && only !== 'graphql') throw new Error(`--only: expected sql or graphql, got ${only}.`);
/** Of a planted mistake the rarest shape of question may be the one that shows it. */
const queries = wholeNumber('--queries', values.queries ?? (values.planted ? '20000' : '5000'));
const seed = values.seed === undefined ? Date.now() % 1_000_000 : wholeNumber('--seed', values.seed);
const deadline = Date.now() + wholeNumber('--minutes', values.minutes ?? (values.planted ? '40' : '15')) * 60_000;
const caseNumber = values.case === undefined ? undefined : wholeNumber('--case', values.case, 0);
const adminUrl = process.env['TEST_ADMIN_DATABASE_URL'];
const redisUrl = process.env['TEST_REDIS_URL'];
if (adminUrl === undefined || redisUrl === undefined)
  throw new Error('Expected TEST_ADMIN_DATABASE_URL and TEST_REDIS_URL; run it as npm run fuzz:rls.');

/** Half of them each; but whoever looks for planted mistakes searches for each with all of them. */
const share = only === undefined && !values.planted ? Math.ceil(queries / 2) : queries;
const common = { seed, deadline, say };

say(`seed ${seed}: ${queries} queries`);
let isGood = true;
if (caseNumber !== undefined) {
  isGood = await withGraphql((fuzz) => showCase(fuzz, { ...common, queries: 1 }, caseNumber));
} else {
  const search = { ...common, queries: only === undefined && !values.planted ? queries - share : share };
  const parts = [
    ...(only === 'graphql' ? [] : [() => trySql(adminUrl, share)]),
    ...(only === 'sql' ? [] : [() => withGraphql((fuzz) => (values.planted ? findPlantedGraphql : searchGraphql)(fuzz, search))]),
  ];
  // Side by side, as each waits for PostgreSQL half of the time; but some planted mistakes are made in the whole server.
  const outcomes = values.planted ? await inTurn(parts) : await Promise.all(parts.map((part) => part()));
  isGood = outcomes.every(Boolean);
}
process.exit(isGood ? 0 : 1);

async function inTurn(parts: readonly (() => Promise<boolean>)[]): Promise<boolean[]> {
  const outcomes: boolean[] = [];
  for (const part of parts) outcomes.push(await part());
  return outcomes;
}

async function trySql(url: string, count: number): Promise<boolean> {
  const tenants = { own: tenantIdOf('raices'), other: tenantIdOf('solaris') };
  const grounds = await openGrounds(url, `rls_${process.pid}`, tenants.own);
  try {
    let keepsRules = true;
    for (const { island, admin } of grounds) {
      const breaches = await catalogueBreaches(admin);
      say(`${island.padEnd(14)} ${breaches.length === 0 ? 'catalogue keeps its rules' : breaches.join('; ')}`);
      if (breaches.length > 0) keepsRules = false;
    }
    const search = { ...common, grounds, tenants, queries: count };
    return (await (values.planted ? findPlantedSql : searchSql)(search)) && keepsRules;
  } finally {
    await closeGrounds(url, grounds);
  }
}

async function withGraphql(work: (fuzz: Awaited<ReturnType<typeof openFuzz>>) => Promise<boolean>): Promise<boolean> {
  const fuzz = await openFuzz({ adminUrl: adminUrl ?? '', redisUrl: redisUrl ?? '', prefix: `rlsg_${process.pid}` });
  try {
    return await work(fuzz);
  } finally {
    await fuzz.close();
  }
}

function wholeNumber(option: string, text: string, least = 1): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new Error(`${option}: expected a whole number from ${least}, got ${text}.`);
  return number;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
