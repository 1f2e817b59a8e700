import { person, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Academy, ana, centreIdOf, courseIdOf, openAcademy, type Row } from './academy.ts';

const noe = person('raices', 'noe', 'centre_admin');
const carla = person('raices', 'carla', 'admin');

let academy: Academy;
beforeAll(async () => {
  academy = await openAcademy();
  await academy.isPlaced('noe', 'cholula');
});
afterAll(() => academy.island.close());

/** So many learners of a centre complete a course; null: of the academy itself. */
async function complete(course: string, centre: string | null, count: number, at?: Date): Promise<void> {
  const learner = `${course}-${centre ?? 'academy'}-${at?.toISOString() ?? ''}`;
  const ways = await academy.manyComplete(course, count, { learner, ...(at === undefined ? {} : { at }) });
  if (centre !== null) for (const way of ways) await academy.isPlaced(way.learner, centre);
}

async function rowOf(course: string, principal = noe, filter: Record<string, string> = {}): Promise<Row | undefined> {
  const rows = await academy.rows({ filter: { ...filter, courseId: courseIdOf(course) } }, principal);
  return rows[0];
}

describe('the report of a centre', () => {
  test('is of its own learners, whatever others did', async () => {
    await complete('huerto', 'cholula', 12);
    await complete('huerto', 'xalapa', 15);
    await complete('huerto', null, 11);
    expect(await rowOf('huerto')).toMatchObject({ isSuppressed: false, completions: 12 });
    expect(await rowOf('huerto', ana)).toMatchObject({ completions: 38 });
    expect(await rowOf('huerto', ana, { centreId: centreIdOf('cholula') })).toMatchObject({ completions: 12 });
    expect(await rowOf('huerto', carla, { centreId: centreIdOf('xalapa') })).toMatchObject({ completions: 15 });
  });

  test('is told by no filter to the admin of another', async () => {
    expect(await rowOf('huerto', noe, { centreId: centreIdOf('xalapa') })).toBeUndefined();
    expect(await rowOf('huerto', noe, { centreId: 'x' })).toBeUndefined();
    expect(await rowOf('huerto', noe, { centreId: centreIdOf('cholula') })).toMatchObject({ completions: 12 });
  });

  test('of one that nobody stands in, or of another tenant, has no figures', async () => {
    expect(await rowOf('huerto', ana, { centreId: centreIdOf('nowhere') })).toMatchObject({
      isSuppressed: true,
      completions: null,
    });
    expect(await rowOf('huerto', ana, { centreId: 'not-an-id' })).toBeUndefined();
  });

  test('is withheld when subtracting it from the tenant’s would leave fewer than ten', async () => {
    await complete('composta', 'cholula', 20);
    await complete('composta', 'xalapa', 9);
    expect(await rowOf('composta', ana)).toMatchObject({ completions: 29 });
    expect(await rowOf('composta')).toMatchObject({ isSuppressed: true, completions: null });
  });

  test('is withheld of the smaller of two that are large when a third would be what is left of both', async () => {
    await complete('agua', 'cholula', 10);
    await complete('agua', 'xalapa', 20);
    await complete('agua', null, 3);
    expect(await rowOf('agua')).toMatchObject({ isSuppressed: true });
    expect(await rowOf('agua', ana, { centreId: centreIdOf('xalapa') })).toMatchObject({ completions: 20 });
  });

  test('is withheld for a period after which a few of another centre completed', async () => {
    await complete('sol', 'cholula', 10, new Date('2026-01-10T12:00:00.000Z'));
    await complete('sol', 'xalapa', 10, new Date('2026-01-10T12:00:00.000Z'));
    await complete('sol', null, 4, new Date('2026-02-10T12:00:00.000Z'));
    expect(await rowOf('sol', noe, { to: '2026-01-31' })).toMatchObject({ isSuppressed: true });
  });
});

test('where a learner and the admin stand now decides, in whatever order it was told', async () => {
  await complete('pan', 'cholula', 10);
  expect(await rowOf('pan')).toMatchObject({ completions: 10 });
  await academy.isPlaced('noe', 'xalapa', 3);
  await academy.isPlaced('noe', 'cholula', 2);
  expect(await rowOf('pan')).toMatchObject({ isSuppressed: true });
  await academy.isPlaced('noe', null, 4);
  expect(await rowOf('pan')).toMatchObject({ isSuppressed: true });
  await academy.isPlaced('noe', 'cholula', 5);
  expect(await rowOf('pan')).toMatchObject({ completions: 10 });
});

test('an admin of whom nobody told stands in the academy itself', async () => {
  await complete('miel', null, 10);
  const stranger = { ...noe, userId: userIdOf('raices', 'nobody-told') };
  expect(await rowOf('miel', stranger)).toMatchObject({ completions: 10 });
  expect(await rowOf('huerto', stranger)).toMatchObject({ completions: 11 });
});
