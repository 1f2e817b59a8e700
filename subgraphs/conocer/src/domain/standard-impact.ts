import { searchText } from './search-text.ts';
import { type ImpactInputs, type SolarpunkScore, scoreImpact } from './solarpunk.ts';
import type { GreenCompCompetence, GreenCompDepths } from './solarpunk-indicators.ts';

/** Version of the reading below: it changes with any word or competence in it. */
export const STANDARD_READING_VERSION = 'standard-reading/2026.1.0';

/** What a standard's title says of the competences of GreenComp, and what it was read from. */
type Reading = { readonly words: RegExp; readonly competences: readonly GreenCompCompetence[] };

/**
 * A title of the register names the function on which a person is evaluated: what it names is assessed. Words are as `searchText` leaves them, lower case
 * and without accents. Only words that leave no doubt are here: what a title does not say is unknown, never absent.
 */
const READINGS: readonly Reading[] = [
  {
    words: /\b(solar|fotovoltaic\w*|eolic\w*|biogas|biodigestor\w*)\b/,
    competences: ['VALUING_SUSTAINABILITY', 'PROBLEM_FRAMING'],
  },
  { words: /\beficiencia energetica\b/, competences: ['VALUING_SUSTAINABILITY', 'SYSTEMS_THINKING', 'PROBLEM_FRAMING'] },
  { words: /\b(sustentab\w*|sostenib\w*)\b/, competences: ['VALUING_SUSTAINABILITY', 'SYSTEMS_THINKING', 'FUTURES_LITERACY'] },
  {
    words: /\b(gestion ambiental|medio ambiente|sensibilizacion ambiental|ecologi\w*|impacto ambiental)\b/,
    competences: ['VALUING_SUSTAINABILITY', 'PROMOTING_NATURE', 'SYSTEMS_THINKING'],
  },
  {
    words:
      /\b(biodiversidad|areas naturales protegidas|reforestacion|conservacion de suelos|incendios forestales|manejo forestal)\b/,
    competences: ['PROMOTING_NATURE', 'SYSTEMS_THINKING'],
  },
  {
    words: /\b(huerto\w*|agroecolog\w*|composta\w*|agricultura (familiar|organica|regenerativa))\b/,
    competences: ['PROMOTING_NATURE', 'VALUING_SUSTAINABILITY', 'INDIVIDUAL_INITIATIVE'],
  },
  {
    words: /\b(aguas residuales|agua potable|cultura del agua|manejo de agua|captacion de agua)\b/,
    competences: ['VALUING_SUSTAINABILITY', 'SYSTEMS_THINKING'],
  },
  {
    words: /\b(residuos|reciclaje|economia circular)\b/,
    competences: ['VALUING_SUSTAINABILITY', 'CRITICAL_THINKING', 'SYSTEMS_THINKING'],
  },
  {
    words: /\b(comunitari[ao]s?|desarrollo participativo|participacion (social|ciudadana))\b/,
    competences: ['COLLECTIVE_ACTION'],
  },
  { words: /\b(lengua indigena|derechos humanos|igualdad|inclusion|no discriminacion)\b/, competences: ['SUPPORTING_FAIRNESS'] },
];

/** Competences about nature and resources: without one of them a title tells of no sustainability at all. */
const GREEN: ReadonlySet<GreenCompCompetence> = new Set(['VALUING_SUSTAINABILITY', 'PROMOTING_NATURE']);

/**
 * What the register's facts tell the Solarpunk model of a standard: the depth of the GreenComp competences that its title names, documented by the register.
 * Empty when the title names none that is about nature or resources.
 */
export function impactInputsOfStandard(standard: { readonly code: string; readonly title: string }): ImpactInputs {
  const title = searchText(standard.title);
  const competences = new Set(READINGS.filter(({ words }) => words.test(title)).flatMap((reading) => reading.competences));
  if (![...competences].some((competence) => GREEN.has(competence))) return {};
  const value: GreenCompDepths = Object.fromEntries([...competences].sort().map((competence) => [competence, 'ASSESSED']));
  return { greenCompDepth: { value, evidence: 'DOCUMENTED', evidenceIds: [`renec:${standard.code}`] } };
}

/** A standard's alignment with what the academy stands for, with all that is needed to compute it again. */
export type StandardAlignment = {
  readonly readingVersion: string;
  /** 0 to 100. */
  readonly overall: number;
  readonly score: SolarpunkScore;
};

/** How far a standard serves what the academy stands for, by what the register says of it; null, and never 0, when that says too little. */
export function alignmentOfStandard(standard: { readonly code: string; readonly title: string }): StandardAlignment | null {
  const score = scoreImpact(impactInputsOfStandard(standard));
  return score.overall === null ? null : { readingVersion: STANDARD_READING_VERSION, overall: score.overall, score };
}
