/**
 * The indicator functions f of the Solarpunk score: each turns what was observed into 0 (worst) to 1 (best), and is monotone in
 * its indicator. Null means that the observation says nothing (nothing to divide by, or not a number): the indicator counts as
 * unknown, never as 0. Where no source is named, the definition is the academy's own.
 */

/** The twelve competences of GreenComp. Source: Bianchi et al., JRC128040, 2022. */
export const GREENCOMP_COMPETENCES = [
  'VALUING_SUSTAINABILITY',
  'SUPPORTING_FAIRNESS',
  'PROMOTING_NATURE',
  'SYSTEMS_THINKING',
  'CRITICAL_THINKING',
  'PROBLEM_FRAMING',
  'FUTURES_LITERACY',
  'ADAPTABILITY',
  'EXPLORATORY_THINKING',
  'POLITICAL_AGENCY',
  'COLLECTIVE_ACTION',
  'INDIVIDUAL_INITIATIVE',
] as const;

export type GreenCompCompetence = (typeof GREENCOMP_COMPETENCES)[number];
export type TeachingDepth = 'MENTIONED' | 'TAUGHT' | 'PRACTISED' | 'ASSESSED';

const TEACHING_DEPTH_VALUE = { MENTIONED: 0.25, TAUGHT: 0.5, PRACTISED: 0.75, ASSESSED: 1 } as const satisfies Record<
  TeachingDepth,
  number
>;

/** How deep a course goes into each GreenComp competence; one left out is not touched. */
export type GreenCompDepths = { readonly [C in GreenCompCompetence]?: TeachingDepth };

/** Mean depth over the twelve GreenComp competences, one not touched being 0. */
export function greenCompDepth(depths: GreenCompDepths): number {
  const values = GREENCOMP_COMPETENCES.map((competence) => {
    const depth = depths[competence];
    return depth === undefined ? 0 : TEACHING_DEPTH_VALUE[depth];
  });
  return meanOf(values);
}

/** How far sustainable development is part of a course's curriculum, trainer preparation and assessment: each 0 to 1. */
export type SustainabilityIntegration = {
  readonly curriculum: number;
  readonly trainerPreparation: number;
  readonly assessment: number;
};

/** Mean of curriculum, trainer preparation and assessment. Source: SDG indicator 4.7.1 (UNEP), less its policy component. */
export function sustainabilityIntegration(extent: SustainabilityIntegration): number | null {
  const { curriculum, trainerPreparation, assessment } = extent;
  if (![curriculum, trainerPreparation, assessment].every(isAmount)) return null;
  return meanOf([unit(curriculum), unit(trainerPreparation), unit(assessment)]);
}

/** Emissions of teaching, and what they are compared with, both in g CO₂e per learner-hour. */
export type CarbonIntensity = { readonly gramsPerLearnerHour: number; readonly referenceGramsPerLearnerHour: number };

/** exp(−g / reference): 1 without emissions, 0.37 at the reference, towards 0 above it. Falls as emissions rise. */
export function carbonFrugality({ gramsPerLearnerHour, referenceGramsPerLearnerHour }: CarbonIntensity): number | null {
  if (!isAmount(gramsPerLearnerHour) || !isAmount(referenceGramsPerLearnerHour) || referenceGramsPerLearnerHour === 0)
    return null;
  return unit(Math.exp(-gramsPerLearnerHour / referenceGramsPerLearnerHour));
}

/** A part of a whole, in one and the same unit: questions, hours, people, checks, minutes. */
export type Share = { readonly part: number; readonly whole: number };

/** The part as a share of the whole; a part larger than its whole counts as all of it. Null when the whole is 0. */
export function shareOf({ part, whole }: Share): number | null {
  if (!isAmount(part) || !isAmount(whole) || whole === 0) return null;
  return unit(part / whole);
}

/** 1 − e^(−x/5) of x, the verified community projects per 100 learners: 0.63 at 5, 0.86 at 10. */
export function projectDensity(share: { readonly projects: number; readonly learners: number }): number | null {
  if (!isAmount(share.projects) || !isAmount(share.learners) || share.learners === 0) return null;
  return saturating((100 * share.projects) / share.learners, 5);
}

/** 1 − e^(−x/3) of x, the times that others reused the course's materials: 0.63 at 3. */
export function reuse(times: number): number | null {
  return isAmount(times) ? saturating(times, 3) : null;
}

/** Which of the two GreenComp competences that regeneration rests on are assessed. */
export type RegenerativeAssessment = { readonly promotingNature: boolean; readonly collectiveAction: boolean };

/** Share of "promoting nature" and "collective action" that is assessed: 0, 0.5 or 1. */
export function regenerativeAssessment({ promotingNature, collectiveAction }: RegenerativeAssessment): number {
  return meanOf([presence(promotingNature), presence(collectiveAction)]);
}

/** 1 when a thing is offered, 0 when it is not. */
export function presence(isOffered: boolean): number {
  return isOffered ? 1 : 0;
}

/** Learners of one social group, and how many of them completed and were certified. */
export type GroupOutcome = {
  readonly group: string;
  readonly learners: number;
  readonly completed: number;
  readonly certified: number;
};

/** The least group that may be compared: smaller ones would tell of persons. */
const SMALLEST_COMPARABLE_GROUP = 10;

/** The ratio between groups that counts as equal treatment: the four-fifths rule. */
const FAIR_RATIO = 0.8;

/**
 * Mean over completion and certification of min(1, r / 0.8), r being the lowest group's rate over the highest's, among groups of at
 * least 10 learners. An outcome that nobody reached says nothing; with fewer than two such groups the answer is null.
 */
export function outcomeEquity(groups: readonly GroupOutcome[]): number | null {
  const comparable = groups.filter((group) => isAmount(group.learners) && group.learners >= SMALLEST_COMPARABLE_GROUP);
  if (comparable.length < 2) return null;
  const outcomes = [
    comparable.map((group) => shareOf({ part: group.completed, whole: group.learners })),
    comparable.map((group) => shareOf({ part: group.certified, whole: group.learners })),
  ];
  const fairness = outcomes.map(fairnessOf).filter((value) => value !== null);
  return fairness.length === 0 ? null : meanOf(fairness);
}

function fairnessOf(rates: readonly (number | null)[]): number | null {
  const known = rates.filter((rate) => rate !== null);
  const highest = Math.max(...known);
  if (known.length < rates.length || highest === 0) return null;
  return Math.min(1, Math.min(...known) / highest / FAIR_RATIO);
}

/** Price of a course against the daily minimum wage where it is sold, both in the same currency. */
export type Price = { readonly priceMxn: number; readonly dailyMinimumWageMxn: number };

/** 1 − price / (10 daily minimum wages): 1 when free, 0 from ten days' wages on. Falls as the price rises. */
export function affordability({ priceMxn, dailyMinimumWageMxn }: Price): number | null {
  if (!isAmount(priceMxn) || !isAmount(dailyMinimumWageMxn) || dailyMinimumWageMxn === 0) return null;
  return unit(1 - priceMxn / (10 * dailyMinimumWageMxn));
}

/**
 * Material flows of a teaching kit. Masses in kg: `mass` M, `unrecoverableWaste` W₀, `recycledFeedstockWaste` W_F (from making the
 * recycled input), `recyclingWaste` W_C (from recycling the kit). Fractions of M, 0 to 1: recycled F_R, reused F_U, from sustained
 * biological production F_S. `utility` X: lifetime and intensity of use against the average kit, 1 being average.
 */
export type KitFlows = {
  readonly mass: number;
  readonly recycledFraction: number;
  readonly reusedFraction: number;
  readonly biologicalFraction: number;
  readonly unrecoverableWaste: number;
  readonly recycledFeedstockWaste: number;
  readonly recyclingWaste: number;
  readonly utility: number;
};

/**
 * Material Circularity Indicator: V = M(1−F_R−F_U−F_S), W = W₀+(W_F+W_C)/2, LFI = (V+W)/(2M+(W_F−W_C)/2), max(0, 1−LFI·0.9/X).
 * Null when a flow is not a number, M or X is 0, or the recycling waste exceeds what the kit can give.
 * Source: Ellen MacArthur Foundation and Granta Design, Circularity Indicators, 2015.
 */
export function materialCircularity(kit: KitFlows): number | null {
  if (!Object.values(kit).every(isAmount) || kit.mass === 0 || kit.utility === 0) return null;
  const virgin = kit.mass * unit(1 - kit.recycledFraction - kit.reusedFraction - kit.biologicalFraction);
  const waste = kit.unrecoverableWaste + (kit.recycledFeedstockWaste + kit.recyclingWaste) / 2;
  const throughput = 2 * kit.mass + (kit.recycledFeedstockWaste - kit.recyclingWaste) / 2;
  if (throughput <= 0) return null;
  const linearFlow = (virgin + waste) / throughput;
  return unit(1 - (linearFlow * 0.9) / kit.utility);
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function saturating(amount: number, scale: number): number {
  return unit(1 - Math.exp(-amount / scale));
}
