import { seedId } from '@academy/kernel';
import type { ImpactInputs } from '../domain/solarpunk.ts';
import type { GreenCompCompetence, GreenCompDepths, KitFlows, TeachingDepth } from '../domain/solarpunk-indicators.ts';
import type { EvidenceLevel, IndicatorValues } from '../domain/solarpunk-model.ts';

/** What is known of one seeded course's impact, by the evidence that it rests on. An indicator appears under one level at most. */
export type ImpactProfile = {
  /** Slug of the course in the seed catalogue. */
  readonly courseSlug: string;
  readonly observed: { readonly [L in EvidenceLevel]?: Readonly<Partial<IndicatorValues>> };
};

/** Daily general minimum wage of 2026 in MXN (CONASAMI, resolution of 2025-12-03), against which prices are held. */
const DAILY_MINIMUM_WAGE_MXN = 315.04;

/** g CO₂e per learner-hour against which emissions are held: about one hour of video streaming in DIMPACT's estimate. */
const REFERENCE_GRAMS = 100;

/** A box of shared tools: half of it second-hand, used three times as long as the average kit. */
const SHARED_TOOLS: KitFlows = {
  mass: 40,
  recycledFraction: 0.15,
  reusedFraction: 0.5,
  biologicalFraction: 0.05,
  unrecoverableWaste: 8,
  recycledFeedstockWaste: 1,
  recyclingWaste: 2,
  utility: 3,
};

/**
 * One profile per course of the seed catalogue, all figures invented: six reach 70 and 80 on verified evidence, the consultancy course
 * only declares.
 */
export const IMPACT_PROFILES: readonly ImpactProfile[] = [
  {
    courseSlug: 'instalacion-fotovoltaica',
    observed: {
      VERIFIED: {
        greenCompDepth: depths({
          ASSESSED: [
            'VALUING_SUSTAINABILITY',
            'SYSTEMS_THINKING',
            'PROBLEM_FRAMING',
            'COLLECTIVE_ACTION',
            'INDIVIDUAL_INITIATIVE',
          ],
          PRACTISED: ['SUPPORTING_FAIRNESS', 'CRITICAL_THINKING', 'FUTURES_LITERACY', 'ADAPTABILITY', 'EXPLORATORY_THINKING'],
          TAUGHT: ['PROMOTING_NATURE', 'POLITICAL_AGENCY'],
        }),
        sustainabilityIntegration: { curriculum: 0.9, trainerPreparation: 0.8, assessment: 0.9 },
        carbonFrugality: { gramsPerLearnerHour: 30, referenceGramsPerLearnerHour: REFERENCE_GRAMS },
        peerHelp: { part: 118, whole: 140 },
        localPartnerHours: { part: 16, whole: 40 },
        verifiedProjects: { projects: 7, learners: 70 },
        restorativeCapstones: { part: 9, whole: 14 },
        regenerativeAssessment: { promotingNature: false, collectiveAction: true },
        outcomeEquity: outcomes([24, 20, 18], [46, 40, 36]),
        affordability: price(480),
        accessibility: { part: 52, whole: 55 },
        languageAccess: true,
        grievancesClosed: { part: 3, whole: 3 },
        openResources: { part: 200, whole: 275 },
        kitCircularity: { ...SHARED_TOOLS, mass: 120, unrecoverableWaste: 30 },
        stackability: { part: 2, whole: 3 },
      },
      DOCUMENTED: { mentorRetention: { part: 5, whole: 6 }, graduateMentoring: { part: 14, whole: 54 }, reuse: 2 },
    },
  },
  {
    courseSlug: 'calentador-solar-termosifonico',
    observed: {
      VERIFIED: {
        greenCompDepth: depths({
          ASSESSED: ['VALUING_SUSTAINABILITY', 'SYSTEMS_THINKING', 'ADAPTABILITY', 'INDIVIDUAL_INITIATIVE'],
          PRACTISED: ['SUPPORTING_FAIRNESS', 'CRITICAL_THINKING', 'PROBLEM_FRAMING', 'EXPLORATORY_THINKING', 'COLLECTIVE_ACTION'],
          TAUGHT: ['PROMOTING_NATURE', 'FUTURES_LITERACY'],
          MENTIONED: ['POLITICAL_AGENCY'],
        }),
        sustainabilityIntegration: { curriculum: 0.85, trainerPreparation: 0.75, assessment: 0.8 },
        carbonFrugality: { gramsPerLearnerHour: 25, referenceGramsPerLearnerHour: REFERENCE_GRAMS },
        peerHelp: { part: 61, whole: 80 },
        localPartnerHours: { part: 12, whole: 32 },
        verifiedProjects: { projects: 4, learners: 52 },
        restorativeCapstones: { part: 6, whole: 10 },
        outcomeEquity: outcomes([15, 12, 11], [37, 33, 29]),
        affordability: price(420),
        accessibility: { part: 50, whole: 55 },
        languageAccess: true,
        openResources: { part: 170, whole: 210 },
        kitCircularity: { ...SHARED_TOOLS, mass: 90, unrecoverableWaste: 20 },
      },
      DOCUMENTED: { grievancesClosed: { part: 1, whole: 1 }, stackability: { part: 1, whole: 3 } },
    },
  },
  {
    courseSlug: 'huerto-educativo',
    observed: {
      VERIFIED: {
        greenCompDepth: depths({
          ASSESSED: [
            'VALUING_SUSTAINABILITY',
            'SUPPORTING_FAIRNESS',
            'PROMOTING_NATURE',
            'SYSTEMS_THINKING',
            'EXPLORATORY_THINKING',
            'COLLECTIVE_ACTION',
            'INDIVIDUAL_INITIATIVE',
          ],
          PRACTISED: ['CRITICAL_THINKING', 'PROBLEM_FRAMING', 'FUTURES_LITERACY', 'ADAPTABILITY'],
          TAUGHT: ['POLITICAL_AGENCY'],
        }),
        sustainabilityIntegration: { curriculum: 1, trainerPreparation: 0.85, assessment: 0.9 },
        carbonFrugality: { gramsPerLearnerHour: 12, referenceGramsPerLearnerHour: REFERENCE_GRAMS },
        peerHelp: { part: 96, whole: 104 },
        localPartnerHours: { part: 22, whole: 36 },
        verifiedProjects: { projects: 9, learners: 64 },
        mentorRetention: { part: 7, whole: 8 },
        restorativeCapstones: { part: 15, whole: 16 },
        graduateMentoring: { part: 21, whole: 52 },
        regenerativeAssessment: { promotingNature: true, collectiveAction: true },
        outcomeEquity: outcomes([44, 39, 33], [20, 16, 14]),
        affordability: price(350),
        accessibility: { part: 54, whole: 55 },
        languageAccess: true,
        grievancesClosed: { part: 2, whole: 2 },
        openResources: { part: 220, whole: 230 },
        reuse: 5,
        kitCircularity: { ...SHARED_TOOLS, biologicalFraction: 0.25, unrecoverableWaste: 3 },
        stackability: { part: 3, whole: 3 },
      },
    },
  },
  {
    courseSlug: 'hortalizas-agricultura-protegida',
    observed: {
      VERIFIED: {
        greenCompDepth: depths({
          ASSESSED: ['VALUING_SUSTAINABILITY', 'PROMOTING_NATURE', 'SYSTEMS_THINKING', 'PROBLEM_FRAMING', 'ADAPTABILITY'],
          PRACTISED: ['SUPPORTING_FAIRNESS', 'CRITICAL_THINKING', 'COLLECTIVE_ACTION', 'INDIVIDUAL_INITIATIVE'],
          TAUGHT: ['FUTURES_LITERACY', 'EXPLORATORY_THINKING'],
        }),
        sustainabilityIntegration: { curriculum: 0.8, trainerPreparation: 0.7, assessment: 0.8 },
        carbonFrugality: { gramsPerLearnerHour: 28, referenceGramsPerLearnerHour: REFERENCE_GRAMS },
        peerHelp: { part: 40, whole: 58 },
        localPartnerHours: { part: 18, whole: 34 },
        verifiedProjects: { projects: 3, learners: 45 },
        restorativeCapstones: { part: 8, whole: 11 },
        regenerativeAssessment: { promotingNature: true, collectiveAction: false },
        outcomeEquity: outcomes([21, 17, 15], [24, 20, 18]),
        affordability: price(390),
        accessibility: { part: 47, whole: 55 },
        languageAccess: true,
        openResources: { part: 150, whole: 200 },
        kitCircularity: { ...SHARED_TOOLS, biologicalFraction: 0.15 },
      },
      DOCUMENTED: { grievancesClosed: { part: 2, whole: 3 }, graduateMentoring: { part: 6, whole: 33 } },
    },
  },
  {
    courseSlug: 'imparticion-de-cursos',
    observed: {
      VERIFIED: {
        greenCompDepth: depths({
          ASSESSED: ['SUPPORTING_FAIRNESS', 'CRITICAL_THINKING', 'PROBLEM_FRAMING', 'ADAPTABILITY', 'COLLECTIVE_ACTION'],
          PRACTISED: ['VALUING_SUSTAINABILITY', 'SYSTEMS_THINKING', 'EXPLORATORY_THINKING', 'INDIVIDUAL_INITIATIVE'],
          TAUGHT: ['PROMOTING_NATURE', 'FUTURES_LITERACY', 'POLITICAL_AGENCY'],
        }),
        sustainabilityIntegration: { curriculum: 0.7, trainerPreparation: 0.85, assessment: 0.7 },
        carbonFrugality: { gramsPerLearnerHour: 22, referenceGramsPerLearnerHour: REFERENCE_GRAMS },
        peerHelp: { part: 132, whole: 150 },
        verifiedProjects: { projects: 5, learners: 88 },
        mentorRetention: { part: 9, whole: 10 },
        graduateMentoring: { part: 31, whole: 75 },
        regenerativeAssessment: { promotingNature: false, collectiveAction: true },
        outcomeEquity: outcomes([52, 46, 41], [36, 31, 27]),
        affordability: price(520),
        accessibility: { part: 55, whole: 55 },
        languageAccess: true,
        grievancesClosed: { part: 4, whole: 5 },
        openResources: { part: 160, whole: 225 },
        reuse: 4,
        stackability: { part: 3, whole: 3 },
      },
    },
  },
  {
    courseSlug: 'diseno-de-cursos',
    observed: {
      VERIFIED: {
        greenCompDepth: depths({
          ASSESSED: ['SUPPORTING_FAIRNESS', 'SYSTEMS_THINKING', 'CRITICAL_THINKING', 'PROBLEM_FRAMING', 'EXPLORATORY_THINKING'],
          PRACTISED: ['VALUING_SUSTAINABILITY', 'FUTURES_LITERACY', 'ADAPTABILITY', 'INDIVIDUAL_INITIATIVE'],
          TAUGHT: ['PROMOTING_NATURE', 'COLLECTIVE_ACTION'],
          MENTIONED: ['POLITICAL_AGENCY'],
        }),
        sustainabilityIntegration: { curriculum: 0.75, trainerPreparation: 0.75, assessment: 0.75 },
        carbonFrugality: { gramsPerLearnerHour: 18, referenceGramsPerLearnerHour: REFERENCE_GRAMS },
        peerHelp: { part: 70, whole: 92 },
        verifiedProjects: { projects: 4, learners: 60 },
        mentorRetention: { part: 4, whole: 5 },
        graduateMentoring: { part: 16, whole: 47 },
        regenerativeAssessment: { promotingNature: false, collectiveAction: false },
        outcomeEquity: outcomes([38, 31, 28], [22, 17, 15]),
        affordability: price(560),
        accessibility: { part: 53, whole: 55 },
        languageAccess: false,
        grievancesClosed: { part: 2, whole: 2 },
        openResources: { part: 205, whole: 230 },
        reuse: 6,
        stackability: { part: 3, whole: 3 },
      },
    },
  },
  {
    // Nobody else has looked at what is declared here; the course is dear, and barely touches on sustainability.
    courseSlug: 'consultoria-general',
    observed: {
      DECLARED: {
        greenCompDepth: depths({
          ASSESSED: ['CRITICAL_THINKING', 'PROBLEM_FRAMING'],
          PRACTISED: ['SYSTEMS_THINKING', 'INDIVIDUAL_INITIATIVE'],
          TAUGHT: ['ADAPTABILITY'],
          MENTIONED: ['VALUING_SUSTAINABILITY', 'SUPPORTING_FAIRNESS', 'FUTURES_LITERACY'],
        }),
        sustainabilityIntegration: { curriculum: 0.3, trainerPreparation: 0.2, assessment: 0.1 },
        carbonFrugality: { gramsPerLearnerHour: 45, referenceGramsPerLearnerHour: REFERENCE_GRAMS },
        peerHelp: { part: 20, whole: 60 },
        mentorRetention: { part: 2, whole: 4 },
        outcomeEquity: outcomes([14, 9, 7], [31, 25, 22]),
        affordability: price(2_400),
        accessibility: { part: 36, whole: 55 },
        languageAccess: false,
        openResources: { part: 30, whole: 260 },
        stackability: { part: 0, whole: 2 },
      },
    },
  },
];

/** The scoring inputs of a profile as one tenant's records; evidence ids are stable and differ between tenants. */
export function impactInputsOf(tenantSlug: string, profile: ImpactProfile): ImpactInputs {
  const observations = Object.entries(profile.observed).flatMap(([evidence, values]) =>
    Object.entries(values).map(([indicator, value]) => {
      const evidenceId = seedId(`${tenantSlug}/impact-evidence/${profile.courseSlug}/${indicator}`);
      return [indicator, { value, evidence, evidenceIds: [evidenceId] }] as const;
    }),
  );
  return Object.fromEntries(observations) as ImpactInputs;
}

function depths(competences: { readonly [D in TeachingDepth]?: readonly GreenCompCompetence[] }): GreenCompDepths {
  const pairs = Object.entries(competences).flatMap(([depth, names]) => names.map((name) => [name, depth] as const));
  return Object.fromEntries(pairs) as GreenCompDepths;
}

/** Learners, completed and certified: of women, then of men. */
function outcomes(
  women: readonly [number, number, number],
  men: readonly [number, number, number],
): IndicatorValues['outcomeEquity'] {
  const [womenLearners, womenCompleted, womenCertified] = women;
  const [menLearners, menCompleted, menCertified] = men;
  return [
    { group: 'mujeres', learners: womenLearners, completed: womenCompleted, certified: womenCertified },
    { group: 'hombres', learners: menLearners, completed: menCompleted, certified: menCertified },
  ];
}

/** The price of the course in the seed catalogue, against the minimum wage. */
function price(priceMxn: number): IndicatorValues['affordability'] {
  return { priceMxn, dailyMinimumWageMxn: DAILY_MINIMUM_WAGE_MXN };
}
