import { describe, expect, test } from 'vitest';
import { type Assessment, scoreAssessment } from '../domain/assessment.ts';
import { CATALOGUE } from './catalogue.ts';
import { type AssessmentSeed, type CourseSeed, choicesOf } from './course-seed.ts';

function assessmentOf({ passingScorePercent, items }: AssessmentSeed): Assessment {
  return {
    passingScorePercent,
    items: items.map((item) => ({
      id: item.key,
      weight: item.weight,
      isMultipleChoice: item.rightKeys.length > 1,
      reactivoId: item.reactivo,
      criterion: item.criterion,
      choices: choicesOf(item),
    })),
  };
}

function lessonsOf(course: CourseSeed) {
  return course.modules.flatMap((module) => module.lessons);
}

function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, i) => keys.indexOf(key) < i);
}

test('the catalogue has seven courses, each with a slug and a standard of its own', () => {
  expect(CATALOGUE).toHaveLength(7);
  expect(repeated(CATALOGUE.map((course) => course.slug))).toEqual([]);
  expect(CATALOGUE.map((course) => course.standardCode).sort()).toEqual([
    'EC0217.01',
    'EC0249',
    'EC0301',
    'EC0325',
    'EC0586.01',
    'EC0597',
    'EC1680',
  ]);
});

describe.each(CATALOGUE.map((course) => [course.slug, course] as const))('%s', (_slug, course) => {
  test('has two or three modules of two to four lessons, with keys that do not repeat', () => {
    expect([2, 3]).toContain(course.modules.length);
    for (const module of course.modules) expect([2, 3, 4]).toContain(module.lessons.length);
    expect(repeated(course.modules.map((module) => module.key))).toEqual([]);
    expect(repeated(lessonsOf(course).map((lesson) => lesson.key))).toEqual([]);
  });

  test('has lessons of two to four sentences that take time', () => {
    for (const lesson of lessonsOf(course)) {
      // A sentence ends in a point before a space or the end: "1.80 metros" and "5.5 y 6.5" do not end one.
      const sentences = lesson.body.match(/[.?](?=\s|$)/g) ?? [];
      expect([2, 3, 4], lesson.key).toContain(sentences.length);
      expect(lesson.minutes).toBeGreaterThanOrEqual(10);
    }
    expect(lessonsOf(course).some((lesson) => lesson.isRequired)).toBe(true);
  });

  test('shows sample reactivos of its own standard, whose weights sum to 100', () => {
    const { items } = course.assessment;
    expect([5, 6]).toContain(items.length);
    expect(items.reduce((total, item) => total + item.weight, 0)).toBe(100);
    expect(repeated(items.map((item) => item.key))).toEqual([]);
    expect(items.map((item) => item.reactivo)).toEqual(items.map((_item, i) => `SAMPLE-${course.standardCode}-R${i + 1}`));
    expect([...new Set(items.map((item) => item.criterion))]).toEqual(
      [1, 2, 3].map((n) => `SAMPLE-${course.standardCode}-C${n}`),
    );
  });

  test('has questions whose right choices are offered, and wrong ones beside them', () => {
    for (const item of course.assessment.items) {
      expect(Object.keys(item.choices), item.key).toEqual(expect.arrayContaining([...item.rightKeys]));
      expect(item.rightKeys.length, item.key).toBeLessThan(Object.keys(item.choices).length);
    }
  });

  test('is passed by right answers alone, and by no single choice of letter throughout', () => {
    const assessment = assessmentOf(course.assessment);
    const right = course.assessment.items.map((item) => ({ itemId: item.key, choiceKeys: item.rightKeys }));
    expect(scoreAssessment(assessment, right)).toMatchObject({ ok: true, value: { scorePercent: 100, isPassed: true } });
    for (const letter of ['a', 'b', 'c']) {
      const guessed = course.assessment.items.map((item) => ({ itemId: item.key, choiceKeys: [letter] }));
      expect(scoreAssessment(assessment, guessed)).toMatchObject({ ok: true, value: { isPassed: false } });
    }
  });
});

test('a learner can pass the photovoltaic course and leave one criterio unfulfilled: the score alone does not make her competent', () => {
  const course = CATALOGUE.find(({ slug }) => slug === 'instalacion-fotovoltaica');
  if (course === undefined) throw new Error('Expected the photovoltaic course.');
  const answers = course.assessment.items.map((item) => ({
    itemId: item.key,
    choiceKeys: item.key === 'orden-de-pruebas' ? ['a'] : item.rightKeys,
  }));
  const scored = scoreAssessment(assessmentOf(course.assessment), answers);
  expect(scored).toMatchObject({ ok: true, value: { scorePercent: 85, isPassed: true } });
  const unfulfilled = scored.ok ? scored.value.reactivos.filter((reactivo) => !reactivo.isFulfilled) : [];
  expect(unfulfilled.map((reactivo) => reactivo.criterion)).toEqual(['SAMPLE-EC0586.01-C3']);
});
