import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideCompliance, type ImpactInputs, type Observation, type SolarpunkScore, scoreImpact } from './solarpunk.ts';
import {
  EVIDENCE_FACTOR,
  type EvidenceLevel,
  INDICATORS,
  type IndicatorName,
  type IndicatorValues,
  SUB_SCORES,
} from './solarpunk-model.ts';

const EVIDENCE_LEVELS = ['DECLARED', 'DOCUMENTED', 'VERIFIED'] as const satisfies readonly EvidenceLevel[];
const INDICATOR_NAMES = Object.keys(INDICATORS) as IndicatorName[];

/** A course of the academy's better half; every pinned figure below was worked by hand from these. */
const VALUES: IndicatorValues = {
  greenCompDepth: {
    VALUING_SUSTAINABILITY: 'ASSESSED',
    SUPPORTING_FAIRNESS: 'TAUGHT',
    PROMOTING_NATURE: 'PRACTISED',
    SYSTEMS_THINKING: 'ASSESSED',
    CRITICAL_THINKING: 'PRACTISED',
    PROBLEM_FRAMING: 'PRACTISED',
    FUTURES_LITERACY: 'MENTIONED',
    ADAPTABILITY: 'PRACTISED',
    EXPLORATORY_THINKING: 'TAUGHT',
    COLLECTIVE_ACTION: 'ASSESSED',
    INDIVIDUAL_INITIATIVE: 'ASSESSED',
  },
  sustainabilityIntegration: { curriculum: 0.9, trainerPreparation: 0.6, assessment: 0.9 },
  carbonFrugality: { gramsPerLearnerHour: 0, referenceGramsPerLearnerHour: 100 },
  peerHelp: { part: 40, whole: 50 },
  localPartnerHours: { part: 10, whole: 40 },
  verifiedProjects: { projects: 5, learners: 100 },
  mentorRetention: { part: 3, whole: 4 },
  restorativeCapstones: { part: 8, whole: 10 },
  graduateMentoring: { part: 5, whole: 20 },
  regenerativeAssessment: { promotingNature: true, collectiveAction: false },
  outcomeEquity: [
    { group: 'mujeres', learners: 40, completed: 30, certified: 24 },
    { group: 'hombres', learners: 40, completed: 15, certified: 24 },
  ],
  affordability: { priceMxn: 600, dailyMinimumWageMxn: 300 },
  accessibility: { part: 45, whole: 50 },
  languageAccess: true,
  grievancesClosed: { part: 1, whole: 2 },
  openResources: { part: 300, whole: 600 },
  reuse: 3,
  kitCircularity: {
    mass: 10,
    recycledFraction: 0,
    reusedFraction: 0.5,
    biologicalFraction: 0,
    unrecoverableWaste: 5,
    recycledFeedstockWaste: 0,
    recyclingWaste: 0,
    utility: 1,
  },
  stackability: { part: 2, whole: 4 },
};

function observed<I extends IndicatorName>(indicator: I, evidence: EvidenceLevel): Observation<I> {
  return { value: VALUES[indicator], evidence, evidenceIds: [`evidence-${indicator}`] };
}

/** Inputs of the indicators whose evidence is named; the others are unknown. */
function inputsWith(evidence: { readonly [I in IndicatorName]?: EvidenceLevel }): ImpactInputs {
  return Object.fromEntries(Object.entries(evidence).map(([name, level]) => [name, observed(name as IndicatorName, level)]));
}

function allAt(level: EvidenceLevel): ImpactInputs {
  return inputsWith(Object.fromEntries(INDICATOR_NAMES.map((name) => [name, level])));
}

const someEvidence = fc.dictionary(fc.constantFrom(...INDICATOR_NAMES), fc.constantFrom(...EVIDENCE_LEVELS));

describe('the model', () => {
  test.each(SUB_SCORES)('weights of %s sum to 1', (subScore) => {
    const weights = INDICATOR_NAMES.filter((name) => INDICATORS[name].subScore === subScore).map(
      (name) => INDICATORS[name].weight,
    );
    expect(weights.reduce((total, weight) => total + weight, 0)).toBeCloseTo(1, 12);
  });

  test('has nineteen indicators', () => {
    expect(INDICATOR_NAMES).toHaveLength(19);
  });
});

describe('a score', () => {
  test('of verified evidence has the pinned figures of model 2026.1.0', () => {
    const score = scoreImpact(allAt('VERIFIED'));
    expect(score.modelVersion).toBe('solarpunk/2026.1.0');
    // .5·(8.25/12) + .25·.8 + .25·1
    expect(score.subScores.SUSTAINABILITY.score).toBeCloseTo(79.375, 9);
    // .3·.8 + .2·.25 + .3·.63212056 + .2·.75
    expect(score.subScores.COMMUNITY.score).toBeCloseTo(62.963617, 6);
    // .5·.8 + .3·.25 + .2·.5
    expect(score.subScores.REGENERATIVE.score).toBeCloseTo(57.5, 9);
    // .4·(.625+1)/2 + .2·.8 + .2·.9 + .1·1 + .1·.5
    expect(score.subScores.SOCIAL_JUSTICE.score).toBeCloseTo(81.5, 9);
    // .35·.5 + .15·.63212056 + .35·.55 + .15·.5
    expect(score.subScores.CIRCULARITY.score).toBeCloseTo(53.731808, 6);
    // Fifth root of the product of the five.
    expect(score.overall).toBeCloseTo((79.375 * 62.963617 * 57.5 * 81.5 * 53.731808) ** 0.2, 5);
    expect(score.confidence).toBeCloseTo(1, 12);
  });

  test('is a quarter for declarations and a half for documents', () => {
    const verified = scoreImpact(allAt('VERIFIED'));
    for (const subScore of SUB_SCORES) {
      const full = verified.subScores[subScore].score ?? Number.NaN;
      expect(scoreImpact(allAt('DECLARED')).subScores[subScore].score).toBeCloseTo(full / 4, 9);
      expect(scoreImpact(allAt('DOCUMENTED')).subScores[subScore].score).toBeCloseTo(full / 2, 9);
    }
  });

  test('weighs what is known only by what is known', () => {
    const score = scoreImpact(inputsWith({ affordability: 'VERIFIED', accessibility: 'VERIFIED' }));
    expect(score.subScores.SOCIAL_JUSTICE.score).toBeCloseTo(85, 9);
    expect(score.subScores.SOCIAL_JUSTICE.coverage).toBeCloseTo(0.4, 12);
  });

  test('is null and never 0 below 40 % coverage, and known from 40 % on', () => {
    const below = scoreImpact(inputsWith({ affordability: 'VERIFIED', languageAccess: 'VERIFIED' })).subScores.SOCIAL_JUSTICE;
    expect(below).toEqual({ score: null, coverage: expect.closeTo(0.3, 12), contributions: [] });
    const at = scoreImpact(inputsWith({ affordability: 'VERIFIED', languageAccess: 'VERIFIED', grievancesClosed: 'VERIFIED' }));
    expect(at.subScores.SOCIAL_JUSTICE.score).not.toBeNull();
  });

  test('of nothing known is null, with no confidence', () => {
    const score = scoreImpact({});
    expect(score.overall).toBeNull();
    expect(score.confidence).toBe(0);
  });

  test('treats an observation that says nothing as unknown', () => {
    const score = scoreImpact({
      ...allAt('VERIFIED'),
      peerHelp: { value: { part: 0, whole: 0 }, evidence: 'VERIFIED', evidenceIds: [] },
    });
    expect(score.subScores.COMMUNITY.coverage).toBeCloseTo(0.7, 12);
    expect(score.subScores.COMMUNITY.contributions.map(({ indicator }) => indicator)).not.toContain('peerHelp');
    expect(score.confidence).toBeCloseTo(0.7, 12);
  });

  test('is 0 overall when one sub-score is 0: a geometric mean forgives no void', () => {
    const barren = { restorativeCapstones: { part: 0, whole: 5 }, graduateMentoring: { part: 0, whole: 5 } };
    const score = scoreImpact({
      ...allAt('VERIFIED'),
      restorativeCapstones: { value: barren.restorativeCapstones, evidence: 'VERIFIED', evidenceIds: [] },
      graduateMentoring: { value: barren.graduateMentoring, evidence: 'VERIFIED', evidenceIds: [] },
      regenerativeAssessment: {
        value: { promotingNature: false, collectiveAction: false },
        evidence: 'VERIFIED',
        evidenceIds: [],
      },
    });
    expect(score.subScores.REGENERATIVE.score).toBe(0);
    expect(score.overall).toBe(0);
  });

  test('counts a sub-score as much as its weight says', () => {
    const onlyJustice = { SUSTAINABILITY: 0, COMMUNITY: 0, REGENERATIVE: 0, SOCIAL_JUSTICE: 3, CIRCULARITY: 0 };
    expect(scoreImpact(allAt('VERIFIED'), onlyJustice).overall).toBeCloseTo(81.5, 9);
  });

  test('names the evidence behind every contribution', () => {
    const [first] = scoreImpact(allAt('DOCUMENTED')).subScores.SUSTAINABILITY.contributions;
    expect(first).toMatchObject({ indicator: 'greenCompDepth', evidenceFactor: 0.5, evidenceIds: ['evidence-greenCompDepth'] });
  });
});

describe('every score', () => {
  test('lies between 0 and 100, and its points sum to it', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const score = scoreImpact(inputsWith(evidence));
        for (const subScore of SUB_SCORES) {
          const { score: value, coverage, contributions } = score.subScores[subScore];
          expect(coverage).toBeGreaterThanOrEqual(0);
          expect(coverage).toBeLessThanOrEqual(1);
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
          expect(contributions.reduce((total, { points }) => total + points, 0)).toBeCloseTo(value, 9);
        }
        if (score.overall !== null) {
          expect(score.overall).toBeGreaterThanOrEqual(0);
          expect(score.overall).toBeLessThanOrEqual(100);
        }
        expect(score.confidence).toBe(Math.min(...SUB_SCORES.map((name) => score.subScores[name].coverage)));
      }),
    );
  });

  test('never falls when the evidence of one known indicator gets better', () => {
    fc.assert(
      fc.property(someEvidence, fc.constantFrom(...INDICATOR_NAMES), (evidence, indicator) => {
        const [declared, documented, verified] = EVIDENCE_LEVELS.map((level) =>
          scoreImpact(inputsWith({ ...evidence, [indicator]: level })),
        );
        if (!declared || !documented || !verified) throw new Error('Expected three evidence levels.');
        expectNowhereWorse(declared, documented);
        expectNowhereWorse(documented, verified);
      }),
    );
  });

  test('never falls when one known share grows', () => {
    const shares = [
      'peerHelp',
      'localPartnerHours',
      'mentorRetention',
      'restorativeCapstones',
      'graduateMentoring',
      'accessibility',
      'grievancesClosed',
      'openResources',
      'stackability',
    ] as const;
    fc.assert(
      fc.property(someEvidence, fc.constantFrom(...shares), fc.nat(50), fc.nat(50), (evidence, indicator, a, b) => {
        const at = (part: number) =>
          scoreImpact({
            ...inputsWith(evidence),
            [indicator]: { value: { part, whole: 50 }, evidence: 'VERIFIED', evidenceIds: [] },
          });
        expectNowhereWorse(at(Math.min(a, b)), at(Math.max(a, b)));
      }),
    );
  });

  test('is capped at 25 by declarations and at 50 by documents', () => {
    fc.assert(
      fc.property(fc.constantFrom('DECLARED', 'DOCUMENTED'), fc.subarray(INDICATOR_NAMES), (level, names) => {
        const score = scoreImpact(inputsWith(Object.fromEntries(names.map((name) => [name, level]))));
        const cap = 100 * EVIDENCE_FACTOR[level];
        for (const subScore of SUB_SCORES) expect(score.subScores[subScore].score ?? 0).toBeLessThanOrEqual(cap + 1e-9);
        expect(score.overall ?? 0).toBeLessThanOrEqual(cap + 1e-9);
      }),
    );
  });

  test('is replayed exactly from its own record, stored as JSON with its keys in another order', () => {
    fc.assert(
      fc.property(someEvidence, (evidence) => {
        const score = scoreImpact(inputsWith(evidence));
        const stored = JSON.parse(JSON.stringify(score)) as SolarpunkScore;
        const reordered = Object.fromEntries(Object.entries(stored.inputs).reverse()) as ImpactInputs;
        const replayed = scoreImpact(reordered, stored.weights);
        expect(JSON.stringify(replayed.subScores)).toBe(JSON.stringify(score.subScores));
        expect(replayed).toEqual(score);
      }),
    );
  });
});

function expectNowhereWorse(before: SolarpunkScore, after: SolarpunkScore) {
  for (const subScore of SUB_SCORES) {
    const [old, now] = [before.subScores[subScore].score, after.subScores[subScore].score];
    expect(now === null).toBe(old === null);
    expect(now ?? 0).toBeGreaterThanOrEqual((old ?? 0) - 1e-9);
  }
  expect(after.overall ?? 0).toBeGreaterThanOrEqual((before.overall ?? 0) - 1e-9);
}

describe('compliance', () => {
  function scored(
    sustainability: number | null,
    socialJustice: number | null,
  ): Pick<SolarpunkScore, 'modelVersion' | 'subScores'> {
    const { modelVersion, subScores } = scoreImpact({});
    return {
      modelVersion,
      subScores: {
        ...subScores,
        SUSTAINABILITY: { score: sustainability, coverage: 1, contributions: [] },
        SOCIAL_JUSTICE: { score: socialJustice, coverage: 1, contributions: [] },
      },
    };
  }

  test('is reached exactly at 70 and 80', () => {
    expect(decideCompliance(scored(70, 80))).toEqual({
      ok: true,
      value: { modelVersion: 'solarpunk/2026.1.0', sustainability: 70, socialJustice: 80 },
    });
  });

  test('is not missed by the rounding of binary fractions', () => {
    expect(decideCompliance(scored(70, 79.99999999999999)).ok).toBe(true);
  });

  test('names each criterion that is below its threshold', () => {
    expect(decideCompliance(scored(69.99, 80))).toEqual({
      ok: false,
      error: {
        kind: 'NonCompliant',
        missed: [{ criterion: 'SUSTAINABILITY', required: 70, scored: 69.99, reason: 'BELOW_THRESHOLD' }],
      },
    });
    expect(decideCompliance(scored(10, 20))).toMatchObject({
      error: { missed: [{ criterion: 'SUSTAINABILITY' }, { criterion: 'SOCIAL_JUSTICE', required: 80, scored: 20 }] },
    });
  });

  test('is missed for insufficient evidence where a score is null, even when nothing is required', () => {
    expect(decideCompliance(scored(90, null), { sustainability: 0, socialJustice: 0 })).toEqual({
      ok: false,
      error: {
        kind: 'NonCompliant',
        missed: [{ criterion: 'SOCIAL_JUSTICE', required: 0, scored: null, reason: 'INSUFFICIENT_EVIDENCE' }],
      },
    });
  });

  test('follows the thresholds of the tenant', () => {
    expect(decideCompliance(scored(60, 60), { sustainability: 60, socialJustice: 60 }).ok).toBe(true);
    expect(decideCompliance(scored(60, 60), { sustainability: 61, socialJustice: 60 }).ok).toBe(false);
  });
});
