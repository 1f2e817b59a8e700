import type { EvaluationInstrument, Reactivo } from '../judgement.ts';

/** Kinds of what a reactivo looks at. */
export const REACTIVO_KINDS = ['DESEMPENO', 'PRODUCTO', 'CONOCIMIENTO', 'AHV'] as const;
export type ReactivoKind = (typeof REACTIVO_KINDS)[number];

/** An instrument (IEC) as conocer tells of it. */
export type Instrument = {
  /** SAMPLE: the academy's own, and nothing of the authority's. */
  readonly origin: 'SAMPLE' | 'OFFICIAL';
  readonly minimumScore: number;
  readonly criteria: readonly { readonly id: string; readonly statement: string }[];
  readonly reactivos: readonly (Reactivo & { readonly kind: ReactivoKind; readonly statement: string })[];
};

/** Weights have two decimals: their sum may fall short of the minimum by the rounding of binary fractions only. */
const ROUNDING_SCORE = 1e-9;

/** Why nobody can be judged by the instrument: it has no reactivos, one twice or of no criterio, a weight that is none, or asks for more than there is; undefined when it is sound. */
export function instrumentFault({ minimumScore, criteria, reactivos }: Instrument): string | undefined {
  if (reactivos.length === 0) return 'it has no reactivos';
  const known = new Set(criteria.map(({ id }) => id));
  const ids = reactivos.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) return `the reactivo ${twice} comes twice`;
  const stray = reactivos.find(({ criterion }) => !known.has(criterion));
  if (stray !== undefined) return `the reactivo ${stray.id} is of no criterio of it`;
  const weightless = reactivos.find(({ weight }) => !(weight > 0));
  if (weightless !== undefined) return `the reactivo ${weightless.id} has no weight above 0`;
  const total = reactivos.reduce((sum, { weight }) => sum + weight, 0);
  return total + ROUNDING_SCORE < minimumScore ? `its weights sum to ${total}, below its minimum of ${minimumScore}` : undefined;
}

/** What the rule judges by. */
export function ruleOf({ minimumScore, criteria, reactivos }: Instrument): EvaluationInstrument {
  return { minimumScore, criteria: criteria.map(({ id }) => id), reactivos };
}
