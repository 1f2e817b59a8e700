// npm run attack -- [--corpus FILE] [--topology embedded|distributed|both] [--case ID,..]
// Plays a corpus of attacks against an academy. Exit code 1 when one was not withstood. See docs/attacks.md.
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { dropTestDatabases } from '@academy/testing/databases';
import { openAttackedAcademy, type Topology } from './attacked-academy.ts';
import { type Attack, DEFAULT_CORPUS, readCorpus, unmappedIn, unmappedNames } from './corpus-file.ts';
import { type CasePlayer, openCasePlayer } from './play-case.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: DEFAULT_CORPUS },
    topology: { type: 'string', default: 'both' },
    case: { type: 'string' },
  },
});
const CASE_DEADLINE_MS = 45_000;
const RUN_DEADLINE_MS = 10 * 60_000;
/** Withstanding this is a failure of the runner: an anonymous read of a public field is no attack. */
const PLANTED: Attack = {
  id: 'PLANTED',
  transport: 'http',
  as: 'anon',
  request: { method: 'POST', path: '/graphql', json: { query: '{ tenant { slug } }' } },
  expectation: { status: [401], noData: true },
};

const servers = {
  adminDatabaseUrl: environment('TEST_ADMIN_DATABASE_URL'),
  redisUrl: environment('TEST_REDIS_URL'),
  runId: randomBytes(4).toString('hex'),
};
const among = values.case?.split(',');
const cases = readCorpus(values.corpus).filter(({ id }) => among === undefined || among.includes(id));
if (cases.length === 0)
  throw new Error(`Expected cases in ${values.corpus}${among === undefined ? '' : ` named ${among.join()}`}.`);
let isBroken = false;
try {
  for (const topology of topologiesOf(values.topology)) if (!(await attackOn(topology))) isBroken = true;
} finally {
  await dropTestDatabases(servers.adminDatabaseUrl, servers.runId);
}
process.exit(isBroken ? 1 : 0);

async function attackOn(topology: Topology): Promise<boolean> {
  const startedAt = performance.now();
  const academy = await openAttackedAcademy(topology, servers);
  const player = await openCasePlayer(academy);
  const counts = { passed: 0, failed: 0, notApplicable: 0 };
  try {
    const unmapped = unmappedNames(player.placeholders);
    for (const name of unmapped) say(`UNMAPPED in the vocabulary: ${name}`);
    for (const one of cases) {
      if (one.transport === 'subgraph-direct' && academy.stages.direct === undefined) {
        counts.notApplicable += 1;
        say(`n/a     ${one.id}: embedded, islands listen nowhere`);
        continue;
      }
      const wrong =
        performance.now() - startedAt > RUN_DEADLINE_MS ? ['the time of the run was over'] : await outcomeOf(player, one);
      counts[wrong.length === 0 ? 'passed' : 'failed'] += 1;
      if (wrong.length > 0) say(`FAILED  ${one.id} ${one.title ?? ''}: ${wrong.slice(0, 3).join('; ').slice(0, 600)}`);
    }
    const isPlantedFound = (await outcomeOf(player, PLANTED)).length > 0;
    const { passed, failed, notApplicable } = counts;
    say(
      `${topology}: ${passed + failed} run, ${passed} passed, ${failed} failed, ${notApplicable} not applicable; the planted case ` +
        `${isPlantedFound ? 'failed, as it must' : 'PASSED: the runner finds nothing'}; ${unmapped.length} names unmapped; ` +
        `${((performance.now() - startedAt) / 1_000).toFixed(0)} s`,
    );
    return failed === 0 && unmapped.length === 0 && isPlantedFound;
  } finally {
    await player.close();
    await academy[Symbol.asyncDispose]();
  }
}

async function outcomeOf(player: CasePlayer, attack: Attack): Promise<string[]> {
  const unmapped = unmappedIn(attack, player.placeholders);
  if (unmapped.length > 0) return unmapped.map((name) => `${name} is not mapped`);
  const late = Promise.withResolvers<string[]>();
  const timer = setTimeout(() => late.resolve([`no end within ${CASE_DEADLINE_MS} ms`]), CASE_DEADLINE_MS);
  try {
    return await Promise.race([player.play(attack), late.promise]);
  } catch (thrown) {
    return [`it could not be played: ${thrown instanceof Error ? thrown.message : String(thrown)}`];
  } finally {
    clearTimeout(timer);
  }
}

function topologiesOf(text: string): Topology[] {
  if (text === 'both') return ['embedded', 'distributed'];
  if (text !== 'embedded' && text !== 'distributed')
    throw new Error(`--topology: expected embedded, distributed or both, got ${text}.`);
  return [text];
}

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`Expected ${name}; run it as npm run attack.`);
  return value;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
