import { seedId } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Academy, ana, courseIdOf, openAcademy, type Row } from './academy.ts';

let academy: Academy;
beforeEach(async () => {
  academy = await openAcademy();
});
afterEach(() => academy.island.close());

const SOLAR = 'instalacion-fotovoltaica';
const GARDEN = 'huerto-educativo';

function suppressed(course: string): Row {
  return {
    isSuppressed: true,
    completions: null,
    certificatesIssued: null,
    officialCertificatesIssued: null,
    course: { id: courseIdOf(course) },
  };
}

describe('figures', () => {
  test('of nine learners are withheld, and of the tenth on shown', async () => {
    await academy.manyComplete(SOLAR, 9);
    expect(await academy.rows()).toEqual([suppressed(SOLAR)]);
    await academy.completes({ course: SOLAR, learner: 'bea' });
    expect(await academy.rows()).toEqual([
      {
        isSuppressed: false,
        completions: 10,
        certificatesIssued: 0,
        officialCertificatesIssued: 0,
        course: { id: courseIdOf(SOLAR) },
      },
    ]);
  });

  test('count learners who finished, not those who only enrolled', async () => {
    for (const learner of Array.from({ length: 15 }, (_, index) => `enrolled-${index}`))
      await academy.enrolls({ course: GARDEN, learner });
    expect(await academy.rows()).toEqual([suppressed(GARDEN)]);
    await academy.manyComplete(GARDEN, 10);
    expect(await academy.rows()).toMatchObject([{ completions: 10 }]);
  });

  test('say where they come from, and the smallest group that is shown', async () => {
    expect(await academy.report()).toMatchObject({ dataSource: 'REALTIME', minimumGroupSize: 10 });
  });
});

describe('a period', () => {
  const at = (text: string) => new Date(text);

  test('begins and ends at midnight UTC, and its last day counts', async () => {
    await academy.manyComplete(SOLAR, 10, { learner: 'eve', at: at('2026-01-31T23:59:59.999Z') });
    await academy.manyComplete(SOLAR, 11, { learner: 'first', at: at('2026-02-01T00:00:00.000Z') });
    await academy.manyComplete(SOLAR, 12, { learner: 'last', at: at('2026-02-28T23:59:59.999Z') });
    await academy.manyComplete(SOLAR, 13, { learner: 'late', at: at('2026-03-01T00:00:00.000Z') });
    const completions = async (from?: string, to?: string) =>
      (await academy.rows({ filter: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } })).map(
        (row) => row.completions,
      );
    expect(await completions('2026-02-01', '2026-02-28')).toEqual([23]);
    expect(await completions('2026-02-01', '2026-02-01')).toEqual([11]);
    expect(await completions('2026-02-28', '2026-02-28')).toEqual([12]);
    expect(await completions(undefined, '2026-01-31')).toEqual([10]);
    expect(await completions('2026-03-01')).toEqual([13]);
    expect(await completions()).toEqual([46]);
    expect(await completions('2026-02-02', '2026-02-27')).toEqual([null]);
  });

  test('does not show so many of a course that the few left over follow by subtraction', async () => {
    await academy.manyComplete(SOLAR, 1, { learner: 'bea', at: at('2026-01-10T12:00:00.000Z') });
    await academy.manyComplete(SOLAR, 20, { at: at('2026-02-10T12:00:00.000Z') });
    expect(await academy.rows()).toMatchObject([{ completions: 21 }]);
    expect(await academy.rows({ filter: { from: '2026-02-01' } })).toEqual([suppressed(SOLAR)]);
    expect(await academy.rows({ filter: { to: '2026-01-31' } })).toEqual([suppressed(SOLAR)]);
  });

  test('in which one learner completed the course looks like one in which nobody did', async () => {
    await academy.manyComplete(SOLAR, 20, { at: at('2026-02-10T12:00:00.000Z') });
    await academy.completes({ course: SOLAR, learner: 'bea', at: at('2026-02-11T12:00:00.000Z') });
    const { rows: busy } = await academy.report({ filter: { from: '2026-02-11', to: '2026-02-11' } });
    const { rows: quiet } = await academy.report({ filter: { from: '2026-02-12', to: '2026-02-12' } });
    expect(busy.edges.map((edge) => edge.node)).toEqual([suppressed(SOLAR)]);
    expect(busy).toEqual(quiet);
  });

  test('has a learner who completed the course twice where she completed it first', async () => {
    await academy.manyComplete(SOLAR, 10, { at: at('2026-01-10T12:00:00.000Z') });
    await academy.manyComplete(SOLAR, 10, { at: at('2026-02-10T12:00:00.000Z') });
    expect(await academy.rows({ filter: { to: '2026-01-31' } })).toMatchObject([{ completions: 10 }]);
    expect(await academy.rows({ filter: { from: '2026-02-01' } })).toEqual([suppressed(SOLAR)]);
  });

  test('takes in the certificates of its learners, whenever they were issued', async () => {
    const ways = await academy.manyComplete(SOLAR, 10, { at: at('2026-01-10T12:00:00.000Z') });
    for (const way of ways) await academy.isCertified({ ...way, at: at('2026-02-10T12:00:00.000Z') });
    expect(await academy.rows({ filter: { to: '2026-01-31' } })).toMatchObject([{ completions: 10, certificatesIssued: 10 }]);
    expect(await academy.rows({ filter: { from: '2026-02-01' } })).toEqual([suppressed(SOLAR)]);
  });

  test('that ends before it begins is refused', async () => {
    const answer = await academy.asks(ana, { filter: { from: '2026-03-02', to: '2026-03-01' } });
    expect(answer.data).toEqual({ completionReport: null });
    expect(answer.errors).toMatchObject([{ code: 'BAD_USER_INPUT', message: expect.stringContaining('2026-03-02') }]);
  });

  test('can be as wide as the calendar', async () => {
    await academy.manyComplete(SOLAR, 10);
    expect(await academy.rows({ filter: { from: '0001-01-01', to: '9999-12-31' } })).toMatchObject([{ completions: 10 }]);
  });
});

describe('one course', () => {
  test('is asked for by its id', async () => {
    await academy.manyComplete(SOLAR, 11);
    await academy.manyComplete(GARDEN, 12);
    const rows = await academy.rows({ filter: { courseId: courseIdOf(SOLAR) } });
    expect(rows).toMatchObject([{ completions: 11, course: { id: courseIdOf(SOLAR) } }]);
  });

  test.each([
    ['unknown', seedId('course:unknown')],
    ['not an id at all', "1' or '1'='1"],
  ])('that is %s has no rows, and is no error', async (_, courseId) => {
    await academy.manyComplete(SOLAR, 10);
    expect(await academy.rows({ filter: { courseId } })).toEqual([]);
  });
});

describe('pages', () => {
  const COURSES: readonly (readonly [string, number])[] = [
    ['a', 12],
    ['b', 3],
    ['c', 10],
    ['d', 10],
    ['e', 1],
    ['f', 14],
  ];

  test('walk all rows once: most completions first, equal ones by course, suppressed ones last by course', async () => {
    for (const [course, count] of COURSES) await academy.manyComplete(course, count);
    const shown = COURSES.filter(([, count]) => count >= 10).map(([course, count]) => ({ id: courseIdOf(course), count }));
    shown.sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
    const hidden = COURSES.filter(([, count]) => count < 10).map(([course]) => courseIdOf(course));
    const expected = [...shown.map(({ id }) => id), ...hidden.sort()];

    const seen: (string | undefined)[] = [];
    for (let after: string | undefined, pages = 1; ; pages += 1) {
      const { rows } = await academy.report({ first: 2, ...(after === undefined ? {} : { after }) });
      expect(rows.pageInfo).toMatchObject({ hasPreviousPage: after !== undefined, hasNextPage: pages < 3 });
      seen.push(...rows.edges.map(({ node }) => node.course?.id));
      if (!rows.pageInfo.hasNextPage) break;
      after = rows.pageInfo.endCursor ?? '';
    }
    expect(seen).toEqual(expected);
  });

  test('go on behind a row that was suppressed, without its cursor telling a figure', async () => {
    await academy.manyComplete('b', 3);
    await academy.manyComplete('e', 1);
    const { rows } = await academy.report({ first: 1 });
    const cursor = rows.edges[0]?.cursor ?? '';
    const [first, second] = ['b', 'e'].map(courseIdOf).sort();
    expect(JSON.parse(Buffer.from(cursor, 'base64url').toString())).toEqual([1, 'completionReport', '', first]);
    expect(await academy.rows({ after: cursor })).toMatchObject([{ course: { id: second } }]);
  });

  test.each([
    ['more than 100 rows', { first: 101 }],
    ['no rows at all', { first: 0 }],
    ['rows after what is no cursor', { after: 'x' }],
    [
      'rows after a cursor of another list',
      { after: Buffer.from(JSON.stringify([1, 'courses', '12', seedId('x')])).toString('base64url') },
    ],
    [
      'rows after a cursor with a made-up figure',
      { after: Buffer.from(JSON.stringify([1, 'completionReport', '1e9', seedId('x')])).toString('base64url') },
    ],
  ])('a request for %s is refused', async (_, args) => {
    const answer = await academy.asks(ana, args);
    expect(answer.data).toEqual({ completionReport: null });
    expect(answer.errors.map((error) => error.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('may hold 100 rows', async () => {
    await academy.manyComplete(SOLAR, 10);
    expect(await academy.rows({ first: 100 })).toHaveLength(1);
  });
});

describe('when the facts cannot be read', () => {
  test('the report is typed unavailable, without a word of the reason, and comes back with them', async () => {
    await academy.manyComplete(SOLAR, 10);
    const owner = openDatabase({ url: academy.island.urls.owner, maxConnections: 1, name: 'owner' });
    await owner.pool`revoke select on facts from analytics_app`;
    const answer = await academy.asks(ana);
    expect(answer.data).toEqual({ completionReport: null });
    expect(answer.errors).toMatchObject([
      { code: 'ANALYTICS_UNAVAILABLE', message: 'The figures cannot be read right now; try again shortly.' },
    ]);
    await owner.pool`grant select on facts to analytics_app`;
    await owner.close();
    expect(await academy.rows()).toMatchObject([{ completions: 10 }]);
  });

  test('a database that nobody answers at is the same to an analyst', async () => {
    await academy.island.database.close();
    const answer = await academy.asks(ana);
    expect(answer.errors.map((error) => error.code)).toEqual(['ANALYTICS_UNAVAILABLE']);
  });
});
