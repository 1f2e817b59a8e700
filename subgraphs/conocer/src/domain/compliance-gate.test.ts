import { expect, test } from 'vitest';
import { IMPACT_PROFILES, impactInputsOf } from '../seed/impact-evidence.ts';
import { decideGate } from './compliance-gate.ts';
import { DEFAULT_COMPLIANCE_THRESHOLDS as thresholds } from './solarpunk.ts';

const inputsOf = (slug: string) => {
  const profile = IMPACT_PROFILES.find(({ courseSlug }) => courseSlug === slug);
  if (profile === undefined) throw new Error(`Expected a seeded profile of ${slug}.`);
  return impactInputsOf('raices', profile);
};

test('under GATE a course on verified evidence passes, and one that only declares is held back with what it misses', () => {
  expect(decideGate({ mode: 'GATE', thresholds }, inputsOf('instalacion-fotovoltaica'))).toMatchObject({
    isOpen: true,
    missed: [],
  });
  const held = decideGate({ mode: 'GATE', thresholds }, inputsOf('consultoria-general'));
  expect(held.isOpen).toBe(false);
  expect(held.missed.map(({ criterion, reason }) => [criterion, reason])).toEqual([
    ['SUSTAINABILITY', 'BELOW_THRESHOLD'],
    ['SOCIAL_JUSTICE', 'BELOW_THRESHOLD'],
  ]);
});

test('under ADVISORY the same course goes on, and what it misses is recorded', () => {
  const advised = decideGate({ mode: 'ADVISORY', thresholds }, inputsOf('consultoria-general'));
  expect(advised.isOpen).toBe(true);
  expect(advised.missed).toHaveLength(2);
});

test('a course of which nothing is known is held back for want of evidence', () => {
  const held = decideGate({ mode: 'GATE', thresholds }, {});
  expect(held.isOpen).toBe(false);
  expect(held.missed.map(({ scored, reason }) => [scored, reason])).toEqual([
    [null, 'INSUFFICIENT_EVIDENCE'],
    [null, 'INSUFFICIENT_EVIDENCE'],
  ]);
});

test('a stored decision can be made again from what it holds', () => {
  const decision = decideGate({ mode: 'GATE', thresholds }, inputsOf('diseno-de-cursos'));
  const stored = JSON.parse(JSON.stringify(decision)) as typeof decision;
  expect(decideGate(stored.policy, stored.inputs)).toEqual(stored);
});
