/** What a reactivo looks at: what the person does, makes, knows, or how she behaves (actitudes, hábitos y valores). */
export type ReactivoKind = 'DESEMPENO' | 'PRODUCTO' | 'CONOCIMIENTO' | 'AHV';

/** A criterio de evaluación of the standard. */
export type InstrumentCriterion = { readonly id: string; readonly statement: string };

/** One thing to be shown, for one criterio; `weight` is its peso relativo, positive. */
export type InstrumentReactivo = {
  readonly id: string;
  readonly kind: ReactivoKind;
  readonly criterion: string;
  readonly weight: number;
  readonly statement: string;
};

/** An Instrumento de Evaluación de la Competencia: what is judged, and from which sum of weights on. */
export type Instrument = {
  readonly standardCode: string;
  readonly origin: 'SAMPLE' | 'OFFICIAL';
  readonly minimumScore: number;
  readonly criteria: readonly InstrumentCriterion[];
  readonly reactivos: readonly InstrumentReactivo[];
};
