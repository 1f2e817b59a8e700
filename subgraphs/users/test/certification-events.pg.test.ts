import {
  courseStandardOutdated,
  type EventContract,
  notificationRequested,
  notificationSent,
  profileUpdated,
  profileUpdateRequested,
} from '@academy/contracts';
import { MINUTE_MS, type UserPrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
import type { TestIsland } from '@academy/testing/island';
import { people, person, tenantIdOf, userIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Services } from '../src/worker-context.ts';
import { openUsers } from './open-users.ts';

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

const raices = tenantIdOf('raices');
const { carla } = people.raices;

const PORTFOLIO = '{ me { portfolio { edges { node { id kind title folio credentialUrl earnedAt } } } } }';
const NOTIFICATIONS = `query ($first: Int, $after: String) { me { notifications(first: $first, after: $after) {
  edges { node { id topic text sentAt } } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;

type Entry = { id: string; kind: string; title: string; folio: string | null; credentialUrl: string | null; earnedAt: string };
type Notice = { id: string; topic: string; text: string; sentAt: string };
/** What certification was told of one of its cases. */
async function told<Data extends { certificationId: string | null }>(contract: EventContract<Data>, certificationId: string) {
  return (await users.emitted(raices, contract)).filter((event) => event.data.certificationId === certificationId);
}

type Page<Node> = { edges: { node: Node }[]; pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string } };

async function portfolio(): Promise<Entry[]> {
  const answer = await users.ask(learner, PORTFOLIO);
  expect(answer.errors).toEqual([]);
  return (answer.data as { me: { portfolio: Page<Entry> } }).me.portfolio.edges.map((edge) => edge.node);
}

async function notices(args: Record<string, unknown> = {}): Promise<Page<Notice>> {
  const answer = await users.ask(learner, NOTIFICATIONS, args);
  expect(answer.errors).toEqual([]);
  return (answer.data as { me: { notifications: Page<Notice> } }).me.notifications;
}

function earned(more: Partial<ReturnType<typeof profileUpdateRequested.data.parse>> = {}) {
  const certificationId = more.certificationId ?? newId();
  return {
    tenantId: raices,
    subject: certificationId,
    data: {
      certificationId,
      userId: learner.userId,
      title: 'Instalación fotovoltaica',
      certificateFolio: 'RAI-0001',
      officialFolio: null,
      standardCode: 'EC0586.01',
      credentialUrl: 'https://academia.example/t/raices/credentials/1',
      competencyCredentialUrl: 'https://academia.example/t/raices/credentials/2',
      earnedAt: '2026-02-20T10:00:00.000Z',
      ...more,
    },
  };
}

function notice(topic: 'certification.issued' | 'certification.compliance-held', more: object = {}) {
  const certificationId = newId();
  return {
    tenantId: raices,
    subject: certificationId,
    data: {
      certificationId,
      userId: learner.userId,
      topic,
      courseTitle: 'Instalación fotovoltaica',
      officialFolio: null,
      rejectionReason: null,
      missedCriteria: [],
      days: null,
      lastDay: null,
      occasion: topic,
      ...more,
    },
  };
}

describe('a certification that came to its end', () => {
  test('shows in the portfolio, and certification is told so', async () => {
    const request = earned();
    await users.deliver(profileUpdateRequested, request);
    const [entry] = await portfolio();
    expect(entry).toMatchObject({
      kind: 'PLATFORM_CERTIFICATE',
      title: 'Instalación fotovoltaica',
      folio: 'RAI-0001',
      credentialUrl: 'https://academia.example/t/raices/credentials/1',
      earnedAt: '2026-02-20T10:00:00.000Z',
    });
    expect(await told(profileUpdated, request.subject)).toMatchObject([
      {
        subject: request.subject,
        data: { certificationId: request.subject, userId: learner.userId, portfolioEntryId: entry?.id },
      },
    ]);
  });

  test('shows twice when CONOCER issued a folio, and the official entry is the one told', async () => {
    const request = earned({ officialFolio: 'D-0000451234' });
    await users.deliver(profileUpdateRequested, request);
    const entries = await portfolio();
    expect(entries.map((entry) => [entry.kind, entry.folio, entry.credentialUrl?.at(-1)]).sort()).toEqual([
      ['CONOCER_CERTIFICATE', 'D-0000451234', '2'],
      ['PLATFORM_CERTIFICATE', 'RAI-0001', '1'],
    ]);
    const official = entries.find((entry) => entry.kind === 'CONOCER_CERTIFICATE');
    expect(await told(profileUpdated, request.subject)).toMatchObject([{ data: { portfolioEntryId: official?.id } }]);
  });

  test('shows once, and is answered once, when its event is delivered twice', async () => {
    const request = earned({ officialFolio: 'D-0000451234' });
    const event = await users.deliver(profileUpdateRequested, request);
    await users.deliver(profileUpdateRequested, { ...event, occurredAt: new Date(event.occurredAt) });
    expect(await portfolio()).toHaveLength(2);
    expect(await told(profileUpdated, request.subject)).toHaveLength(1);
  });

  test('shows once, and is answered again, when certification asks anew', async () => {
    const request = earned();
    await users.deliver(profileUpdateRequested, request);
    await users.deliver(profileUpdateRequested, earned({ certificationId: request.subject, officialFolio: 'D-0000451234' }));
    expect(await portfolio()).toHaveLength(2);
    expect(await told(profileUpdated, request.subject)).toHaveLength(2);
  });

  test('of somebody of another tenant changes nothing, and fails so that a person looks at it', async () => {
    const diego = userIdOf('solaris', 'diego');
    const request = earned({ userId: diego });
    await expect(users.deliver(profileUpdateRequested, request)).rejects.toThrow('only for a user of the tenant');
    expect(await told(profileUpdated, request.subject)).toEqual([]);
    expect((await users.ask(people.solaris.diego, PORTFOLIO)).data).toEqual({ me: { portfolio: { edges: [] } } });
  });

  test('is shown newest first, to an admin too', async () => {
    for (const [folio, earnedAt] of [
      ['B', '2026-02-02T00:00:00.000Z'],
      ['C', '2026-02-03T00:00:00.000Z'],
      ['A', '2026-02-01T00:00:00.000Z'],
    ] as const) {
      await users.deliver(profileUpdateRequested, earned({ certificateFolio: folio, earnedAt }));
    }
    expect((await portfolio()).map((entry) => entry.folio)).toEqual(['C', 'B', 'A']);
    const answer = await users.ask(
      carla,
      `{ user(id: "${learner.userId}") { portfolio(first: 1) { edges { node { folio } } } } }`,
    );
    expect(answer).toEqual({ data: { user: { portfolio: { edges: [{ node: { folio: 'C' } }] } } }, errors: [] });
  });

  test('is shown with its own person only, when several people are asked for at once', async () => {
    const [one, two] = [userIdOf('raices', 'learner-28'), userIdOf('raices', 'learner-29')];
    await users.deliver(
      profileUpdateRequested,
      earned({ userId: one, certificateFolio: 'UNO-1', earnedAt: '2026-02-01T00:00:00.000Z' }),
    );
    await users.deliver(
      profileUpdateRequested,
      earned({ userId: one, certificateFolio: 'UNO-2', earnedAt: '2026-02-02T00:00:00.000Z' }),
    );
    await users.deliver(profileUpdateRequested, earned({ userId: two, certificateFolio: 'DOS-1' }));
    const answer = await users.ask(
      carla,
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on User {
        newest: portfolio(first: 1) { edges { node { folio } } pageInfo { hasNextPage } } all: portfolio { edges { node { folio } } } } } }`,
      { of: [one, two, learner.userId].map((id) => ({ __typename: 'User', id })) },
    );
    const folios = (...list: string[]) => ({ edges: list.map((folio) => ({ node: { folio } })) });
    expect(answer.data).toEqual({
      _entities: [
        { newest: { ...folios('UNO-2'), pageInfo: { hasNextPage: true } }, all: folios('UNO-2', 'UNO-1') },
        { newest: { ...folios('DOS-1'), pageInfo: { hasNextPage: false } }, all: folios('DOS-1') },
        { newest: { ...folios(), pageInfo: { hasNextPage: false } }, all: folios() },
      ],
    });
  });
});

describe('a notification', () => {
  test('is found by the person, in Spanish, and certification is told so', async () => {
    const request = notice('certification.compliance-held', {
      missedCriteria: [{ criterion: 'SOCIAL_JUSTICE', required: 80, scored: null, reason: 'INSUFFICIENT_EVIDENCE' }],
    });
    await users.deliver(notificationRequested, request);
    const { edges } = await notices();
    expect(edges).toHaveLength(1);
    expect(edges[0]?.node).toMatchObject({ topic: 'certification.compliance-held', sentAt: users.clock.now().toISOString() });
    expect(edges[0]?.node.text).toContain('Justicia social: aún no hay evidencia suficiente');
    expect(await told(notificationSent, request.subject)).toMatchObject([
      {
        subject: learner.userId,
        data: { certificationId: request.subject, userId: learner.userId, notificationId: edges[0]?.node.id, number: 1 },
      },
    ]);
  });

  test('of a course’s standard that is no longer in force is found by who teaches it, once, and certification is told of no case', async () => {
    const courseId = newId();
    const data = {
      courseId,
      courseTitle: 'Instalación',
      instructorId: learner.userId,
      standardCode: 'EC0586.01',
      status: 'SUPERSEDED',
    } as const;
    const event = await users.deliver(courseStandardOutdated, {
      tenantId: raices,
      subject: courseId,
      data: { ...data, supersededBy: 'EC0586.02' },
    });
    await users.deliver(courseStandardOutdated, { ...event, occurredAt: new Date(event.occurredAt) });
    const { edges } = await notices();
    expect(edges).toHaveLength(1);
    expect(edges[0]?.node).toMatchObject({ topic: 'standard.changed' });
    expect(edges[0]?.node.text).toContain('tiene una versión más reciente: EC0586.01. La versión vigente es EC0586.02.');
    const [sent] = (await users.emitted(raices, notificationSent)).filter(({ subject }) => subject === learner.userId).slice(-1);
    expect(sent?.data).toMatchObject({ certificationId: null, topic: 'standard.changed' });
  });

  test('is sent once when its event is delivered twice', async () => {
    const request = notice('certification.issued');
    const event = await users.deliver(notificationRequested, request);
    await users.deliver(notificationRequested, { ...event, occurredAt: new Date(event.occurredAt) });
    expect((await notices()).edges).toHaveLength(1);
    expect(await told(notificationSent, request.subject)).toHaveLength(1);
  });

  test('is not sent to somebody of another tenant', async () => {
    const request = notice('certification.issued', { userId: userIdOf('solaris', 'diego') });
    await expect(users.deliver(notificationRequested, request)).rejects.toThrow('Only a user of the tenant');
    expect(await told(notificationSent, request.subject)).toEqual([]);
  });

  test('is one of a list that is read page by page, newest first, also when several were sent in one instant', async () => {
    for (let i = 0; i < 5; i += 1) {
      if (i === 3) users.clock.advance(MINUTE_MS);
      await users.deliver(notificationRequested, notice('certification.issued', { officialFolio: `F-${i}` }));
    }
    const seen: string[] = [];
    let after: string | undefined;
    for (let more = true; more; ) {
      const page: Page<Notice> = await notices({ first: 2, after });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== undefined);
      seen.push(...page.edges.map((edge) => edge.node.text.match(/F-\d/)?.[0] ?? ''));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['F-4', 'F-3', 'F-2', 'F-1', 'F-0']);
  });

  test.each(['nonsense', Buffer.from(JSON.stringify([1, 'notifications', 'yesterday', 'x'])).toString('base64url')])(
    'is not looked up under a cursor that the list never gave: %s',
    async (after) => {
      const answer = await users.ask(learner, NOTIFICATIONS, { after });
      expect(answer).toMatchObject({ data: { me: { notifications: null } }, errors: [{ code: 'BAD_USER_INPUT' }] });
    },
  );
});
