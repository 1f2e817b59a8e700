import type { Instrument, InstrumentReactivo, ReactivoKind } from '../domain/instrument.ts';
import { SAMPLE_CRITERIA, type SampleCriterion } from './sample-criteria.ts';

const KINDS = {
  DESEMPENO: 'DESEMPENO',
  PRODUCTO: 'PRODUCTO',
  CONOCIMIENTO: 'CONOCIMIENTO',
  ACTITUD: 'AHV',
} as const satisfies Record<SampleCriterion['kind'], ReactivoKind>;

/** Of each kind, what the two reactivos of a criterio look at. */
const LOOKS_AT: Readonly<Record<ReactivoKind, readonly [string, string]>> = {
  DESEMPENO: ['Lo demuestra durante la evaluación.', 'Respeta el orden y las condiciones de seguridad.'],
  PRODUCTO: ['Lo presenta completo.', 'Reúne las características que el criterio pide.'],
  CONOCIMIENTO: ['Responde correctamente.', 'Lo relaciona con un caso concreto.'],
  AHV: ['Se observa al inicio de la evaluación.', 'Se mantiene hasta el cierre.'],
};

/** Weights of the two reactivos of the first, second and third criterio: 100 in all. */
const WEIGHTS = [
  [20, 15],
  [20, 15],
  [18, 12],
] as const;

/** One reactivo of 15 may fail; of 18 or 20, none. */
const MINIMUM_SCORE = 85;

/** An instrument of the academy's own for every standard that has sample criteria: samples, as each of their ids says, and nothing of the authority's. */
export const SAMPLE_INSTRUMENTS: readonly Instrument[] = [
  ...Map.groupBy(SAMPLE_CRITERIA, (criterion) => criterion.standardCode),
].map(([standardCode, criteria]) => ({
  standardCode,
  origin: 'SAMPLE',
  minimumScore: MINIMUM_SCORE,
  criteria: criteria.map(({ id, statement }) => ({ id, statement })),
  reactivos: criteria.flatMap((criterion, place) => reactivosOf(criterion, WEIGHTS[place] ?? WEIGHTS[0])),
}));

function reactivosOf({ id, kind, statement }: SampleCriterion, weights: readonly [number, number]): InstrumentReactivo[] {
  return weights.map((weight, place) => ({
    id: `${id}-R${place + 1}`,
    kind: KINDS[kind],
    criterion: id,
    weight,
    statement: `${statement} ${LOOKS_AT[KINDS[kind]][place === 0 ? 0 : 1]}`,
  }));
}
