import { fail, ok, type Result } from '@academy/kernel';
import {
  DEFAULT_SUB_SCORE_WEIGHTS,
  EVIDENCE_FACTOR,
  type EvidenceLevel,
  INDICATORS,
  type IndicatorName,
  type IndicatorValues,
  LEAST_COVERAGE,
  SOLARPUNK_MODEL_VERSION,
  SUB_SCORES,
  type SubScoreName,
  type SubScoreWeights,
} from './solarpunk-model.ts';

/** One indicator as observed, and what the observation rests on. */
export type Observation<I extends IndicatorName> = {
  readonly value: IndicatorValues[I];
  readonly evidence: EvidenceLevel;
  readonly evidenceIds: readonly string[];
};

/** What is known about a course; an indicator left out is unknown. Plain data: it survives JSON unchanged. */
export type ImpactInputs = { readonly [I in IndicatorName]?: Observation<I> };

/** What one known indicator adds to its sub-score. */
export type Contribution = {
  readonly indicator: IndicatorName;
  readonly weight: number;
  /** f of the observed value, 0 to 1. */
  readonly measure: number;
  readonly evidenceFactor: number;
  /** Points of the sub-score, 0 to 100. */
  readonly points: number;
  readonly evidenceIds: readonly string[];
};

export type SubScore = {
  /** 0 to 100; null when less than 40 % of the weight is known. */
  readonly score: number | null;
  /** Share of the weight that is known, 0 to 1. */
  readonly coverage: number;
  /** Their points sum to `score`; empty when it is null. */
  readonly contributions: readonly Contribution[];
};

/** A Solarpunk score with all that is needed to compute it again. */
export type SolarpunkScore = {
  readonly modelVersion: string;
  readonly inputs: ImpactInputs;
  readonly weights: SubScoreWeights;
  readonly subScores: Readonly<Record<SubScoreName, SubScore>>;
  /** Weighted geometric mean of the sub-scores that are not null, 0 to 100; null when all are. */
  readonly overall: number | null;
  /** Least coverage among the five sub-scores, 0 to 1. */
  readonly confidence: number;
};

/**
 * The Solarpunk score of what is known: per sub-score 100 · Σ wεf / Σ w over its known indicators, null and never 0 when too little
 * is known. Replay is exact: the same inputs and weights give the same score, whatever the order of their keys.
 * Evidence that is only declared caps a sub-score at 25, only documented at 50.
 */
export function scoreImpact(inputs: ImpactInputs, weights: SubScoreWeights = DEFAULT_SUB_SCORE_WEIGHTS): SolarpunkScore {
  const subScores = {
    SUSTAINABILITY: subScoreOf('SUSTAINABILITY', inputs),
    COMMUNITY: subScoreOf('COMMUNITY', inputs),
    REGENERATIVE: subScoreOf('REGENERATIVE', inputs),
    SOCIAL_JUSTICE: subScoreOf('SOCIAL_JUSTICE', inputs),
    CIRCULARITY: subScoreOf('CIRCULARITY', inputs),
  };
  return {
    modelVersion: SOLARPUNK_MODEL_VERSION,
    inputs,
    weights,
    subScores,
    overall: geometricMean(subScores, weights),
    confidence: Math.min(...SUB_SCORES.map((name) => subScores[name].coverage)),
  };
}

/** Least sub-scores of a course whose candidates may be submitted, 0 to 100; a tenant may set others. */
export type ComplianceThresholds = { readonly sustainability: number; readonly socialJustice: number };

/** Thresholds of the original platform, madfam-io/madfam-academy. */
export const DEFAULT_COMPLIANCE_THRESHOLDS: ComplianceThresholds = { sustainability: 70, socialJustice: 80 };

export type ComplianceCriterion = 'SUSTAINABILITY' | 'SOCIAL_JUSTICE';

export type MissedCriterion = {
  readonly criterion: ComplianceCriterion;
  readonly required: number;
  /** Null exactly when the reason is INSUFFICIENT_EVIDENCE. */
  readonly scored: number | null;
  readonly reason: 'BELOW_THRESHOLD' | 'INSUFFICIENT_EVIDENCE';
};

export type Compliant = { readonly modelVersion: string; readonly sustainability: number; readonly socialJustice: number };
export type NonCompliant = { readonly kind: 'NonCompliant'; readonly missed: readonly MissedCriterion[] };

/** What is reached by the arithmetic of the model may be missed by the rounding of binary fractions: 0.1 + 0.7 is below 0.8. */
const ROUNDING = 1e-9;

/** Whether both gated sub-scores reach their thresholds; if not, every one that does not. A null score is never taken for 0. */
export function decideCompliance(
  score: Pick<SolarpunkScore, 'modelVersion' | 'subScores'>,
  thresholds: ComplianceThresholds = DEFAULT_COMPLIANCE_THRESHOLDS,
): Result<Compliant, NonCompliant> {
  const sustainability = score.subScores.SUSTAINABILITY.score;
  const socialJustice = score.subScores.SOCIAL_JUSTICE.score;
  const missed = [
    ...missedBy('SUSTAINABILITY', sustainability, thresholds.sustainability),
    ...missedBy('SOCIAL_JUSTICE', socialJustice, thresholds.socialJustice),
  ];
  if (missed.length > 0 || sustainability === null || socialJustice === null) return fail({ kind: 'NonCompliant', missed });
  return ok({ modelVersion: score.modelVersion, sustainability, socialJustice });
}

function missedBy(criterion: ComplianceCriterion, scored: number | null, required: number): MissedCriterion[] {
  if (scored === null) return [{ criterion, required, scored, reason: 'INSUFFICIENT_EVIDENCE' }];
  if (scored + ROUNDING < required) return [{ criterion, required, scored, reason: 'BELOW_THRESHOLD' }];
  return [];
}

const INDICATOR_NAMES = Object.keys(INDICATORS) as IndicatorName[];

function subScoreOf(subScore: SubScoreName, inputs: ImpactInputs): SubScore {
  const names = INDICATOR_NAMES.filter((name) => INDICATORS[name].subScore === subScore);
  const known = names.flatMap((name) => knownIndicator(name, inputs));
  const knownWeight = sumOf(known.map(({ weight }) => weight));
  const coverage = knownWeight / sumOf(names.map((name) => INDICATORS[name].weight));
  if (coverage + ROUNDING < LEAST_COVERAGE) return { score: null, coverage, contributions: [] };
  const contributions = known.map((indicator) => ({
    ...indicator,
    points: (100 * indicator.weight * indicator.evidenceFactor * indicator.measure) / knownWeight,
  }));
  // The rounding of full marks may exceed 100.
  return { score: Math.min(100, sumOf(contributions.map(({ points }) => points))), coverage, contributions };
}

function knownIndicator<I extends IndicatorName>(indicator: I, inputs: ImpactInputs): Omit<Contribution, 'points'>[] {
  const observation: Observation<I> | undefined = inputs[indicator];
  if (observation === undefined) return [];
  const measure = INDICATORS[indicator].measure(observation.value);
  if (measure === null) return [];
  const { weight } = INDICATORS[indicator];
  return [
    { indicator, weight, measure, evidenceFactor: EVIDENCE_FACTOR[observation.evidence], evidenceIds: observation.evidenceIds },
  ];
}

function geometricMean(subScores: Record<SubScoreName, SubScore>, weights: SubScoreWeights): number | null {
  const known = SUB_SCORES.flatMap((name) => {
    const { score } = subScores[name];
    return score === null || weights[name] === 0 ? [] : [{ score, weight: weights[name] }];
  });
  if (known.length === 0) return null;
  const totalWeight = sumOf(known.map(({ weight }) => weight));
  const logarithm = sumOf(known.map(({ score, weight }) => weight * Math.log(score))) / totalWeight;
  return Math.min(100, Math.exp(logarithm));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
