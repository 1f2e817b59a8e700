import { courseCompleted } from '@academy/contracts';
import { type Persona, seedId } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { person, visitor, worker } from '@academy/testing/people';
import { describe, expect, inject, test } from 'vitest';
import { analysts, completionOf, courseIdOf, openAcademyYear, raices, wayOf, waysOf } from './academy-year.ts';

const MARCH = '2026-03-10T12:00:00.000Z';

describe('completions', () => {
  test('of nine learners are suppressed, and of ten are shown', async () => {
    await using year = await openAcademyYear();
    await year.complete(waysOf('raices', 'huerto', 9), MARCH);
    const withheld = { completions: null, certificatesIssued: null, officialCertificatesIssued: null };
    expect(await year.row('huerto')).toEqual({ course: { id: courseIdOf('raices', 'huerto') }, isSuppressed: true, ...withheld });
    await year.complete([wayOf('raices', 'huerto', 'alice')], MARCH);
    expect(await year.row('huerto')).toMatchObject({ isSuppressed: false, completions: 10, certificatesIssued: 0 });
  });

  test('delivered twice count once', async () => {
    await using year = await openAcademyYear();
    await year.complete(waysOf('raices', 'huerto', 10), MARCH);
    const event = { ...completionOf(wayOf('raices', 'huerto', 'alice'), MARCH), id: seedId('event:alice') };
    await year.island.deliver(courseCompleted, event);
    await year.island.deliver(courseCompleted, event);
    expect(await year.row('huerto')).toMatchObject({ completions: 11 });
    const stored = await year.island.inTenant(raices, (tx) => tx.execute('select 1 from facts'));
    expect(stored).toHaveLength(11);
  });

  test('of the same learner count once, in the period of the first', async () => {
    await using year = await openAcademyYear();
    await year.complete(waysOf('raices', 'huerto', 10), '2026-03-10T12:00:00.000Z');
    await year.complete(waysOf('raices', 'huerto', 10), '2026-04-10T12:00:00.000Z');
    expect(await year.row('huerto')).toMatchObject({ completions: 10 });
    expect(await year.row('huerto', { to: '2026-03-31' })).toMatchObject({ completions: 10 });
    expect(await year.row('huerto', { from: '2026-04-01' })).toMatchObject({ isSuppressed: true });
  });

  test('belong to the UTC day on which they happened, first and last instant included', async () => {
    await using year = await openAcademyYear();
    await year.complete(waysOf('raices', 'huerto', 10, 1), '2026-03-09T23:59:59.999Z');
    await year.complete(waysOf('raices', 'huerto', 11, 101), '2026-03-10T00:00:00.000Z');
    await year.complete(waysOf('raices', 'huerto', 12, 201), '2026-03-10T23:59:59.999Z');
    await year.complete(waysOf('raices', 'huerto', 13, 301), '2026-03-11T00:00:00.000Z');
    expect(await year.row('huerto', { from: '2026-03-10', to: '2026-03-10' })).toMatchObject({ completions: 23 });
    expect(await year.row('huerto', { to: '2026-03-09' })).toMatchObject({ completions: 10 });
    expect(await year.row('huerto', { from: '2026-03-11' })).toMatchObject({ completions: 13 });
  });

  test('that arrive late count on the day on which they happened, in months without a partition too', async () => {
    await using year = await openAcademyYear();
    await year.complete(waysOf('raices', 'huerto', 10, 1), MARCH);
    await year.complete(waysOf('raices', 'huerto', 10, 101), '2026-01-31T12:00:00.000Z');
    await year.complete(waysOf('raices', 'huerto', 10, 201), '2019-06-30T12:00:00.000Z');
    expect(await year.row('huerto', { to: '2026-01-31' })).toMatchObject({ completions: 20 });
    expect(await year.row('huerto')).toMatchObject({ completions: 30 });
  });
});

describe('figures of a part', () => {
  test('are suppressed when the rest is too small: the whole minus the part would show it', async () => {
    await using year = await openAcademyYear();
    await year.complete(waysOf('raices', 'huerto', 20, 1), MARCH);
    await year.complete([wayOf('raices', 'huerto', 'alice')], '2026-03-11T12:00:00.000Z');
    expect(await year.row('huerto')).toMatchObject({ completions: 21 });
    expect(await year.row('huerto', { to: '2026-03-10' })).toMatchObject({ isSuppressed: true, completions: null });
    expect(await year.row('huerto', { from: '2026-03-11' })).toMatchObject({ isSuppressed: true, completions: null });
  });

  test('do not tell whether anybody completed the course on a day', async () => {
    await using year = await openAcademyYear();
    await year.complete(waysOf('raices', 'huerto', 20), MARCH);
    await year.complete([wayOf('raices', 'huerto', 'alice')], '2026-03-11T12:00:00.000Z');
    const [busy, quiet] = await Promise.all(
      ['2026-03-11', '2026-03-12'].map((day) => year.report({ filter: { from: day, to: day } })),
    );
    expect(busy?.rows).toEqual(quiet?.rows);
    expect(busy?.rows.edges).toHaveLength(1);
  });
});

describe('certificates', () => {
  test('are those of the learners who completed in the period, whenever they were issued, without the revoked', async () => {
    await using year = await openAcademyYear();
    const march = waysOf('raices', 'huerto', 12, 1);
    const april = waysOf('raices', 'huerto', 10, 101);
    await year.complete(march, MARCH);
    await year.complete(april, '2026-04-10T12:00:00.000Z');
    await year.certify([...march.slice(0, 11), ...april.slice(0, 3)], '2026-05-01T12:00:00.000Z');
    const [first, second] = march;
    if (first === undefined || second === undefined) throw new Error('There are twelve learners.');
    await year.revoke(first, '2026-06-01T12:00:00.000Z');
    await year.reachStatus(second, 'IN_PROCESS', '2026-05-02T12:00:00.000Z');
    await year.reachStatus(second, 'ISSUED', '2026-08-01T12:00:00.000Z');
    expect(await year.row('huerto', { to: '2026-03-31' })).toMatchObject({
      completions: 12,
      certificatesIssued: 10,
      officialCertificatesIssued: 1,
    });
    expect(await year.row('huerto')).toMatchObject({ completions: 22, certificatesIssued: 13, officialCertificatesIssued: 1 });
  });

  test('are revoked also when the revocation arrives before the issue, or twice', async () => {
    await using year = await openAcademyYear();
    const ways = waysOf('raices', 'huerto', 10);
    const [first] = ways;
    if (first === undefined) throw new Error('There are ten learners.');
    await year.revoke(first, '2026-03-12T12:00:00.000Z');
    await year.revoke(first, '2026-03-13T12:00:00.000Z');
    await year.complete(ways, MARCH);
    await year.certify(ways, MARCH);
    expect(await year.row('huerto')).toMatchObject({ certificatesIssued: 9 });
  });
});

describe('a report', () => {
  test('lists a course as soon as somebody has enrolled in it, and none for an id that names no course', async () => {
    await using year = await openAcademyYear();
    await year.enrols(wayOf('raices', 'huerto', 'alice'), MARCH);
    expect(await year.row('huerto')).toMatchObject({ isSuppressed: true });
    for (const courseId of [seedId('course:raices:nothing'), 'huerto', '']) {
      expect((await year.report({ filter: { courseId } })).rows.edges).toEqual([]);
    }
  });

  test('is paged from most completions to the suppressed rows, with nothing left out and nothing twice', async () => {
    await using year = await openAcademyYear();
    const sizes = { 'a-large': 12, 'b-large': 12, 'c-largest': 14, 'd-small': 3, 'e-small': 9 };
    for (const [course, size] of Object.entries(sizes)) await year.complete(waysOf('raices', course, size), MARCH);
    const whole = await year.report();
    expect(whole.rows.edges.map((edge) => edge.node.completions)).toEqual([14, 12, 12, null, null]);
    const paged: typeof whole.rows.edges = [];
    for (let after: string | null = null, pages = 1; ; pages += 1) {
      const { rows } = await year.report({ first: 2, after });
      paged.push(...rows.edges);
      expect(rows.pageInfo.hasPreviousPage).toBe(pages > 1);
      after = rows.pageInfo.endCursor;
      if (!rows.pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(whole.rows.edges);
    const ids = whole.rows.edges.map((edge) => edge.node.course.id);
    expect(ids.slice(1, 3)).toEqual(ids.slice(1, 3).toSorted());
    expect(ids.slice(3)).toEqual(ids.slice(3).toSorted());
  });

  test('shows a tenant nothing of another', async () => {
    await using year = await openAcademyYear();
    await year.complete(waysOf('raices', 'huerto', 12), MARCH);
    const foreign = { filter: { courseId: courseIdOf('raices', 'huerto') } };
    expect((await year.report(foreign, analysts.solaris)).rows.edges).toEqual([]);
    const own = await year.report({}, analysts.solaris);
    expect(own).toMatchObject({ asOf: null, rows: { edges: [] } });
    expect((await year.report()).rows.edges).toHaveLength(1);
  });

  test.each<Exclude<Persona, 'service'>>(['analyst', 'admin', 'super_admin'])('is for the %s', async (persona) => {
    await using year = await openAcademyYear();
    expect(await year.report({}, person('raices', 'ana', persona))).toMatchObject({
      dataSource: 'REALTIME',
      minimumGroupSize: 10,
    });
  });

  test('is for nobody else', async () => {
    await using year = await openAcademyYear();
    const others: Exclude<Persona, 'service'>[] = [
      'learner',
      'instructor',
      'mentor',
      'evaluator',
      'verifier',
      'certifier',
      'centre_admin',
      'auditor',
      'employer',
      'privacy_officer',
    ];
    const strangers = [
      ...others.map((persona) => person('raices', 'x', persona)),
      visitor('raices'),
      worker('raices', 'courses-worker', []),
    ];
    for (const stranger of strangers) {
      expect(await year.ask({}, stranger)).toMatchObject({ data: { completionReport: null }, errors: [{ code: 'FORBIDDEN' }] });
    }
  });

  test.each([
    ['more rows than a page may have', { first: 101 }],
    ['the cursor of no list', { after: 'cursor' }],
    ['a forged cursor', { after: Buffer.from(JSON.stringify([1, 'completionReport', '1e9', 'x'])).toString('base64url') }],
    ['a period that ends before it begins', { filter: { from: '2026-03-02', to: '2026-03-01' } }],
  ])('refuses %s', async (_what, variables) => {
    await using year = await openAcademyYear();
    expect(await year.ask(variables)).toMatchObject({ data: { completionReport: null }, errors: [{ code: 'BAD_USER_INPUT' }] });
  });

  test('that cannot be read is ANALYTICS_UNAVAILABLE, and is read again when the database is back', async () => {
    await using year = await openAcademyYear();
    const name = new URL(year.island.urls.app).pathname.slice(1);
    const admin = openDatabase({ url: inject('adminDatabaseUrl'), maxConnections: 1, name: 'operator' });
    await admin.pool.unsafe(`alter database "${name}" allow_connections false`);
    await admin.pool`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    expect(await year.ask()).toMatchObject({ data: { completionReport: null }, errors: [{ code: 'ANALYTICS_UNAVAILABLE' }] });
    await admin.pool.unsafe(`alter database "${name}" allow_connections true`);
    await admin.close();
    expect((await year.ask()).errors).toEqual([]);
  });
});
