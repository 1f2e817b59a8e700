import { auditLog, verifyChain } from '@academy/platform/audit';
import type { GraphAnswer, TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, userIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personOf } from '../src/seed/people.ts';
import type { Services } from '../src/worker-context.ts';
import { isAssigned } from './assigned.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

let users: TestIsland<Services>;
beforeAll(async () => {
  users = await openUsers();
  await assigned(users);
});
afterAll(() => users.close());

const { alice, bruno, carla } = people.raices;
const raices = tenantIdOf('raices');
const LEARNER = userIdOf('raices', 'learner-07');
const CURP = personOf('raices', 'learner-07').curp;
const pilar = seeded('raices', 'pilar');

const aurelio = seeded('raices', 'aurelio');

/** The evaluator and the auditor are assigned to a case of the learner's, and to one of Alice's. */
async function assigned(island: TestIsland<Services>): Promise<void> {
  for (const candidate of [LEARNER, alice.userId]) {
    await isAssigned(island, bruno, 'EVALUATOR', candidate);
    await isAssigned(island, aurelio, 'AUDITOR', candidate);
  }
}

const MUTATION = `mutation ($input: CurpRevealInput!) { curpReveal(input: $input) { __typename
  ... on CurpRevealSuccess { curp disclosure { id item purpose note shownAs shownAt shownTo { displayName } } }
  ... on InvalidInputError { field } ... on NotFoundError { code } ... on InvalidStateError { code } ... on ConflictError { code } } }`;
const DISCLOSURES = `query ($id: ID!, $after: String) { user(id: $id) { disclosures(first: 2, after: $after) {
  edges { node { purpose note shownAs shownTo { displayName } } } pageInfo { hasNextPage endCursor } } } }`;

type Input = { userId?: string; purpose?: string; note?: string; idempotencyKey?: string };
const reveal = (who: Parameters<typeof users.ask>[0], input: Input = {}, island = users): Promise<GraphAnswer> =>
  island.ask(who, MUTATION, { input: { userId: LEARNER, purpose: 'IDENTITY_VERIFICATION', ...input } });
const typeOf = (answer: GraphAnswer) => (answer.data?.['curpReveal'] as { __typename: string } | null)?.__typename;
const rowsIn = (island: typeof users, tenantId: string, table: string) =>
  island.database.inTenant(tenantId, 'read', async (tx) => [...(await tx.execute(`select * from ${table}`))]);

test('an evaluator sees the CURP once she said what for, and it is on record in the same moment', async () => {
  await using own = await openUsers();
  await assigned(own);
  const answer = await reveal(bruno, { note: 'Cotejo con la INE' }, own);
  expect(answer).toMatchObject({
    errors: [],
    data: {
      curpReveal: {
        __typename: 'CurpRevealSuccess',
        curp: CURP,
        disclosure: {
          item: 'CURP',
          purpose: 'IDENTITY_VERIFICATION',
          note: 'Cotejo con la INE',
          shownAs: 'EVALUATOR',
          shownTo: { displayName: 'Bruno Iturbide' },
          shownAt: own.clock.now().toISOString(),
        },
      },
    },
  });
  const entries = await own.database.inTenant(raices, 'read', (tx) => tx.select().from(auditLog));
  expect(entries).toMatchObject([
    { action: 'curp.reveal', actor: bruno.userId, persona: 'evaluator', subject: LEARNER, why: 'IDENTITY_VERIFICATION' },
  ]);
  expect(await verifyChain(own.database, raices)).toMatchObject({ isWhole: true });
  const kept = JSON.stringify([
    ...(await rowsIn(own, raices, 'disclosures')),
    ...(await rowsIn(own, raices, 'idempotency_keys')),
  ]);
  expect(kept).not.toContain(CURP);
});

test('a learner sees her own', async () => {
  const answer = await reveal(alice, { userId: alice.userId, purpose: 'OWN_COPY' });
  expect(answer.data).toMatchObject({ curpReveal: { curp: personOf('raices', 'alice').curp } });
});

describe('the CURP is shown to', () => {
  const MAY = new Set(['evaluator', 'centre_admin', 'certifier', 'auditor', 'privacy_officer']);
  test.each(Object.entries(RAICES_BY_PERSONA))('the persona %s only as the matrix says', async (persona, key) => {
    const answer = await reveal(seeded('raices', key));
    if (MAY.has(persona)) return expect(answer.data).toMatchObject({ curpReveal: { curp: CURP } });
    if (persona === 'learner') return expect(typeOf(answer)).toBe('NotFoundError');
    expect(answer).toMatchObject({ data: { curpReveal: null }, errors: [{ code: 'FORBIDDEN' }] });
  });

  test.each([
    ['a visitor', visitor('raices')],
    ['a process, which has a field of its own', worker('raices', 'conocer-worker', ['curp.reveal', 'profile.read'])],
    ['whoever acts for another', { ...bruno, impersonatorId: userIdOf('raices', 'sara') }],
  ])('not to %s', async (_who, principal) => {
    expect(await reveal(principal)).toMatchObject({ data: { curpReveal: null }, errors: [{ code: 'FORBIDDEN' }] });
  });

  test('an evaluator and an auditor of those alone whom they are assigned to, and no longer than they are', async () => {
    const other = userIdOf('raices', 'learner-09');
    for (const who of [bruno, aurelio]) {
      expect(typeOf(await reveal(who, { userId: other }))).toBe('NotFoundError');
      // Known to everybody by name, and nobody’s candidate.
      expect(typeOf(await reveal(who, { userId: userIdOf('raices', 'ines') }))).toBe('NotFoundError');
      const ends = await isAssigned(users, who, who === bruno ? 'EVALUATOR' : 'AUDITOR', other);
      expect(typeOf(await reveal(who, { userId: other }))).toBe('CurpRevealSuccess');
      await ends();
      expect(typeOf(await reveal(who, { userId: other }))).toBe('NotFoundError');
    }
    expect(typeOf(await reveal(bruno, { userId: bruno.userId, purpose: 'OWN_COPY' }))).toBe('CurpRevealSuccess');
  });

  test('a learner only for herself, though instructors are known to her by name', async () => {
    expect(typeOf(await reveal(alice, { userId: userIdOf('raices', 'ines') }))).toBe('NotFoundError');
  });

  test.each([
    ['of another tenant', userIdOf('solaris', 'diego')],
    ['unknown', userIdOf('raices', 'nobody')],
    ['malformed', "x' or 1=1"],
  ])('nobody when the person is %s', async (_what, userId) => {
    expect((await reveal(pilar, { userId })).data).toEqual({ curpReveal: { __typename: 'NotFoundError', code: 'NOT_FOUND' } });
    expect(await rowsIn(users, tenantIdOf('solaris'), 'disclosures')).toEqual([]);
  });
});

test.each([
  ['another’s as one’s own copy', { purpose: 'OWN_COPY' }, 'purpose'],
  ['with a note that repeats the CURP', { note: `Es ${CURP}` }, 'note'],
  ['with an empty key', { idempotencyKey: '' }, 'idempotencyKey'],
])('nothing is shown, and nothing recorded, for a request of %s', async (_what, change, field) => {
  await using own = await openUsers();
  await assigned(own);
  expect((await reveal(bruno, change, own)).data).toEqual({ curpReveal: { __typename: 'InvalidInputError', field } });
  expect(await rowsIn(own, raices, 'disclosures')).toEqual([]);
  expect(await rowsIn(own, raices, 'audit_log')).toEqual([]);
});

test('a purpose is needed', async () => {
  const answer = await users.ask(bruno, MUTATION, { input: { userId: LEARNER } });
  expect(answer.data?.['curpReveal'] ?? null).toBeNull();
  expect(answer.errors).toHaveLength(1);
});

test('an erased person has nothing to show', async () => {
  await using own = await openUsers();
  await assigned(own);
  await own.inTenant(raices, (tx) =>
    tx.execute(`update data_keys set wrapped = null, destroyed_at = now() where subject = '${LEARNER}'`),
  );
  expect((await reveal(bruno, {}, own)).data).toEqual({ curpReveal: { __typename: 'InvalidStateError', code: 'INVALID_STATE' } });
});

test('the same key within ten minutes is the same look; with another input, or later, a conflict', async () => {
  await using own = await openUsers();
  await assigned(own);
  const first = await reveal(bruno, { idempotencyKey: 'k' }, own);
  own.clock.advance(9 * 60_000);
  expect(await reveal(bruno, { idempotencyKey: 'k' }, own)).toEqual(first);
  expect(await rowsIn(own, raices, 'disclosures')).toHaveLength(1);
  expect(typeOf(await reveal(bruno, { idempotencyKey: 'k', purpose: 'AUDIT' }, own))).toBe('ConflictError');
  own.clock.advance(2 * 60_000);
  expect(typeOf(await reveal(bruno, { idempotencyKey: 'k' }, own))).toBe('ConflictError');
  expect(await rowsIn(own, raices, 'audit_log')).toHaveLength(1);
});

test('thirty are shown to one viewer in an hour, also when she asks at once; others are not held up, and after an hour she goes on', async () => {
  await using own = await openUsers();
  await assigned(own);
  const answers = await Promise.all(Array.from({ length: 34 }, () => reveal(bruno, {}, own)));
  expect(answers.filter((answer) => typeOf(answer) === 'CurpRevealSuccess')).toHaveLength(30);
  const refused = answers.filter((answer) => answer.errors.length > 0);
  expect(refused.map((answer) => answer.errors[0]?.code)).toEqual(Array(4).fill('RATE_LIMITED'));
  expect(JSON.stringify(refused)).not.toContain(CURP);
  expect(await rowsIn(own, raices, 'audit_log')).toHaveLength(30);
  expect(typeOf(await reveal(seeded('raices', 'celia'), {}, own))).toBe('CurpRevealSuccess');
  own.clock.advance(60 * 60_000 + 1);
  expect(typeOf(await reveal(bruno, {}, own))).toBe('CurpRevealSuccess');
});

describe('User.disclosures', () => {
  test('shows the person and the privacy officer who saw it and why, newest first, page by page', async () => {
    await using own = await openUsers();
    await assigned(own);
    for (const [who, purpose] of [
      [bruno, 'IDENTITY_VERIFICATION'],
      [seeded('raices', 'celia'), 'CERTIFICATION_CASE'],
      [aurelio, 'AUDIT'],
    ] as const) {
      own.clock.advance(1_000);
      await reveal(who, { userId: alice.userId, purpose }, own);
    }
    for (const reader of [alice, pilar]) {
      const first = await own.ask(reader, DISCLOSURES, { id: alice.userId });
      const page = (first.data as { user: { disclosures: { edges: unknown; pageInfo: { endCursor: string } } } }).user
        .disclosures;
      expect(page).toMatchObject({
        edges: [
          { node: { purpose: 'AUDIT', shownAs: 'AUDITOR', shownTo: { displayName: 'Aurelio Santillán' } } },
          { node: { purpose: 'CERTIFICATION_CASE', shownAs: 'CERTIFIER' } },
        ],
        pageInfo: { hasNextPage: true },
      });
      const second = await own.ask(reader, DISCLOSURES, { id: alice.userId, after: page.pageInfo.endCursor });
      expect(second.data).toMatchObject({
        user: {
          disclosures: { edges: [{ node: { shownTo: { displayName: 'Bruno Iturbide' } } }], pageInfo: { hasNextPage: false } },
        },
      });
    }
  });

  test.each(Object.entries(RAICES_BY_PERSONA))(
    'of somebody else is kept from the persona %s, but for the privacy officer',
    async (persona, key) => {
      const answer = await users.ask(seeded('raices', key), DISCLOSURES, { id: LEARNER });
      const user = answer.data?.['user'] as { disclosures: unknown } | null;
      if (persona === 'privacy_officer') return expect(user?.disclosures).toMatchObject({ pageInfo: {} });
      expect(user?.disclosures ?? null).toBeNull();
      expect(answer.errors.map((error) => error.code)).toEqual([user === null ? 'NOT_FOUND' : 'FORBIDDEN']);
    },
  );

  test('can neither be changed nor struck by the runtime role', async () => {
    await reveal(bruno);
    for (const statement of ["update disclosures set purpose = 'AUDIT'", 'delete from disclosures'])
      await expect(users.inTenant(raices, (tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

test('the CURP is masked as before for those who may read it so', async () => {
  const answer = await users.ask(carla, 'query ($id: ID!) { user(id: $id) { curpMasked } }', { id: LEARNER });
  expect(answer).toMatchObject({ data: { user: { curpMasked: null } }, errors: [{ code: 'FORBIDDEN' }] });
  const masked = await users.ask(bruno, 'query ($id: ID!) { user(id: $id) { curpMasked } }', { id: LEARNER });
  expect(masked.data).toMatchObject({
    user: { curpMasked: `${CURP.slice(0, 4)}******${CURP.slice(10, 13)}*****${CURP.slice(-1)}` },
  });
});
