import type { Principal } from '@academy/kernel';
import { RequestDatabase } from '@academy/platform/db';
import { newId } from '@academy/platform/ids';
import { DEFAULT_OUTBOUND_POLICY } from '@academy/platform/outbound';
import { buildGuardedSchema } from '@academy/platform/subgraph';
import type { TestIsland } from '@academy/testing/island';
import { people, person, visitor, worker } from '@academy/testing/people';
import { type ExecutionResult, execute, type GraphQLSchema, parse, subscribe } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../src/context.ts';
import { openOutside } from '../src/outside.ts';
import { createLoaders } from '../src/store/loaders.ts';
import { defineUsers } from '../src/subgraph.ts';
import type { Services } from '../src/worker-context.ts';
import { notify } from './notify.ts';
import { openUsers, RAICES_BY_PERSONA } from './open-users.ts';

let users: TestIsland<Services>;
let schema: GraphQLSchema;
/** The learner's notifications, by ascending number. */
let ids: string[];
const learner = person('raices', 'learner-07', 'learner');
const colleague = person('raices', 'learner-08', 'learner');
beforeAll(async () => {
  users = await openUsers();
  schema = buildGuardedSchema(defineUsers() as unknown as Parameters<typeof buildGuardedSchema>[0]);
  for (let i = 1; i <= 5; i += 1) await notify(users, learner, `F-${i}`);
  await notify(users, colleague);
  ids = (await log(learner, 0, 100)).entries.map((entry) => entry.notificationId);
});
afterAll(() => users.close());

const LOG = `query ($after: Int!, $first: Int!) {
  notificationLog(afterNumber: $after, first: $first) { number entries { number notificationId topic sentAt } } }`;

type Entry = { number: number; notificationId: string; topic: string; sentAt: string };

async function log(principal: Principal, after: number, first: number): Promise<{ number: number; entries: Entry[] }> {
  const answer = await users.ask(principal, LOG, { after, first });
  expect(answer.errors).toEqual([]);
  return answer.data?.['notificationLog'] as { number: number; entries: Entry[] };
}

/** What the island answers of the notification with this id, as an entity. */
async function entity(principal: Principal, id: string, selection = '{ ... on Notification { id topic text sentAt } }') {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) ${selection} }`;
  const answer = await users.ask(principal, query, { of: [{ __typename: 'Notification', id }] });
  return { entity: (answer.data?.['_entities'] as unknown[] | undefined)?.[0], errors: answer.errors };
}

const STRANGERS: [string, Principal][] = [
  ...Object.entries(RAICES_BY_PERSONA).map(([persona, key]): [string, Principal] => [
    `whoever acts as ${persona}`,
    person('raices', key, persona as keyof typeof RAICES_BY_PERSONA),
  ]),
  ['another learner', colleague],
  ['a learner of another tenant', people.solaris.diego],
  ['the same person’s id in another tenant', { ...learner, tenantId: people.solaris.diego.tenantId }],
  ['a visitor', visitor('raices')],
  ['a process', worker('raices', 'certification-worker', ['profile.read', 'curp.reveal'])],
];

describe('the log of a person’s notifications', () => {
  test('holds all of them by their numbers', async () => {
    const { number, entries } = await log(learner, 0, 100);
    expect(number).toBe(5);
    expect(entries.map((entry) => entry.number)).toEqual([1, 2, 3, 4, 5]);
    expect(entries[0]).toMatchObject({ topic: 'certification.issued', sentAt: users.clock.now().toISOString() });
  });

  test.each([
    [0, 2, [1, 2]],
    [2, 2, [3, 4]],
    [4, 100, [5]],
    [5, 100, []],
    [2_147_483_647, 1, []],
  ])('after number %i, at most %i, holds %j, and always says what the newest is', async (after, first, expected) => {
    const { number, entries } = await log(learner, after, first);
    expect(number).toBe(5);
    expect(entries.map((entry) => entry.number)).toEqual(expected);
  });

  test('of somebody who was never notified is empty, at number 0', async () => {
    expect(await log(person('raices', 'learner-20', 'learner'), 0, 10)).toEqual({ number: 0, entries: [] });
  });

  test('of the same id in another tenant is not hers', async () => {
    const elsewhere = { ...learner, tenantId: people.solaris.diego.tenantId };
    expect(await log(elsewhere, 0, 10)).toEqual({ number: 0, entries: [] });
  });

  test.each([
    ['more than 100 entries', { after: 0, first: 101 }, 'first must be 1 to 100, got 101.'],
    ['no entries', { after: 0, first: 0 }, 'first must be 1 to 100, got 0.'],
    ['entries after a negative number', { after: -1, first: 1 }, 'afterNumber must be 0 or more, got -1.'],
  ])('is refused for %s', async (_, args, message) => {
    const answer = await users.ask(learner, LOG, args);
    expect(answer).toMatchObject({ data: null, errors: [{ code: 'BAD_USER_INPUT', message }] });
  });

  test.each(STRANGERS.filter(([, { kind }]) => kind !== 'user'))('is not for %s', async (_, principal) => {
    const answer = await users.ask(principal, LOG, { after: 0, first: 10 });
    expect(answer).toMatchObject({ data: null, errors: [{ code: 'FORBIDDEN' }] });
  });
});

describe('a notification as an entity', () => {
  test('is reached by its person', async () => {
    const { entity: found, errors } = await entity(learner, ids[2] ?? '');
    expect(errors).toEqual([]);
    expect(found).toMatchObject({ id: ids[2], topic: 'certification.issued', text: expect.stringContaining('F-3') });
  });

  test.each(STRANGERS)('is not there for %s, who does not learn that it exists either', async (_, stranger) => {
    const unknown = newId();
    for (const selection of ['{ __typename }', '{ ... on Notification { id text } }']) {
      const answer = await entity(stranger, ids[0] ?? '', selection);
      expect(answer.entity).toBeNull();
      expect(answer).toEqual(await entity(stranger, unknown, selection));
    }
  });

  test.each(['nonsense', newId()])('is null for an id that none has: %s', async (id) => {
    expect(await entity(learner, id)).toEqual({ entity: null, errors: [] });
  });

  test('is null where a representation claims to be it', async () => {
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Notification { id text } } }`;
    const forged = { __typename: 'Notification', id: ids[0], userId: colleague.userId, text: 'x' };
    expect((await users.ask(colleague, query, { of: [forged] })).data).toEqual({ _entities: [null] });
  });
});

describe('a live event', () => {
  const WATCH = parse(`subscription { notificationReceived {
    kind number topic sentAt resume notification { id text } snapshot { id } } }`);

  async function as<T>(principal: Principal, work: (context: Context) => Promise<T>): Promise<T> {
    const { database, clock, logger, storage, vault } = users.context;
    const db = new RequestDatabase(database, principal.tenantId);
    try {
      const loaders = {
        ...createLoaders({ db, principal, vault, tenantId: principal.tenantId }),
        outside: openOutside(DEFAULT_OUTBOUND_POLICY),
        authorities: [],
        passwords: undefined,
        isMailOn: false,
      };
      return await work({
        principal,
        tenantId: principal.tenantId,
        db,
        loaders,
        clock,
        logger,
        storage,
        vault,
        requestId: 'test',
      });
    } finally {
      await db.end();
    }
  }

  /** The answer to an event that the gateway hands in as root value. */
  function answered(principal: Principal, event: object): Promise<ExecutionResult> {
    const rootValue = { notificationReceived: event };
    return as(principal, async (contextValue) => execute({ schema, document: WATCH, rootValue, contextValue }));
  }

  const change = () => ({
    kind: 'CHANGE',
    number: 3,
    topic: 'certification.issued',
    sentAt: new Date('2026-03-02T16:00:00Z'),
    notification: { id: ids[2] },
    snapshot: null,
    resume: 'opaque',
  });
  const snapshot = () => ({
    kind: 'SNAPSHOT',
    number: 5,
    topic: null,
    sentAt: null,
    notification: null,
    snapshot: ids.toReversed().map((id) => ({ id })),
    resume: 'opaque',
  });

  test('comes from the gateway alone', async () => {
    const answer = await as(learner, async (contextValue) => subscribe({ schema, document: WATCH, contextValue }));
    expect('errors' in answer && answer.errors?.[0]?.message).toMatch(/served by the gateway/);
    expect('errors' in answer && answer.errors?.[0]?.originalError).toMatchObject({ code: 'BAD_REQUEST' });
  });

  test.each(STRANGERS.filter(([, { kind }]) => kind !== 'user'))('is not for %s', async (_, principal) => {
    const answer = await as(principal, async (contextValue) => subscribe({ schema, document: WATCH, contextValue }));
    expect('errors' in answer && answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  test('leads to the notification, or to the newest ones', async () => {
    const [changed, began] = [await answered(learner, change()), await answered(learner, snapshot())];
    expect(JSON.parse(JSON.stringify(changed))).toEqual({
      data: {
        notificationReceived: {
          ...change(),
          sentAt: '2026-03-02T16:00:00.000Z',
          notification: { id: ids[2], text: expect.stringContaining('F-3') },
        },
      },
    });
    expect(JSON.parse(JSON.stringify(began))).toEqual({ data: { notificationReceived: snapshot() } });
  });

  test.each(STRANGERS.filter(([, { kind }]) => kind === 'user'))('leads %s to no notification', async (_, stranger) => {
    expect((await answered(stranger, change())).data).toMatchObject({ notificationReceived: { notification: null } });
    expect((await answered(stranger, snapshot())).data).toMatchObject({ notificationReceived: { snapshot: [] } });
  });
});
