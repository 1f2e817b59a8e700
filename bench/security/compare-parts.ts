import { table } from '../gateway/measure/figures.ts';
import { ratioOf, told } from '../gateway/measure/ratio.ts';
import { MEANING, type Part } from './parts.ts';
import type { Stage, Stretch } from './stage.ts';

const STRETCH_MS = 400;
const CONNECTIONS = 16;

/** Prints what each part costs: everything on against everything but that part, in turns. */
export async function compareParts(stage: Stage, ms: number): Promise<void> {
  const until = performance.now() + ms;
  const others = stage.variants.filter((variant) => variant !== 'on');
  const operations = stage.operations.filter(({ name }) => !name.includes('cache'));
  const taken = operations.map((operation) => ({ operation, rounds: [] as Record<string, Stretch>[] }));
  for (let turn = 0; turn < 3 || performance.now() < until; turn += 1) {
    for (const { operation, rounds } of taken) {
      const round: Record<string, Stretch> = {};
      const order = turn % 2 === 0 ? stage.variants : [...stage.variants].reverse();
      for (const variant of order) round[variant] = await stage.run(variant, operation, CONNECTIONS, STRETCH_MS);
      rounds.push(round);
    }
  }
  for (const { operation, rounds } of taken) {
    const against = (variant: string, figure: (one: Stretch) => number) =>
      told(ratioOf(rounds.flatMap(({ on, [variant]: other }) => (on && other ? [[figure(on), figure(other)] as const] : []))));
    console.log(
      `\n${operation.name}: everything on, to everything but one part; ${rounds.length} rounds of ${STRETCH_MS} ms, ${CONNECTIONS} connections`,
    );
    console.log(
      table(
        ['', 'time', 'CPU'],
        others.map((variant) => [
          variant,
          against(variant, (one) => 1_000 / one.perSecond),
          against(variant, (one) => one.cpuMs),
        ]),
      ),
    );
  }
  console.log(
    '\ncontrol: nothing left out, put together by the benchmark instead of createGateway: how far × 1 is from × 1 here',
  );
  for (const [part, meaning] of Object.entries(MEANING) as [Part, string][]) console.log(`  ${part}: ${meaning}`);
}
