import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  affordability,
  carbonFrugality,
  GREENCOMP_COMPETENCES,
  type GreenCompDepths,
  type GroupOutcome,
  greenCompDepth,
  type KitFlows,
  materialCircularity,
  outcomeEquity,
  presence,
  projectDensity,
  regenerativeAssessment,
  reuse,
  shareOf,
  sustainabilityIntegration,
} from './solarpunk-indicators.ts';

const DEPTHS = ['MENTIONED', 'TAUGHT', 'PRACTISED', 'ASSESSED'] as const;
const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const pair = fc.tuple(amount, amount).map(([a, b]) => ({ less: Math.min(a, b), more: Math.max(a, b) }));
const fractionPair = fc.tuple(fraction, fraction).map(([a, b]) => ({ less: Math.min(a, b), more: Math.max(a, b) }));

/** Both known, both in 0 to 1, and the second no worse than the first. */
function expectNoWorse(before: number | null, after: number | null) {
  if (before === null || after === null) throw new Error('Expected two known measures.');
  expect(before).toBeGreaterThanOrEqual(0);
  expect(after).toBeLessThanOrEqual(1);
  expect(after).toBeGreaterThanOrEqual(before - 1e-12);
}

describe('GreenComp', () => {
  test('has twelve competences, and a course that assesses all of them is at 1', () => {
    expect(new Set(GREENCOMP_COMPETENCES).size).toBe(12);
    expect(greenCompDepth(Object.fromEntries(GREENCOMP_COMPETENCES.map((competence) => [competence, 'ASSESSED'])))).toBe(1);
    expect(greenCompDepth({})).toBe(0);
  });

  test('one competence of each depth makes 2.5 of 12', () => {
    expect(
      greenCompDepth({
        ADAPTABILITY: 'MENTIONED',
        SYSTEMS_THINKING: 'TAUGHT',
        PROMOTING_NATURE: 'PRACTISED',
        CRITICAL_THINKING: 'ASSESSED',
      }),
    ).toBeCloseTo(2.5 / 12, 12);
  });

  test('going deeper into one competence never lowers it', () => {
    const depths: fc.Arbitrary<GreenCompDepths> = fc.dictionary(
      fc.constantFrom(...GREENCOMP_COMPETENCES),
      fc.constantFrom(...DEPTHS),
    );
    fc.assert(
      fc.property(depths, fc.constantFrom(...GREENCOMP_COMPETENCES), fc.nat(3), fc.nat(3), (others, competence, a, b) => {
        const at = (depth: number) => greenCompDepth({ ...others, [competence]: DEPTHS[depth] });
        expectNoWorse(at(Math.min(a, b)), at(Math.max(a, b)));
        const { [competence]: _untouched, ...without } = others;
        expectNoWorse(greenCompDepth(without), at(Math.min(a, b)));
      }),
    );
  });
});

describe('sustainability', () => {
  test('SDG 4.7.1 is the mean of three parts, and each raises it', () => {
    expect(sustainabilityIntegration({ curriculum: 0.9, trainerPreparation: 0.6, assessment: 0.3 })).toBeCloseTo(0.6, 12);
    fc.assert(
      fc.property(fractionPair, fraction, fraction, ({ less, more }, x, y) => {
        expectNoWorse(
          sustainabilityIntegration({ curriculum: less, trainerPreparation: x, assessment: y }),
          sustainabilityIntegration({ curriculum: more, trainerPreparation: x, assessment: y }),
        );
        expectNoWorse(
          sustainabilityIntegration({ curriculum: x, trainerPreparation: less, assessment: y }),
          sustainabilityIntegration({ curriculum: x, trainerPreparation: more, assessment: y }),
        );
        expectNoWorse(
          sustainabilityIntegration({ curriculum: x, trainerPreparation: y, assessment: less }),
          sustainabilityIntegration({ curriculum: x, trainerPreparation: y, assessment: more }),
        );
      }),
    );
  });

  test('emissions at the reference leave 1/e, and more emissions never raise it', () => {
    expect(carbonFrugality({ gramsPerLearnerHour: 100, referenceGramsPerLearnerHour: 100 })).toBeCloseTo(0.36787944, 8);
    expect(carbonFrugality({ gramsPerLearnerHour: 0, referenceGramsPerLearnerHour: 100 })).toBe(1);
    fc.assert(
      fc.property(pair, ({ less, more }) => {
        expectNoWorse(
          carbonFrugality({ gramsPerLearnerHour: more, referenceGramsPerLearnerHour: 100 }),
          carbonFrugality({ gramsPerLearnerHour: less, referenceGramsPerLearnerHour: 100 }),
        );
      }),
    );
  });
});

describe('community and regeneration', () => {
  test('a share is the part of the whole, never above 1, and grows with its part', () => {
    expect(shareOf({ part: 3, whole: 4 })).toBe(0.75);
    expect(shareOf({ part: 5, whole: 4 })).toBe(1);
    fc.assert(
      fc.property(pair, fc.double({ min: 0.5, max: 1e6, noNaN: true }), ({ less, more }, whole) => {
        expectNoWorse(shareOf({ part: less, whole }), shareOf({ part: more, whole }));
      }),
    );
  });

  test('five verified projects per 100 learners give 0.63, whatever the number of learners', () => {
    expect(projectDensity({ projects: 5, learners: 100 })).toBeCloseTo(0.63212056, 8);
    expect(projectDensity({ projects: 2, learners: 40 })).toBeCloseTo(0.63212056, 8);
    fc.assert(
      fc.property(pair, ({ less, more }) => {
        expectNoWorse(projectDensity({ projects: less, learners: 100 }), projectDensity({ projects: more, learners: 100 }));
      }),
    );
  });

  test('three reuses of the materials give 0.63, and one more never lowers it', () => {
    expect(reuse(3)).toBeCloseTo(0.63212056, 8);
    fc.assert(fc.property(pair, ({ less, more }) => expectNoWorse(reuse(less), reuse(more))));
  });

  test('each of the two regenerative competences that is assessed adds a half', () => {
    expect(regenerativeAssessment({ promotingNature: false, collectiveAction: false })).toBe(0);
    expect(regenerativeAssessment({ promotingNature: true, collectiveAction: false })).toBe(0.5);
    expect(regenerativeAssessment({ promotingNature: true, collectiveAction: true })).toBe(1);
  });

  test('what is offered counts 1, what is not 0', () => {
    expect([presence(true), presence(false)]).toEqual([1, 0]);
  });
});

describe('outcome equity', () => {
  const women: GroupOutcome = { group: 'mujeres', learners: 40, completed: 30, certified: 24 };

  test('groups within four fifths of each other are treated equally', () => {
    const men: GroupOutcome = { group: 'hombres', learners: 40, completed: 24, certified: 20 };
    expect(outcomeEquity([women, men])).toBe(1);
  });

  test('half the rate of the best group is 0.625 for that outcome', () => {
    const men: GroupOutcome = { group: 'hombres', learners: 40, completed: 15, certified: 24 };
    expect(outcomeEquity([women, men])).toBeCloseTo((0.625 + 1) / 2, 12);
  });

  test('a group of nine is left out, and one group alone says nothing', () => {
    const nine: GroupOutcome = { group: 'otra', learners: 9, completed: 0, certified: 0 };
    expect(outcomeEquity([women, nine])).toBeNull();
    expect(outcomeEquity([women, { ...nine, learners: 10 }])).toBe(0);
  });

  test('an outcome that nobody reached says nothing, and no outcome at all is unknown', () => {
    const notYet = { ...women, certified: 0 };
    expect(outcomeEquity([notYet, { ...notYet, group: 'hombres' }])).toBe(1);
    expect(
      outcomeEquity([
        { ...notYet, completed: 0 },
        { ...notYet, group: 'hombres', completed: 0 },
      ]),
    ).toBeNull();
  });

  test('more completions in the group that is behind never lower it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(39), (best, behind) => {
        fc.pre(behind < best);
        const at = (completed: number) =>
          outcomeEquity([
            { group: 'a', learners: 40, completed: best, certified: 10 },
            { group: 'b', learners: 40, completed, certified: 10 },
          ]);
        expectNoWorse(at(behind), at(behind + 1));
      }),
    );
  });
});

describe('affordability', () => {
  test('is 1 for a free course, a half at five days of minimum wage, 0 from ten on', () => {
    const at = (priceMxn: number) => affordability({ priceMxn, dailyMinimumWageMxn: 300 });
    expect([at(0), at(1_500), at(3_000), at(9_000)]).toEqual([1, 0.5, 0, 0]);
    fc.assert(fc.property(pair, ({ less, more }) => expectNoWorse(at(more), at(less))));
  });
});

describe('circularity of kits', () => {
  const linear: KitFlows = {
    mass: 10,
    recycledFraction: 0,
    reusedFraction: 0,
    biologicalFraction: 0,
    unrecoverableWaste: 10,
    recycledFeedstockWaste: 0,
    recyclingWaste: 0,
    utility: 1,
  };

  test('an average kit of virgin material that all becomes waste is at 0.1', () => {
    expect(materialCircularity(linear)).toBeCloseTo(0.1, 12);
  });

  test('a kit that is wholly reused and leaves no waste is at 1', () => {
    expect(materialCircularity({ ...linear, reusedFraction: 1, unrecoverableWaste: 0 })).toBe(1);
  });

  test('a kit in between agrees with the published formula worked by hand', () => {
    // V = 10·(1−.3−.4) = 3, W = 2+(1+.5)/2 = 2.75, LFI = 5.75/(20+.25) = .28395, MCI = 1−.28395·.9/1.5
    const kit = {
      ...linear,
      recycledFraction: 0.3,
      reusedFraction: 0.4,
      unrecoverableWaste: 2,
      recycledFeedstockWaste: 1,
      recyclingWaste: 0.5,
      utility: 1.5,
    };
    expect(materialCircularity(kit)).toBeCloseTo(0.8296296, 6);
  });

  test('more reuse, longer use and less waste never lower it', () => {
    const kit = fc.record({
      mass: fc.double({ min: 1, max: 100, noNaN: true }),
      recycledFraction: fc.double({ min: 0, max: 0.3, noNaN: true }),
      reusedFraction: fc.double({ min: 0, max: 0.3, noNaN: true }),
      biologicalFraction: fc.double({ min: 0, max: 0.3, noNaN: true }),
      unrecoverableWaste: fc.double({ min: 0, max: 1, noNaN: true }),
      recycledFeedstockWaste: fc.double({ min: 0, max: 0.5, noNaN: true }),
      recyclingWaste: fc.double({ min: 0, max: 0.5, noNaN: true }),
      utility: fc.double({ min: 0.1, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(kit, fc.double({ min: 0, max: 0.1, noNaN: true }), (before, change) => {
        for (const key of ['recycledFraction', 'reusedFraction', 'biologicalFraction', 'utility'] as const) {
          expectNoWorse(materialCircularity(before), materialCircularity({ ...before, [key]: before[key] + change }));
        }
        for (const key of ['unrecoverableWaste', 'recyclingWaste'] as const) {
          expectNoWorse(materialCircularity({ ...before, [key]: before[key] + change }), materialCircularity(before));
        }
      }),
    );
  });
});

test('an observation that says nothing is unknown, not zero', () => {
  expect(shareOf({ part: 0, whole: 0 })).toBeNull();
  expect(shareOf({ part: Number.NaN, whole: 4 })).toBeNull();
  expect(shareOf({ part: -1, whole: 4 })).toBeNull();
  expect(projectDensity({ projects: 3, learners: 0 })).toBeNull();
  expect(reuse(Number.POSITIVE_INFINITY)).toBeNull();
  expect(carbonFrugality({ gramsPerLearnerHour: 20, referenceGramsPerLearnerHour: 0 })).toBeNull();
  expect(affordability({ priceMxn: 100, dailyMinimumWageMxn: 0 })).toBeNull();
  expect(sustainabilityIntegration({ curriculum: Number.NaN, trainerPreparation: 1, assessment: 1 })).toBeNull();
  expect(
    materialCircularity({
      mass: 0,
      recycledFraction: 0,
      reusedFraction: 0,
      biologicalFraction: 0,
      unrecoverableWaste: 0,
      recycledFeedstockWaste: 0,
      recyclingWaste: 0,
      utility: 1,
    }),
  ).toBeNull();
  expect(outcomeEquity([])).toBeNull();
});
