import { median } from './figures.ts';

/** A ratio of two sides that were measured in pairs, and between what it lies with 95 % confidence. */
export type Ratio = { readonly middle: number; readonly low: number; readonly high: number };

const RESAMPLES = 1_000;

/**
 * The median of the first side to that of the second, with the percentile interval of a bootstrap over pairs. The same pairs give the same interval. NaN of
 * none.
 */
export function ratioOf(pairs: readonly (readonly [number, number])[]): Ratio {
  const random = randomFrom(pairs.length);
  const ratio = (of: typeof pairs) => median(of.map(([first]) => first)) / median(of.map(([, second]) => second));
  const again = () => pairs.map((pair) => pairs[Math.floor(random() * pairs.length)] ?? pair);
  const ratios = Array.from({ length: RESAMPLES }, () => ratio(again())).sort((a, b) => a - b);
  const at = (share: number) => ratios[Math.floor(share * (RESAMPLES - 1))] ?? Number.NaN;
  return { middle: ratio(pairs), low: at(0.025), high: at(0.975) };
}

/** The ratio with its interval, for a table. */
export function told({ middle, low, high }: Ratio): string {
  return `× ${middle.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
}

/** Mulberry32: numbers from 0 to below 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
