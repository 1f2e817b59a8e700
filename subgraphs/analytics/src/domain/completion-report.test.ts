import { seedId } from '@academy/kernel';
import { describe, expect, test } from 'vitest';
import {
  type CourseGroups,
  compareRows,
  type ReportRow,
  ROW_KEY_LENGTH,
  rowKeyOf,
  rowsAfter,
  toCentreRows,
  toReportRow,
} from './completion-report.ts';

const courseId = seedId('course');

function groups(more: Partial<CourseGroups>): CourseGroups {
  return { courseId, before: 0, inside: 0, after: 0, certificates: 0, officialCertificates: 0, ...more };
}

function shown(completions: number, id = courseId): ReportRow {
  return { kind: 'shown', courseId: id, completions, certificatesIssued: completions, officialCertificatesIssued: 0 };
}

describe('a group of learners', () => {
  test.each([0, 1, 9])('of %i is suppressed, and its row holds no figure', (inside) => {
    expect(toReportRow(groups({ inside, certificates: inside, officialCertificates: inside }))).toEqual({
      kind: 'suppressed',
      courseId,
    });
  });

  test.each([10, 11, 500])('of %i is shown', (inside) => {
    expect(toReportRow(groups({ inside, certificates: 7, officialCertificates: 3 }))).toEqual({
      kind: 'shown',
      courseId,
      completions: inside,
      certificatesIssued: 7,
      officialCertificatesIssued: 3,
    });
  });

  test.each([
    ['before', 1],
    ['before', 9],
    ['after', 1],
    ['after', 9],
  ] as const)('is suppressed when %2$s %1$s the period could be found by subtracting it from the whole', (side, count) => {
    expect(toReportRow(groups({ inside: 40, [side]: count })).kind).toBe('suppressed');
  });

  test('is not rescued by few before and few after that are many together', () => {
    expect(toReportRow(groups({ inside: 40, before: 9, after: 9 })).kind).toBe('suppressed');
  });

  test('is shown when those before and after are many, or nobody', () => {
    expect(toReportRow(groups({ inside: 10, before: 10, after: 0 })).kind).toBe('shown');
    expect(toReportRow(groups({ inside: 10, before: 0, after: 10 })).kind).toBe('shown');
    expect(toReportRow(groups({ inside: 10, before: 10, after: 10 })).kind).toBe('shown');
  });

  test('never leaves few when it is subtracted from the whole, or from all up to its end, whatever the sizes', () => {
    const sizes = [0, 1, 5, 9, 10, 11, 25];
    const splits = sizes.flatMap((before) => sizes.flatMap((inside) => sizes.map((after) => ({ before, inside, after }))));
    const differences = splits.flatMap(({ before, inside, after }) => {
      const part = toReportRow(groups({ before, inside, after }));
      const larger = [groups({ inside: before + inside, after }), groups({ inside: before + inside + after })].map(toReportRow);
      return larger.flatMap((row) => (part.kind === 'shown' && row.kind === 'shown' ? [row.completions - part.completions] : []));
    });
    expect(differences.length).toBeGreaterThan(50);
    expect(differences.filter((difference) => difference !== 0 && difference < 10)).toEqual([]);
  });
});

describe('the groups of several centres', () => {
  const sizes = [0, 3, 9, 10, 25];
  const cells = sizes.flatMap((before) => sizes.flatMap((inside) => sizes.map((after) => ({ before, inside, after }))));
  type Cells = (typeof cells)[number];
  const split = (of: readonly Cells[]) => of.map((one, i) => ({ ...groups(one), centreId: ['a', 'b', null][i] ?? null }));
  const rowsOf = (of: readonly Cells[]) =>
    ['a', 'b', null].map((centreId) => toCentreRows(split(of), centreId)[0]).filter((row) => row?.kind === 'shown');
  const figure = (row: ReportRow | undefined) => (row?.kind === 'shown' ? row.completions : 0);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  test('never leave few when those that are shown are subtracted from the tenant’s, for the period, up to its end or in all', () => {
    // Every eleventh triple: some 18,000 of them.
    let found = 0;
    for (let n = 0; n < cells.length ** 3; n += 109) {
      const of = [cells[n % 125], cells[Math.floor(n / 125) % 125], cells[Math.floor(n / 15_625)]].filter(
        (one) => one !== undefined,
      );
      const shown = rowsOf(of).map(figure);
      const whole = {
        inside: sum(of.map((one) => one.inside)),
        ended: sum(of.map((one) => one.before + one.inside)),
        all: sum(of.map((one) => one.before + one.inside + one.after)),
      };
      for (let subset = 1; subset < 2 ** shown.length; subset += 1) {
        const taken = sum(shown.filter((_, i) => subset & (2 ** i)));
        for (const total of Object.values(whole)) {
          const rest = total - taken;
          found += Number(rest >= 10);
          if (rest > 0 && rest < 10) expect.fail(`${JSON.stringify(of)} leaves ${rest}`);
        }
      }
    }
    expect(found).toBeGreaterThan(1_000);
  });

  test('are shown each by itself when all are large', () => {
    const large = { before: 0, inside: 10, after: 0 };
    expect(rowsOf([large, { ...large, inside: 12 }, { ...large, inside: 14 }]).map(figure)).toEqual([10, 12, 14]);
  });
});

describe('the order of rows', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'].map(seedId).sort();
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = ids;
  const rows: ReportRow[] = [
    { kind: 'suppressed', courseId: second },
    shown(10, fifth),
    { kind: 'suppressed', courseId: first },
    shown(12, fourth),
    shown(10, third),
  ];
  const sorted = [shown(12, fourth), shown(10, third), shown(10, fifth), rows[2], rows[0]];

  test('is most completions first, then by course; suppressed rows last, by course alone', () => {
    expect(rowsAfter(rows, undefined)).toEqual({ ok: true, value: sorted });
  });

  test('is the same from wherever it starts: after each row come exactly the rows behind it', () => {
    sorted.forEach((row, index) => {
      if (row === undefined) throw new Error('Expected a row.');
      expect(rowsAfter(rows, rowKeyOf(row))).toEqual({ ok: true, value: sorted.slice(index + 1) });
    });
  });

  test('holds after a row that is gone meanwhile', () => {
    expect(rowsAfter(rows, rowKeyOf(shown(11, second)))).toEqual({ ok: true, value: sorted.slice(1) });
  });

  test('puts a row neither before nor after itself', () => {
    for (const row of rows) expect(compareRows(row, row)).toBe(0);
  });
});

test('the key of a suppressed row tells its course and nothing else', () => {
  expect(rowKeyOf({ kind: 'suppressed', courseId })).toEqual(['', courseId]);
  expect(rowKeyOf(shown(12))).toEqual(['12', courseId]);
  expect(rowKeyOf(shown(12))).toHaveLength(ROW_KEY_LENGTH);
});

test.each([
  ['a course that is none', ['12', 'x']],
  ['a figure that is none', ['many', courseId]],
  ['a negative figure', ['-1', courseId]],
  ['nothing', []],
])('a key with %s is refused', (_, key) => {
  expect(rowsAfter([shown(12)], key)).toMatchObject({ ok: false, error: { kind: 'BadRowKey' } });
});
