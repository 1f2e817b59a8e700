import { isUuid } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import { decideCompliance, scoreImpact } from '../domain/solarpunk.ts';
import { SUB_SCORES } from '../domain/solarpunk-model.ts';
import { IMPACT_PROFILES, type ImpactProfile, impactInputsOf } from './impact-evidence.ts';

function scoreOf(profile: ImpactProfile) {
  return scoreImpact(impactInputsOf('raices', profile));
}

function evidenceIdsOf(tenantSlug: string): string[] {
  return IMPACT_PROFILES.flatMap((profile) =>
    Object.values(impactInputsOf(tenantSlug, profile)).flatMap(({ evidenceIds }) => evidenceIds),
  );
}

test('six seeded courses comply and the consultancy course does not', () => {
  const compliant = IMPACT_PROFILES.filter((profile) => decideCompliance(scoreOf(profile)).ok).map(
    ({ courseSlug }) => courseSlug,
  );
  expect(compliant).toEqual([
    'instalacion-fotovoltaica',
    'calentador-solar-termosifonico',
    'huerto-educativo',
    'hortalizas-agricultura-protegida',
    'imparticion-de-cursos',
    'diseno-de-cursos',
  ]);
  expect(IMPACT_PROFILES).toHaveLength(7);
});

test('the consultancy course is scored, misses both thresholds, and could not reach them by declarations', () => {
  const profile = IMPACT_PROFILES.find(({ courseSlug }) => courseSlug === 'consultoria-general');
  if (profile === undefined) throw new Error('Expected a profile of the consultancy course.');
  const score = scoreOf(profile);
  expect(decideCompliance(score)).toMatchObject({
    ok: false,
    error: {
      missed: [
        { criterion: 'SUSTAINABILITY', required: 70, reason: 'BELOW_THRESHOLD' },
        { criterion: 'SOCIAL_JUSTICE', required: 80, reason: 'BELOW_THRESHOLD' },
      ],
    },
  });
  expect(score.subScores.SUSTAINABILITY.score).toBeLessThanOrEqual(25);
  expect(score.subScores.SOCIAL_JUSTICE.score).toBeLessThanOrEqual(25);
});

describe.each(IMPACT_PROFILES.map((profile) => [profile.courseSlug, profile] as const))('%s', (_slug, profile) => {
  test('has observations that all say something, each under one level of evidence', () => {
    const named = Object.values(profile.observed).flatMap((values) => Object.keys(values));
    expect(named).toEqual([...new Set(named)]);
    const score = scoreOf(profile);
    const counted = SUB_SCORES.flatMap((name) => score.subScores[name].contributions.map(({ indicator }) => indicator));
    expect(counted.toSorted()).toEqual(named.toSorted());
    expect(score.subScores.SUSTAINABILITY.coverage).toBeCloseTo(1, 12);
    expect(score.subScores.SOCIAL_JUSTICE.coverage).toBeGreaterThanOrEqual(0.9 - 1e-9);
  });
});

test('each observation has evidence of its own, and tenants share none', () => {
  const ids = [...evidenceIdsOf('raices'), ...evidenceIdsOf('solaris')];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isUuid)).toBe(true);
  expect(evidenceIdsOf('raices')).toEqual(evidenceIdsOf('raices'));
});
