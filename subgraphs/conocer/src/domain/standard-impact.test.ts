import { expect, test } from 'vitest';
import { STANDARDS } from '../seed/standards.ts';
import { scoreImpact } from './solarpunk.ts';
import { alignmentOfStandard, impactInputsOfStandard } from './standard-impact.ts';

const of = (title: string) => alignmentOfStandard({ code: 'EC0001', title });

test('a title that says nothing of nature or resources is unknown, never 0', () => {
  for (const title of ['Elaboración de documentos mediante un procesador de textos', 'Asesoría en lengua indígena', '']) {
    expect(of(title)).toBeNull();
  }
});

test('a title that names what serves nature has a score of its documented competences, with what it rests on', () => {
  const alignment = of('Instalación de sistemas fotovoltaicos');
  // Two of twelve competences, assessed, documented: 100 · ½ · 2/12.
  expect(alignment?.overall).toBeCloseTo(100 / 12, 10);
  expect(alignment?.score.inputs).toEqual({
    greenCompDepth: {
      value: { PROBLEM_FRAMING: 'ASSESSED', VALUING_SUSTAINABILITY: 'ASSESSED' },
      evidence: 'DOCUMENTED',
      evidenceIds: ['renec:EC0001'],
    },
  });
  for (const name of ['COMMUNITY', 'REGENERATIVE', 'SOCIAL_JUSTICE', 'CIRCULARITY'] as const) {
    expect(alignment?.score.subScores[name].score).toBeNull();
  }
});

test('the score is the model’s own, and replay is exact', () => {
  for (const standard of STANDARDS) {
    const alignment = alignmentOfStandard(standard);
    expect(alignment?.score ?? scoreImpact({})).toEqual(scoreImpact(impactInputsOfStandard(standard)));
    if (alignment === null) continue;
    expect(alignment.overall).toBeGreaterThan(0);
    // Documented evidence alone.
    expect(alignment.overall).toBeLessThanOrEqual(50);
  }
});

test('a title that names more is no less aligned', () => {
  const less = of('Instalación de sistemas fotovoltaicos')?.overall ?? 0;
  const more = of('Instalación de sistemas fotovoltaicos comunitarios para el desarrollo sustentable')?.overall ?? 0;
  expect(more).toBeGreaterThan(less);
});

test('accents, case and spacing do not count', () => {
  expect(of('GESTIÓN   AMBIENTAL')?.overall).toBe(of('gestion ambiental')?.overall);
});
