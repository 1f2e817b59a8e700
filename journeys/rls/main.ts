// npm run fuzz:rls -- [--queries N] [--seed S] [--minutes N] [--planted]
// Random SQL as one tenant, against an oracle in which there is no other. Exit code 1 on a leak. See docs/tenancy.md.
import { parseArgs } from 'node:util';
import { tenantIdOf } from '@academy/testing/people';
import { catalogueBreaches } from './sql/catalogue-rules.ts';
import { closeGrounds, type Ground, lookAgain, openGrounds } from './sql/ground.ts';
import { MISTAKES } from './sql/planted.ts';
import { type Trial, tryRead } from './sql/reads.ts';
import { tryWrite } from './sql/writes.ts';

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '5000' },
    seed: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    planted: { type: 'boolean', default: false },
  },
});
const queries = wholeNumber('--queries', values.queries);
const seed = values.seed === undefined ? Date.now() % 1_000_000 : wholeNumber('--seed', values.seed);
const deadline = Date.now() + wholeNumber('--minutes', values.minutes) * 60_000;
const adminUrl = process.env['TEST_ADMIN_DATABASE_URL'];
if (adminUrl === undefined) throw new Error('Expected TEST_ADMIN_DATABASE_URL; run it as npm run fuzz:rls.');
const tenants = { own: tenantIdOf('raices'), other: tenantIdOf('solaris') };

say(`seed ${seed}: ${queries} queries`);
const grounds = await openGrounds(adminUrl, `rls_${process.pid}`, tenants.own);
let code = 0;
try {
  for (const { island, admin } of grounds) {
    const breaches = await catalogueBreaches(admin);
    say(`${island.padEnd(14)} ${breaches.length === 0 ? 'catalogue keeps its rules' : breaches.join('; ')}`);
    if (breaches.length > 0) code = 1;
  }
  const found = values.planted ? await findPlanted() : await searchLeaks();
  code ||= found;
} finally {
  await closeGrounds(adminUrl, grounds);
}
process.exit(code);

/** Tries statement after statement, and says what it found. */
async function searchLeaks(): Promise<number> {
  const counts = { same: 0, failed: 0, 'too long': 0, leak: 0 };
  const leaks: string[] = [];
  for (let n = 0; n < queries; n += 1) {
    if (Date.now() > deadline) {
      say(`the time was over after ${n} of ${queries}`);
      code = 1;
      break;
    }
    const trial = await tryOne(grounds[n % grounds.length] as Ground, seed * 1_000_003 + n);
    counts[trial.kind] += 1;
    if (trial.kind === 'leak') leaks.push(trial.leak);
    if (n % 1_000 === 999)
      say(
        `${n + 1} tried: ${counts.same} answered alike, ${counts.failed} refused alike, ${counts['too long']} took too long, ${counts.leak} leaks`,
      );
  }
  for (const leak of leaks.slice(0, 10)) say(`LEAK ${leak}`);
  say(`${counts.leak} leaks in ${counts.same} answers that could be compared`);
  return leaks.length === 0 ? code : 1;
}

/** Makes each mistake in turn and searches until it is found. */
async function findPlanted(): Promise<number> {
  let missed = 0;
  for (const mistake of MISTAKES) {
    const ground = grounds.find(({ island }) => island === mistake.island) as Ground;
    for (const statement of mistake.make) await ground.admin.unsafe(statement);
    const changed = await lookAgain(ground, tenants.own);
    const inCatalogue = (await catalogueBreaches(ground.admin)).length > 0;
    let after = 0;
    let found: Trial | undefined;
    while (found === undefined && after < queries && Date.now() < deadline) {
      const trial = await tryOne(changed, seed * 1_000_003 + after);
      after += 1;
      if (trial.kind === 'leak') found = trial;
    }
    for (const statement of mistake.undo) await ground.admin.unsafe(statement);
    const how = `${inCatalogue ? 'seen in the catalogue' : 'NOT SEEN in the catalogue'}`;
    say(`${found === undefined ? 'MISSED' : `found after ${String(after).padStart(4)}`}  ${how}  ${mistake.name}`);
    if (found === undefined || !inCatalogue) missed += 1;
  }
  say(`${MISTAKES.length - missed} of ${MISTAKES.length} mistakes found`);
  return missed === 0 ? 0 : 1;
}

function tryOne(ground: Ground, at: number): Promise<Trial> {
  return at % 4 === 3 ? tryWrite(ground, at, tenants) : tryRead(ground, at, tenants.own);
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${option}: expected a whole number above 0, got ${text}.`);
  return number;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
