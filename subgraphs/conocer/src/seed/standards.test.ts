import { expect, test } from 'vitest';
import { cleanRegisterText, parseStandardCode } from '../domain/standard-code.ts';
import { SAMPLE_CRITERIA } from './sample-criteria.ts';
import { STANDARDS } from './standards.ts';

const CODES = STANDARDS.map((standard) => standard.code);

test('every code is canonical and appears once, in order', () => {
  for (const code of CODES) expect(parseStandardCode(code)).toMatchObject({ ok: true, value: { code } });
  expect(CODES).toEqual([...new Set(CODES)].sort());
  expect(CODES.length).toBeGreaterThanOrEqual(40);
});

test('the standard that every evaluator must hold is known', () => {
  expect(STANDARDS.find((standard) => standard.code === 'EC0076')).toMatchObject({
    title: 'Evaluación de la competencia de candidatos con base en Estándares de Competencia',
    level: 4,
  });
});

test('no text carries a hazard of the register', () => {
  for (const { title, sector, committee } of STANDARDS) {
    expect([title, sector, committee]).toEqual([title, sector, committee].map(cleanRegisterText));
    expect(committee).not.toMatch(/\S\/|\/\S/);
  }
});

test('validity is claimed only for the standard whose publication states it', () => {
  const claimed = STANDARDS.filter((standard) => standard.validity.kind !== 'UNSPECIFIED');
  expect(claimed.map(({ code, validity }) => [code, validity])).toEqual([['EC0249', { kind: 'YEARS', years: 4 }]]);
});

test('sample criteria say that they are samples, and stand for known standards, three each', () => {
  const byCode = Map.groupBy(SAMPLE_CRITERIA, (criterion) => criterion.standardCode);
  expect([...byCode.keys()].sort()).toEqual(['EC0217.01', 'EC0249', 'EC0301', 'EC0325', 'EC0586.01', 'EC0597', 'EC1680']);
  expect(CODES).toEqual(expect.arrayContaining([...byCode.keys()]));
  for (const [code, criteria] of byCode) {
    expect(criteria.map((criterion) => criterion.id)).toEqual([1, 2, 3].map((n) => `SAMPLE-${code}-C${n}`));
  }
});
