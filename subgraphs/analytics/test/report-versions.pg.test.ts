import { reportUpdated } from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { person, type TenantSlug, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onCourseCompleted } from '../src/events/courses-course-completed.ts';
import { type Academy, ana, andres, openAcademy } from './academy.ts';

let academy: Academy;
beforeEach(async () => {
  academy = await openAcademy();
});
afterEach(() => academy.island.close());

const SOLAR = 'instalacion-fotovoltaica';
const bea = { course: SOLAR, learner: 'bea' };
const raices = tenantIdOf('raices');

const VERSION = '{ reportVersion(report: COMPLETION) { version changedAt } }';

async function current(principal = ana): Promise<{ version: number; changedAt: string | null }> {
  const answer = await academy.island.ask(principal, VERSION);
  expect(answer.errors).toEqual([]);
  return answer.data?.['reportVersion'] as { version: number; changedAt: string | null };
}
const version = async () => (await current()).version;

/** Versions that watchers of a tenant were told of, in order. */
async function told(slug: TenantSlug = 'raices'): Promise<number[]> {
  return (await academy.island.emitted(tenantIdOf(slug), reportUpdated)).map((event) => event.data.version);
}

/** What is due within the time in which changes gather is done. */
async function tells(): Promise<void> {
  academy.island.clock.advance(SECOND_MS);
  await academy.island.runDueJobs();
}

/** The relay publishes what lies in the outbox. */
async function relays(): Promise<void> {
  await academy.island.resources.relayDatabase.pool`update outbox set published_at = now() where published_at is null`;
}

describe('the version of the report', () => {
  test('is 0, since never, before anything was counted', async () => {
    expect(await current()).toEqual({ version: 0, changedAt: null });
  });

  test('grows by one with each fact that can change a figure, and says since when', async () => {
    await academy.enrolls(bea);
    expect(await current()).toEqual({ version: 1, changedAt: academy.island.clock.now().toISOString() });
    academy.island.clock.advance(SECOND_MS);
    await academy.completes(bea);
    expect(await current()).toEqual({ version: 2, changedAt: academy.island.clock.now().toISOString() });
    await academy.isCertified(bea);
    await academy.caseBecomes(bea, 'ISSUED');
    await academy.losesCertificate(bea);
    expect(await version()).toBe(5);
  });

  test('stays when another learner enrols in a course that has a row already', async () => {
    await academy.enrolls(bea);
    await academy.enrolls({ course: SOLAR, learner: 'cleo' });
    expect(await version()).toBe(1);
    await academy.enrolls({ course: 'composta', learner: 'cleo' });
    expect(await version()).toBe(2);
  });

  test('stays when a learner completes a course again, and grows when it turns out that she did so earlier', async () => {
    await academy.completes({ ...bea, at: new Date('2026-02-10T10:00:00.000Z') });
    await academy.completes({ ...bea, at: new Date('2026-02-20T10:00:00.000Z') });
    expect(await version()).toBe(1);
    await academy.completes({ ...bea, at: new Date('2026-01-20T10:00:00.000Z') });
    expect(await version()).toBe(2);
  });

  test('stays when an event is delivered twice, or counts for nothing', async () => {
    const { id } = await academy.isCertified(bea);
    await academy.isCertified({ ...bea, id });
    for (const status of ['SUBMITTED', 'IN_PROCESS', 'REJECTED'] as const) await academy.caseBecomes(bea, status);
    expect(await version()).toBe(1);
  });

  test('stays when an event is delivered again whose first delivery was forgotten', async () => {
    const { id } = await academy.isCertified(bea);
    const owner = openDatabase({ url: academy.island.urls.owner, maxConnections: 1, name: 'owner' });
    await owner.inTenant(raices, 'write', (tx) => tx.execute('delete from inbox'));
    await owner.close();
    await academy.isCertified({ ...bea, id });
    expect([await academy.factCount(), await version()]).toEqual([1, 1]);
  });

  test('never goes back in time, whatever the clock of the next worker says', async () => {
    await academy.completes(bea);
    const { changedAt } = await current();
    academy.island.clock.advance(-60 * SECOND_MS);
    await academy.isCertified(bea);
    expect(await current()).toEqual({ version: 2, changedAt });
  });

  test('counts every change, when many happen at once', async () => {
    const learners = Array.from({ length: 12 }, (_, index) => `learner-${index}`);
    await Promise.all(
      learners.flatMap((learner) => [
        academy.completes({ course: SOLAR, learner }),
        academy.isCertified({ course: SOLAR, learner }),
      ]),
    );
    expect(await version()).toBe(24);
  });

  test('is each tenant’s own', async () => {
    await academy.completes(bea);
    await academy.completes({ ...bea, tenant: 'solaris' });
    await academy.isCertified({ ...bea, tenant: 'solaris' });
    expect([await version(), (await current(andres)).version]).toEqual([1, 2]);
  });

  test.each([
    ['learner', 'learner-1'],
    ['instructor', 'ines'],
    ['mentor', 'mateo'],
    ['evaluator', 'bruno'],
    ['verifier', 'violeta'],
    ['certifier', 'celia'],
    ['centre_admin', 'noe'],
    ['auditor', 'aurelio'],
    ['employer', 'emma'],
    ['privacy_officer', 'pilar'],
  ] as const)('is not for whoever acts as %s', async (persona, key) => {
    const answer = await academy.island.ask(person('raices', key, persona), VERSION);
    expect(answer).toMatchObject({ data: null, errors: [{ code: 'FORBIDDEN' }] });
  });

  test.each([
    ['a visitor', visitor('raices')],
    ['a process', worker('raices', 'courses-worker', ['progress.read'])],
  ])('is not for %s', async (_, principal) => {
    expect(await academy.island.ask(principal, VERSION)).toMatchObject({ data: null, errors: [{ code: 'FORBIDDEN' }] });
  });
});

describe('whoever watches', () => {
  test('is told of changes that come together once, by the last version, with no figure', async () => {
    await academy.manyComplete(SOLAR, 5);
    expect(await told()).toEqual([]);
    await tells();
    const [event, ...more] = await academy.island.emitted(raices, reportUpdated);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ subject: 'COMPLETION', occurredAt: (await current()).changedAt });
    expect(event?.data).toEqual({ report: 'COMPLETION', version: 5 });
  });

  test('is told of changes within a second of the first, however they go on', async () => {
    await academy.completes(bea);
    academy.island.clock.advance(SECOND_MS - 1);
    await academy.isCertified(bea);
    academy.island.clock.advance(1);
    await academy.island.runDueJobs();
    expect(await told()).toEqual([2]);
  });

  test('is told of what changes later by another event', async () => {
    await academy.completes(bea);
    await tells();
    await relays();
    await tells();
    expect(await told()).toEqual([1]);
    await academy.isCertified(bea);
    await tells();
    expect(await told()).toEqual([1, 2]);
  });

  test('finds one event in the outbox, however long the relay is away, and the newest version once it is back', async () => {
    for (let learner = 1; learner <= 3; learner += 1) {
      await academy.completes({ course: SOLAR, learner: `learner-${learner}` });
      await tells();
    }
    expect(await told()).toEqual([1]);
    await relays();
    await tells();
    expect(await told()).toEqual([1, 3]);
  });

  test('is told at last of every change, when changes and tellings happen at once', async () => {
    const learners = Array.from({ length: 16 }, (_, index) => `learner-${index}`);
    await Promise.all(
      learners.map(async (learner) => {
        await academy.completes({ course: SOLAR, learner });
        academy.island.clock.advance(SECOND_MS);
        await academy.island.runDueJobs();
        await relays();
      }),
    );
    await relays();
    await tells();
    const versions = await told();
    expect(versions.at(-1)).toBe(16);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
  });

  test('is told of her own tenant’s changes alone', async () => {
    await academy.completes({ ...bea, tenant: 'solaris' });
    await tells();
    expect([await told(), await told('solaris')]).toEqual([[], [1]]);
  });

  test('is not told of a change that was rolled back', async () => {
    const event = await academy.completes(bea);
    const other = { ...event, id: newId(), occurredAt: '2026-01-01T00:00:00.000Z' };
    const failing = academy.island.inTenant(raices, async (tx) => {
      await onCourseCompleted.react(tx, other as never, academy.island.context);
      throw new Error('The rest of the transaction failed.');
    });
    await expect(failing).rejects.toThrow('The rest');
    await tells();
    expect([await version(), await told(), await academy.factCount()]).toEqual([1, [1], 1]);
  });
});
