import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notificationRequested, notificationSent } from '@academy/contracts';
import type { UserPrincipal } from '@academy/kernel';
import { migrate } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { openTestDatabase } from '@academy/testing/databases';
import type { TestIsland } from '@academy/testing/island';
import { person, tenantIdOf, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { defineUsers } from '../src/subgraph.ts';
import type { Services } from '../src/worker-context.ts';
import { notify } from './notify.ts';
import { openUsers, SEEDED_AT } from './open-users.ts';

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');

/** As the version before numbers did. */
function insertion(of: { tenantId: string; userId: string; sentAt: string; id?: string }): string {
  return `insert into notifications (tenant_id, id, user_id, certification_id, topic, text, sent_at)
    values ('${of.tenantId}', '${of.id ?? newId()}', '${of.userId}', '${newId()}', 'certification.issued', 'x', '${of.sentAt}')`;
}

describe('a person’s notifications', () => {
  let users: TestIsland<Services>;
  beforeAll(async () => {
    users = await openUsers();
  });
  afterAll(() => users.close());

  let learner: UserPrincipal;
  let learners = 0;
  beforeEach(() => {
    learners += 1;
    learner = person('raices', `learner-${String(learners).padStart(2, '0')}`, 'learner');
  });

  async function numbers(userId: string, tenantId = raices): Promise<number[]> {
    const rows = await users.inTenant(tenantId, (tx) =>
      tx.execute<{ number: number }>(`select number from notifications where user_id = '${userId}' order by number`),
    );
    return rows.map((row) => row.number);
  }

  async function told(userId: string) {
    return (await users.emitted(raices, notificationSent)).filter((event) => event.subject === userId);
  }

  test('are numbered from 1, each person’s by themselves', async () => {
    const other = person('raices', 'learner-30', 'learner');
    const before = (await numbers(other.userId)).length;
    for (const one of [learner, other, learner, learner]) await notify(users, one);
    expect(await numbers(learner.userId)).toEqual([1, 2, 3]);
    expect(await numbers(other.userId)).toHaveLength(before + 1);
  });

  test('that are stored at once are numbered without gaps, and told in the order of their numbers', async () => {
    await Promise.all(Array.from({ length: 12 }, () => notify(users, learner)));
    const expected = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(await numbers(learner.userId)).toEqual(expected);
    expect((await told(learner.userId)).map((event) => event.data.number)).toEqual(expected);
  });

  test('leave no gap where one was rolled back', async () => {
    await notify(users, learner);
    const failing = users.inTenant(raices, async (tx) => {
      await tx.execute(insertion({ ...learner, sentAt: '2026-03-02T16:00:00Z' }));
      throw new Error('The rest of the transaction failed.');
    });
    await expect(failing).rejects.toThrow('The rest');
    await notify(users, learner);
    expect(await numbers(learner.userId)).toEqual([1, 2]);
  });

  test('bear the number in their event, with the person as its subject, also when the request came twice', async () => {
    const event = await notify(users, learner);
    await notify(users, learner);
    await users.deliver(notificationRequested, { ...event, occurredAt: new Date(event.occurredAt) });
    expect(await told(learner.userId)).toMatchObject([{ data: { number: 1 } }, { data: { number: 2 } }]);
  });

  test('are numbered for a worker of the version before as well', async () => {
    await notify(users, learner);
    await users.inTenant(raices, (tx) => tx.execute(insertion({ ...learner, sentAt: '2026-03-02T16:00:00Z' })));
    await notify(users, learner);
    expect(await numbers(learner.userId)).toEqual([1, 2, 3]);
  });

  test('take no number that is chosen for them', async () => {
    const chosen = `insert into notifications (tenant_id, id, user_id, certification_id, topic, text, sent_at, number)
      values ('${raices}', '${newId()}', '${learner.userId}', '${newId()}', 'x', 'x', now(), 40)`;
    await users.inTenant(raices, (tx) => tx.execute(chosen));
    expect(await numbers(learner.userId)).toEqual([1]);
  });
});

test('notifications from before are numbered by when they were sent, person by person, in every tenant', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'academy-migrations-'));
  const { migrations } = defineUsers();
  const copy = (file: string) => cp(join(migrations, file), join(folder, file));
  await copy('0001_users.sql');
  const old = await openTestDatabase({
    adminUrl: inject('adminDatabaseUrl'),
    runId: inject('runId'),
    island: 'users',
    migrations: folder,
  });
  for (const [tenantId, slug] of [
    [raices, 'raices'],
    [solaris, 'solaris'],
  ] as const) {
    await old.database.inTenant(tenantId, 'write', async (tx) => {
      const at = SEEDED_AT.toISOString();
      await tx.execute(`insert into tenant_directory values ('${tenantId}', '${slug}', '${slug}', 'ACTIVE', '{}', '${at}')`);
      for (const key of ['alice', 'learner-01', 'diego'])
        await tx.execute(`insert into users values ('${tenantId}', '${userIdOf(slug, key)}', '${key}', null, '${at}', '${at}')`);
    });
  }
  const [first, second] = [newId(), newId()];
  const alice = { tenantId: raices, userId: userIdOf('raices', 'alice') };
  const rows = [
    { ...alice, sentAt: '2026-03-02T10:00:00Z', id: second },
    { ...alice, sentAt: '2026-03-02T10:00:00Z', id: first },
    { ...alice, sentAt: '2026-03-01T10:00:00Z' },
    { tenantId: raices, userId: userIdOf('raices', 'learner-01'), sentAt: '2026-03-03T10:00:00Z' },
    { tenantId: solaris, userId: userIdOf('solaris', 'diego'), sentAt: '2026-03-03T10:00:00Z' },
  ];
  for (const row of rows) await old.database.inTenant(row.tenantId, 'write', (tx) => tx.execute(insertion(row)));

  await copy('0002_notification_numbers.sql');
  expect(await migrate(old.owner, folder)).toEqual(['island/0002_notification_numbers.sql']);

  const numbered = async (tenantId: string, userId: string) =>
    old.database.inTenant(tenantId, 'read', (tx) =>
      tx.execute<{ id: string; number: number }>(
        `select id, number from notifications where user_id = '${userId}' order by number`,
      ),
    );
  const ofAlice = await numbered(raices, alice.userId);
  expect(ofAlice.map((row) => row.number)).toEqual([1, 2, 3]);
  expect(ofAlice.slice(1).map((row) => row.id)).toEqual([first, second]);
  expect(await numbered(raices, userIdOf('raices', 'learner-01'))).toMatchObject([{ number: 1 }]);
  expect(await numbered(solaris, userIdOf('solaris', 'diego'))).toMatchObject([{ number: 1 }]);
  await old.drop();
  await rm(folder, { recursive: true });
});
