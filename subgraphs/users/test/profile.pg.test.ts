import { accessRevoked } from '@academy/contracts';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, userIdOf, visitor, worker } from '@academy/testing/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Services } from '../src/worker-context.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

let users: TestIsland<Services>;
beforeAll(async () => {
  users = await openUsers();
});
afterAll(() => users.close());

const { alice, bruno, carla } = people.raices;
const LEARNER = userIdOf('raices', 'learner-07');

describe('profileUpdate', () => {
  const mutation = `mutation ($input: ProfileUpdateInput!) { profileUpdate(input: $input) {
    __typename ... on ProfileUpdateSuccess { user { displayName } } ... on InvalidInputError { field code } } }`;

  test('changes the name that others see, and no one else’s', async () => {
    const answer = await users.ask(alice, mutation, { input: { displayName: '  Ali Robles ' } });
    expect(answer).toEqual({
      data: { profileUpdate: { __typename: 'ProfileUpdateSuccess', user: { displayName: 'Ali Robles' } } },
      errors: [],
    });
    const after = await users.ask(carla, `{ me { displayName } user(id: "${alice.userId}") { displayName } }`);
    expect(after.data).toEqual({ me: { displayName: 'Carla Montaño' }, user: { displayName: 'Ali Robles' } });
  });

  test('leaves the name as it is when none is given', async () => {
    const answer = await users.ask(bruno, mutation, { input: {} });
    expect(answer.data).toMatchObject({ profileUpdate: { user: { displayName: 'Bruno Iturbide' } } });
  });

  test('refuses a name that is too long, and changes nothing', async () => {
    const answer = await users.ask(bruno, mutation, { input: { displayName: 'x'.repeat(81) } });
    expect(answer.data).toEqual({
      profileUpdate: { __typename: 'InvalidInputError', field: 'displayName', code: 'INVALID_INPUT' },
    });
    expect((await users.ask(bruno, '{ me { displayName } }')).data).toEqual({ me: { displayName: 'Bruno Iturbide' } });
  });

  test('shows the second of two changes in one request', async () => {
    const answer = await users.ask(
      alice,
      `mutation { first: profileUpdate(input: { displayName: "Ali" }) { ... on ProfileUpdateSuccess { user { displayName } } }
        second: profileUpdate(input: { displayName: "Lis" }) { ... on ProfileUpdateSuccess { user { displayName } } } }`,
    );
    expect(answer.data).toEqual({ first: { user: { displayName: 'Ali' } }, second: { user: { displayName: 'Lis' } } });
  });

  test.each([
    ['a visitor', visitor('raices')],
    ['a process', worker('raices', 'w', ['profile.read', 'curp.reveal', 'tenant.read'])],
  ])('is not for %s', async (_who, principal) => {
    expect(await users.ask(principal, mutation, { input: { displayName: 'Nadie' } })).toMatchObject({
      data: { profileUpdate: null },
      errors: [{ code: 'FORBIDDEN' }],
    });
  });
});

describe('userAccessRevoke', () => {
  const mutation = `mutation ($input: UserAccessRevokeInput!) { userAccessRevoke(input: $input) {
    __typename ... on UserAccessRevokeSuccess { user { id } revokedBefore } ... on InvalidInputError { field } ... on NotFoundError { code } } }`;

  test('ends the sessions of a user of the tenant, tells the gateway, and puts the reason on record', async () => {
    await using users = await openUsers();
    users.clock.set(new Date('2026-03-02T16:00:00.400Z'));
    const answer = await users.ask(carla, mutation, { input: { userId: LEARNER, reason: 'Perdió su teléfono' } });
    expect(answer).toEqual({
      data: {
        userAccessRevoke: {
          __typename: 'UserAccessRevokeSuccess',
          user: { id: LEARNER },
          revokedBefore: '2026-03-02T16:00:01.000Z',
        },
      },
      errors: [],
    });
    expect(await users.emitted(carla.tenantId, accessRevoked)).toMatchObject([
      { subject: LEARNER, data: { userId: LEARNER, revokedBeforeSeconds: Date.parse('2026-03-02T16:00:01.000Z') / 1_000 } },
    ]);
    const record = await users.database.inTenant(carla.tenantId, 'read', (tx) =>
      tx.execute('select action, actor, subject, why from audit_log'),
    );
    expect([...record]).toEqual([{ action: 'access.revoke', actor: carla.userId, subject: LEARNER, why: 'Perdió su teléfono' }]);
  });

  test.each([
    ['unknown', userIdOf('raices', 'nobody')],
    ['of another tenant', userIdOf('solaris', 'diego')],
    ['malformed', '1 or 1=1'],
  ])('finds no user whose id is %s, and does nothing', async (_what, userId) => {
    const answer = await users.ask(carla, mutation, { input: { userId, reason: 'Porque sí' } });
    expect(answer.data).toEqual({ userAccessRevoke: { __typename: 'NotFoundError', code: 'NOT_FOUND' } });
    expect(await users.emitted(carla.tenantId, accessRevoked)).toEqual([]);
    expect(await users.emitted(tenantIdOf('solaris'), accessRevoked)).toEqual([]);
  });

  test('wants a reason', async () => {
    const answer = await users.ask(carla, mutation, { input: { userId: LEARNER, reason: ' x ' } });
    expect(answer.data).toEqual({ userAccessRevoke: { __typename: 'InvalidInputError', field: 'reason' } });
  });

  test('is for no persona but admin, and an admin of the person’s centre', async () => {
    await using users = await openUsers();
    for (const [persona, key] of Object.entries(RAICES_BY_PERSONA)) {
      const answer = await users.ask(seeded('raices', key), mutation, { input: { userId: LEARNER, reason: 'Porque sí' } });
      expect(
        answer.errors.map((error) => error.code),
        persona,
      ).toEqual(['admin', 'centre_admin'].includes(persona) ? [] : ['FORBIDDEN']);
    }
    expect(await users.emitted(carla.tenantId, accessRevoked)).toHaveLength(2);
  });
});
