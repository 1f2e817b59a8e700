import {
  affordability,
  type CarbonIntensity,
  carbonFrugality,
  type GreenCompDepths,
  type GroupOutcome,
  greenCompDepth,
  type KitFlows,
  materialCircularity,
  outcomeEquity,
  type Price,
  presence,
  projectDensity,
  type RegenerativeAssessment,
  regenerativeAssessment,
  reuse,
  type Share,
  type SustainabilityIntegration,
  shareOf,
  sustainabilityIntegration,
} from './solarpunk-indicators.ts';

/** Version of everything in this file and of the indicator functions: it changes with any weight, constant or formula. */
export const SOLARPUNK_MODEL_VERSION = 'solarpunk/2026.1.0';

/** Least share of a sub-score's weight that must be known; below it the sub-score is null. */
export const LEAST_COVERAGE = 0.4;

/** The five sub-scores, in the order in which they are told. */
export const SUB_SCORES = ['SUSTAINABILITY', 'COMMUNITY', 'REGENERATIVE', 'SOCIAL_JUSTICE', 'CIRCULARITY'] as const;

export type SubScoreName = (typeof SUB_SCORES)[number];

/** Weight of each sub-score in the overall score; they need not sum to 1. */
export type SubScoreWeights = Readonly<Record<SubScoreName, number>>;

export const DEFAULT_SUB_SCORE_WEIGHTS: SubScoreWeights = {
  SUSTAINABILITY: 0.2,
  COMMUNITY: 0.2,
  REGENERATIVE: 0.2,
  SOCIAL_JUSTICE: 0.2,
  CIRCULARITY: 0.2,
};

/** How much an observation is worth by its evidence: what is only declared counts a quarter, what is documented a half. */
export const EVIDENCE_FACTOR = { DECLARED: 0.25, DOCUMENTED: 0.5, VERIFIED: 1 } as const;

export type EvidenceLevel = keyof typeof EVIDENCE_FACTOR;

/** What is observed for each indicator. Shares say which part of which whole. */
export type IndicatorValues = {
  /** Depth per GreenComp competence. */
  greenCompDepth: GreenCompDepths;
  /** SDG 4.7.1 in curriculum, trainer preparation and assessment, each 0 to 1. */
  sustainabilityIntegration: SustainabilityIntegration;
  /** g CO₂e per learner-hour. */
  carbonFrugality: CarbonIntensity;
  /** Questions of learners that other learners helped with, of questions asked. */
  peerHelp: Share;
  /** Course hours given with or at a local partner, of all course hours. */
  localPartnerHours: Share;
  /** Verified community projects, and learners. */
  verifiedProjects: { readonly projects: number; readonly learners: number };
  /** Mentors of last year who still accompany learners, of mentors of last year. */
  mentorRetention: Share;
  /** Capstones with a verified restorative outcome, of capstones. */
  restorativeCapstones: Share;
  /** Graduates who accompanied at least one learner within 12 months, of graduates. */
  graduateMentoring: Share;
  /** Whether "promoting nature" and "collective action" are assessed. */
  regenerativeAssessment: RegenerativeAssessment;
  /** Completion and certification by social group. */
  outcomeEquity: readonly GroupOutcome[];
  /** Price against ten daily minimum wages, MXN. */
  affordability: Price;
  /** WCAG 2.2 AA checks passed, of checks that apply. */
  accessibility: Share;
  /** Whether an indigenous language or an interpreter is offered. */
  languageAccess: boolean;
  /** Grievances closed within 15 days, of grievances. */
  grievancesClosed: Share;
  /** Minutes of open educational resources, of all minutes. */
  openResources: Share;
  /** Times that others reused the materials. */
  reuse: number;
  /** Material flows of the teaching kits. */
  kitCircularity: KitFlows;
  /** Modules that count towards another credential, of modules. */
  stackability: Share;
};

export type IndicatorName = keyof IndicatorValues;

/** Where an indicator counts, how much (weights of one sub-score sum to 1), and its function into 0 to 1. */
export type Indicator<I extends IndicatorName> = {
  readonly subScore: SubScoreName;
  readonly weight: number;
  readonly measure: (value: IndicatorValues[I]) => number | null;
};

/** The nineteen indicators of the model. */
export const INDICATORS: { readonly [I in IndicatorName]: Indicator<I> } = {
  greenCompDepth: { subScore: 'SUSTAINABILITY', weight: 0.5, measure: greenCompDepth },
  sustainabilityIntegration: { subScore: 'SUSTAINABILITY', weight: 0.25, measure: sustainabilityIntegration },
  carbonFrugality: { subScore: 'SUSTAINABILITY', weight: 0.25, measure: carbonFrugality },
  peerHelp: { subScore: 'COMMUNITY', weight: 0.3, measure: shareOf },
  localPartnerHours: { subScore: 'COMMUNITY', weight: 0.2, measure: shareOf },
  verifiedProjects: { subScore: 'COMMUNITY', weight: 0.3, measure: projectDensity },
  mentorRetention: { subScore: 'COMMUNITY', weight: 0.2, measure: shareOf },
  restorativeCapstones: { subScore: 'REGENERATIVE', weight: 0.5, measure: shareOf },
  graduateMentoring: { subScore: 'REGENERATIVE', weight: 0.3, measure: shareOf },
  regenerativeAssessment: { subScore: 'REGENERATIVE', weight: 0.2, measure: regenerativeAssessment },
  outcomeEquity: { subScore: 'SOCIAL_JUSTICE', weight: 0.4, measure: outcomeEquity },
  affordability: { subScore: 'SOCIAL_JUSTICE', weight: 0.2, measure: affordability },
  accessibility: { subScore: 'SOCIAL_JUSTICE', weight: 0.2, measure: shareOf },
  languageAccess: { subScore: 'SOCIAL_JUSTICE', weight: 0.1, measure: presence },
  grievancesClosed: { subScore: 'SOCIAL_JUSTICE', weight: 0.1, measure: shareOf },
  openResources: { subScore: 'CIRCULARITY', weight: 0.35, measure: shareOf },
  reuse: { subScore: 'CIRCULARITY', weight: 0.15, measure: reuse },
  kitCircularity: { subScore: 'CIRCULARITY', weight: 0.35, measure: materialCircularity },
  stackability: { subScore: 'CIRCULARITY', weight: 0.15, measure: shareOf },
};
