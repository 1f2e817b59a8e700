import { usageOf } from '../gateway/measure/usage.ts';

/** What a goal of issue 4 says of a figure. */
export type Goal = { readonly what: string; readonly most: number; readonly unit: string };

export const GOALS = {
  rss: { what: 'memory of the gateway with everybody watching', most: 800, unit: 'MiB' },
  p99: { what: 'p99 of steady deliveries', most: 250, unit: 'ms' },
  hot: { what: 'one event to everybody, until the last has it', most: 1_500, unit: 'ms' },
  resumed: { what: 'a gateway killed, until the last is back', most: 15_000, unit: 'ms' },
  lost: { what: 'events lost', most: 0, unit: '' },
  duplicates: { what: 'events told twice', most: 0, unit: '' },
} as const satisfies Record<string, Goal>;

/** One line: the goal, the figure, and whether it was reached. */
export function goalLine({ what, most, unit }: Goal, figure: number): string {
  const verdict = figure <= most ? 'reached' : 'MISSED';
  return `goal ${verdict}: ${what}: ${whole(figure)} ${unit}, at most ${whole(most)} wanted`
    .replaceAll('  ', ' ')
    .replace(' ,', ',');
}

/** With separators; `-` for what was not measured. */
export function whole(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en') : '-';
}

/** The most memory that a process has had since this was called, or `highest` was asked last, MiB, looked at twice a second. */
export function watchMemory(pid: number): { highest(): number; stop(): void } {
  let highest = 0;
  const look = () => {
    highest = Math.max(highest, usageOf(pid).rssMb);
  };
  const timer = setInterval(look, 500);
  return {
    highest() {
      look();
      const found = highest;
      highest = 0;
      return found;
    },
    stop: () => clearInterval(timer),
  };
}

/** Seconds and CPU seconds that the work took a process. */
export async function measured<Answer>(
  pid: number,
  work: () => Promise<Answer>,
): Promise<{ answer: Answer; seconds: number; cpuSeconds: number }> {
  const [began, before] = [performance.now(), usageOf(pid).cpuSeconds];
  const answer = await work();
  return { answer, seconds: (performance.now() - began) / 1_000, cpuSeconds: usageOf(pid).cpuSeconds - before };
}
