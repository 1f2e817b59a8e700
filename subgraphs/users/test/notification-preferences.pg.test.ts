import { notificationRequested, notificationsRead } from '@academy/contracts';
import type { Principal, UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { TestIsland } from '@academy/testing/island';
import { people, person, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NotificationTopic } from '../src/domain/notification-topics.ts';
import { markUndeliverable } from '../src/store/undeliverable-addresses.ts';
import type { Services } from '../src/worker-context.ts';
import { notify } from './notify.ts';
import { openUsers } from './open-users.ts';

let users: TestIsland<Services>;
beforeAll(async () => {
  users = await openUsers({
    outboundPolicy: { ports: [443], allowedHosts: [] },
    mail: { by: 'smtp', server: { host: '127.0.0.1', port: 9, isImplicitTls: false }, from: 'avisos@academia.example' },
  });
});
afterAll(() => users.close());

const raices = tenantIdOf('raices');
let learner: UserPrincipal;
let other: UserPrincipal;
let count = 0;
beforeEach(() => {
  count += 2;
  learner = person('raices', `learner-${String(count).padStart(2, '0')}`, 'learner');
  other = person('raices', `learner-${String(count + 1).padStart(2, '0')}`, 'learner');
});

const PREFERENCES = '{ notificationPreferences { language emailDelivery choices { group channel isOn isRequired } } }';
const SET = `mutation ($input: NotificationPreferenceSetInput!) { notificationPreferenceSet(input: $input) { __typename
  ... on NotificationPreferenceSetSuccess { preferences { language emailDelivery choices { group channel isOn } } } ... on UserError { code message } } }`;
const READ = `mutation ($input: NotificationsMarkReadInput!) { notificationsMarkRead(input: $input) { __typename
  ... on NotificationsMarkReadSuccess { markedCount inbox { unreadCount version changedAt } } ... on UserError { code message } } }`;
const INBOX = '{ notificationInbox { unreadCount version changedAt } }';
const NOTICES = '{ me { notifications { edges { node { id topic text language readAt } } } } }';

type Preferences = { language: string; emailDelivery: string; choices: { group: string; channel: string; isOn: boolean }[] };
async function preferences(who: Principal): Promise<Preferences | null> {
  const answer = await users.ask(who, PREFERENCES);
  return (answer.data as { notificationPreferences: Preferences | null }).notificationPreferences;
}
async function set(who: Principal, input: object): Promise<Record<string, unknown>> {
  const { data } = await users.ask(who, SET, { input: { idempotencyKey: newId(), ...input } });
  return data?.['notificationPreferenceSet'] as Record<string, unknown>;
}
async function read(who: Principal, input: object): Promise<Record<string, unknown>> {
  const { data } = await users.ask(who, READ, { input });
  return data?.['notificationsMarkRead'] as Record<string, unknown>;
}
async function inbox(who: Principal): Promise<{ unreadCount: number; version: number; changedAt: string | null } | null> {
  const { data } = await users.ask(who, INBOX);
  return (data as { notificationInbox: { unreadCount: number; version: number; changedAt: string | null } | null })
    .notificationInbox;
}
async function notices(
  who: Principal,
): Promise<{ id: string; topic: string; text: string; language: string; readAt: string | null }[]> {
  const { data } = await users.ask(who, NOTICES);
  return (data as { me: { notifications: { edges: { node: never }[] } } }).me.notifications.edges.map(({ node }) => node);
}
function ask(topic: Exclude<NotificationTopic, 'standard.changed'>, { tenantId, userId }: UserPrincipal) {
  const certificationId = newId();
  const nothing = { officialFolio: null, rejectionReason: null, missedCriteria: [], days: null, lastDay: null };
  const data = { certificationId, userId, topic, courseTitle: 'Instalación fotovoltaica', occasion: topic, ...nothing };
  return users.deliver(notificationRequested, { tenantId, subject: certificationId, data });
}
async function dueEmails(who: UserPrincipal): Promise<number> {
  const rows = await users.inTenant(who.tenantId, async (tx) => [
    ...(await tx.execute(
      `select 1 from notification_sendings s join notifications n on n.id = s.notification_id where n.user_id = '${who.userId}'`,
    )),
  ]);
  return rows.length;
}

describe('how a person is told of things', () => {
  test('is Spanish and the quiet defaults until she chooses', async () => {
    const hers = await preferences(learner);
    expect([hers?.language, hers?.emailDelivery]).toEqual(['ES', 'WORKING']);
    expect(hers?.choices).toHaveLength(10);
    expect(hers?.choices).toContainEqual({ group: 'PROGRESS', channel: 'EMAIL', isOn: false, isRequired: false });
    expect(hers?.choices).toContainEqual({ group: 'RESULTS', channel: 'IN_APP', isOn: true, isRequired: true });
  });

  test('is as she chose from then on, in text and by channel, and nobody else’s changes', async () => {
    const choices = [
      { group: 'PROGRESS', channel: 'EMAIL', isOn: true },
      { group: 'RESULTS', channel: 'EMAIL', isOn: false },
    ];
    expect(await set(learner, { language: 'EN', choices })).toMatchObject({ preferences: { language: 'EN' } });
    await ask('certification.submitted', learner);
    await ask('certification.issued', learner);
    const [issued, submitted] = await notices(learner);
    expect(issued).toMatchObject({
      language: 'EN',
      text: expect.stringMatching(/^Congratulations! Your certificate for the course “Instalación/),
    });
    expect(submitted).toMatchObject({ language: 'EN', text: expect.stringMatching(/^CONOCER has your application/) });
    expect(await dueEmails(learner)).toBe(1);
    expect((await preferences(other))?.language).toBe('ES');
    await ask('certification.issued', other);
    expect((await notices(other))[0]).toMatchObject({
      language: 'ES',
      text: expect.stringMatching(/^¡Felicidades! Tu certificado del curso/),
    });
  });

  test('off in the academy means that it is kept and rings nowhere', async () => {
    await set(learner, { choices: [{ group: 'PROGRESS', channel: 'IN_APP', isOn: false }] });
    await ask('certification.submitted', learner);
    expect(await inbox(learner)).toMatchObject({ unreadCount: 0 });
    expect((await notices(learner))[0]?.readAt).toBe(users.clock.now().toISOString());
  });

  test('cannot leave out decisions on her case, and then nothing of the change holds', async () => {
    const choices = [
      { group: 'PROGRESS', channel: 'EMAIL', isOn: true },
      { group: 'RESULTS', channel: 'IN_APP', isOn: false },
    ];
    expect(await set(learner, { language: 'EN', choices })).toMatchObject({
      __typename: 'InvalidStateError',
      code: 'INVALID_STATE',
    });
    expect(await preferences(learner)).toMatchObject({ language: 'ES' });
  });

  test('a repeated key changes nothing, and with another input it is a conflict', async () => {
    const idempotencyKey = newId();
    await set(learner, { language: 'EN', idempotencyKey });
    await set(learner, { language: 'ES' });
    expect(await set(learner, { language: 'EN', idempotencyKey })).toMatchObject({ preferences: { language: 'ES' } });
    expect(await set(learner, { language: 'ES', idempotencyKey })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  test('says that her address takes no mail, until she has it tried again', async () => {
    const { data } = await users.ask(learner, '{ me { email } }');
    const { email } = (data as { me: { email: string } }).me;
    const of = { tenantId: raices, userId: learner.userId, email };
    await users.inTenant(raices, (tx) =>
      markUndeliverable(tx, users.context.vault, of, { failure: 'SMTP_550', since: users.clock.now() }),
    );
    expect((await preferences(learner))?.emailDelivery).toBe('BOUNCED');
    expect((await preferences(other))?.emailDelivery).toBe('WORKING');
    expect(await set(learner, { retryEmail: true })).toMatchObject({ preferences: { emailDelivery: 'WORKING' } });
  });

  test.each([
    ['a visitor', visitor('raices')],
    ['a process', worker('raices', 'certification-worker', ['profile.read'])],
  ] as const)('is nothing that %s has', async (_who, principal) => {
    for (const [query, variables] of [
      [PREFERENCES, {}],
      [INBOX, {}],
      [SET, { input: { language: 'EN', idempotencyKey: newId() } }],
      [READ, { input: { upToNumber: 1 } }],
    ] as const) {
      const answer = await users.ask(principal, query, variables);
      expect(Object.values(answer.data ?? { none: null })).toEqual([null]);
      expect(answer.errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    }
  });

  test('stays within her tenant, whatever it says of the same person’s id', async () => {
    await set(learner, { language: 'EN' });
    const elsewhere: UserPrincipal = { ...learner, tenantId: tenantIdOf('solaris') };
    expect(await preferences(elsewhere)).toMatchObject({ language: 'ES' });
  });
});

describe('what a person has not read', () => {
  test('is counted, and fewer when she reads some, by id or by number; those who watch are told', async () => {
    expect(await inbox(learner)).toEqual({ unreadCount: 0, version: 0, changedAt: null });
    for (const folio of ['F-1', 'F-2', 'F-3']) await notify(users, learner, folio);
    expect(await inbox(learner)).toMatchObject({ unreadCount: 3, version: 3 });
    const [, second] = await notices(learner);
    users.clock.advance(1_000);
    const ids = [second?.id];
    expect(await read(learner, { ids })).toMatchObject({
      markedCount: 1,
      inbox: { unreadCount: 2, version: 4, changedAt: users.clock.now().toISOString() },
    });
    expect(await read(learner, { ids })).toMatchObject({ markedCount: 0, inbox: { unreadCount: 2, version: 4 } });
    expect(await read(learner, { upToNumber: 3 })).toMatchObject({ markedCount: 2, inbox: { unreadCount: 0, version: 6 } });
    const told = (await users.emitted(raices, notificationsRead)).filter(({ subject }) => subject === learner.userId);
    expect(told.map(({ data }) => data)).toEqual([{ userId: learner.userId }, { userId: learner.userId }]);
  });

  test('is nobody else’s to read: not one is marked when one of them is another’s', async () => {
    await notify(users, learner, 'F-1');
    await notify(users, other, 'F-1');
    const [[hers], [others]] = await Promise.all([notices(learner), notices(other)]);
    expect(await read(learner, { ids: [hers?.id, others?.id] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await read({ ...other, tenantId: tenantIdOf('solaris') } as UserPrincipal, { ids: [others?.id] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect([await inbox(learner), await inbox(other)]).toMatchObject([{ unreadCount: 1 }, { unreadCount: 1 }]);
    expect(await read(learner, { upToNumber: 100 })).toMatchObject({ markedCount: 1 });
    expect(await inbox(other)).toMatchObject({ unreadCount: 1 });
  });

  test.each([
    [{}, 'ids'],
    [{ ids: [newId()], upToNumber: 1 }, 'ids'],
    [{ ids: [] }, 'ids'],
    [{ ids: Array.from({ length: 101 }, () => newId()) }, '101'],
    [{ upToNumber: 0 }, 'got 0'],
  ])('is not read by %j', async (input, word) => {
    expect(await read(people.raices.alice, input)).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(word),
    });
  });

  test('is not read by what is no id', async () => {
    expect(await read(learner, { ids: ['nonsense'] })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
