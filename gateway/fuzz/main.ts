/**
 * The differential fuzz: our executor, the published gateway and graphql-js over one schema answer the same random operations over the same
 * random supergraphs.
 *
 *   npm run fuzz:gateway -- --seconds 60                until the time is over; a difference of ours is made small and kept in fuzz/found/
 *   npm run fuzz:gateway -- --seconds 60 --seed abc     the same cases again
 *   npm run fuzz:gateway -- --planted                   plants each bug of planted/bugs.ts in our executor: each is found within 60 s
 *   npm run fuzz:gateway -- --plant NAME                plants one, and stops at the first difference
 */
import { parseArgs } from 'node:util';
import { bugs } from './planted/bugs.ts';
import { huntAll } from './planted/hunt.ts';
import { loadExecutorWith } from './planted/loading.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    operations: { type: 'string', default: '25' },
    planted: { type: 'boolean', default: false },
    plant: { type: 'string' },
    keep: { type: 'string', default: '5' },
  },
});
const seconds = positive('seconds', values.seconds);
const operationsPerSupergraph = positive('operations', values.operations);
const most = Number(values.keep);
const seed = values.seed ?? Date.now().toString(36);
const started = performance.now();
const elapsed = () => (performance.now() - started) / 1000;

if (values.planted) {
  const missed = await huntAll(bugs, { entry: import.meta.filename, seconds, seed, say: console.log });
  process.exitCode = missed.length === 0 ? 0 : 1;
} else {
  const planted = values.plant === undefined ? undefined : bugs.find(({ name }) => name === values.plant);
  if (values.plant !== undefined && planted === undefined) {
    throw new Error(`There is no bug "${values.plant}"; there are: ${bugs.map(({ name }) => name).join(', ')}.`);
  }
  loadExecutorWith(planted);
  process.exitCode = planted === undefined ? await compareAll() : await huntOne();
}

/** Exit code 0 when ours never differed, and handed over at most 1 %. */
async function compareAll(): Promise<number> {
  const [{ runFuzz }, { reportOf }] = [await import('./run.ts'), await import('./report.ts')];
  const goesOn = () => elapsed() < seconds;
  const findings = await runFuzz({ seed, operationsPerSupergraph, withStock: true, goesOn });
  console.log(reportOf(findings, { seed, seconds: elapsed() }));
  const [{ shrinkCase }, { keepCase }, { ours }] = [
    await import('./shrink/shrink-case.ts'),
    await import('./found-case.ts'),
    await import('./subjects/ours.ts'),
  ];
  for (const { one, verdict } of findings.counterExamples.slice(0, most)) {
    const kind = verdict.difference?.kind;
    const small = await shrinkCase(one, ours, { milliseconds: 30_000, counts: (other) => other.difference?.kind === kind });
    console.log(`\n${kind}: ${verdict.difference?.detail}\n${small.operation.source}\nkept in ${keepCase(small, verdict)}`);
  }
  const atMost1Percent = (times: number) => times * 100 <= findings.operations.run;
  const isFine =
    findings.counterExamples.length === 0 && atMost1Percent(findings.fallbacks) && atMost1Percent(findings.unplannable);
  return isFine && findings.operations.run > 0 ? 0 : 1;
}

/** Exit code 0 when the planted bug showed. */
async function huntOne(): Promise<number> {
  const { runFuzz } = await import('./run.ts');
  const findings = await runFuzz({
    seed,
    operationsPerSupergraph,
    withStock: false,
    goesOn: ({ counterExamples }) => counterExamples.length === 0 && elapsed() < seconds,
  });
  const [found] = findings.counterExamples;
  if (found === undefined) return 1;
  console.log(
    `after ${findings.operations.run} operations, ${elapsed().toFixed(1)} s: ${found.verdict.difference?.kind} ${found.verdict.difference?.detail.slice(0, 120)}`,
  );
  return 0;
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0, got "${text}".`);
  return value;
}
