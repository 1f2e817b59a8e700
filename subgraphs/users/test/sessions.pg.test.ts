import { accessRevoked, personaGranted, personaRevoked, sessionRevoked } from '@academy/contracts';
import { DAY_MS, HOUR_MS, type ServicePrincipal } from '@academy/kernel';
import { newId } from '@academy/platform/ids';
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

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const { alice, carla } = people.raices;
const { fabian } = people.solaris;
const sara = seeded('raices', 'sara');
const gateway: ServicePrincipal = worker('raices', 'gateway', ['revocation.read']);

const REVOKE = `mutation ($input: SessionRevokeInput!) { sessionRevoke(input: $input) {
  __typename ... on SessionRevokeSuccess { sessionId revokedAt } ... on InvalidInputError { field } } }`;
const GRANT = 'mutation ($input: PersonaGrantInput!) { personaGrant(input: $input) { __typename } }';
const TAKE = `mutation ($input: PersonaRevokeInput!) { personaRevoke(input: $input) {
  __typename ... on PersonaRevokeSuccess { userId persona revokedBefore } } }`;
const LIST = `{ accessRevocations(first: 100) { edges { node { userId sessionId persona revokedBefore } } pageInfo { hasNextPage } } }`;

function ending(more: Record<string, unknown> = {}) {
  return { sessionId: newId(), reason: 'Perdió su teléfono', idempotencyKey: newId(), ...more };
}
function assigning(key: string, persona: string, more: Record<string, unknown> = {}) {
  return { userId: userIdOf('raices', key), persona, reason: 'Cambio de puesto', idempotencyKey: newId(), ...more };
}
const outcome = (answer: { data: Record<string, unknown> | null }, field: string) =>
  (answer.data?.[field] as { __typename: string } | null)?.__typename;

describe('a session', () => {
  test('is ended by whoever it belongs to: told, on record, and listed for as long as its token may live', async () => {
    await using users = await openUsers();
    const input = ending();
    const now = users.clock.now();
    expect((await users.ask(alice, REVOKE, { input })).data).toEqual({
      sessionRevoke: { __typename: 'SessionRevokeSuccess', sessionId: input.sessionId, revokedAt: now.toISOString() },
    });
    const [event] = await users.emitted(raices, sessionRevoked);
    expect(event).toMatchObject({ subject: alice.userId, data: { userId: alice.userId, sessionId: input.sessionId } });
    expect((event?.data.mattersUntilSeconds ?? 0) * 1_000).toBeGreaterThanOrEqual(now.getTime() + DAY_MS);
    const [recorded] = await users.inTenant(raices, (tx) =>
      tx.execute(`select action, actor, why from audit_log where action = 'session.revoke'`),
    );
    expect(recorded).toEqual({ action: 'session.revoke', actor: alice.userId, why: input.reason });
    const node = { userId: alice.userId, sessionId: input.sessionId, persona: null, revokedBefore: now.toISOString() };
    const pageInfo = { hasNextPage: false };
    expect((await users.ask(gateway, LIST)).data).toEqual({ accessRevocations: { edges: [{ node }], pageInfo } });
    users.clock.advance(DAY_MS);
    expect((await users.ask(gateway, LIST)).data).toMatchObject({ accessRevocations: { edges: [{ node }] } });
    users.clock.advance(HOUR_MS);
    expect((await users.ask(gateway, LIST)).data).toEqual({ accessRevocations: { edges: [], pageInfo } });
    await users.ask(alice, REVOKE, { input: ending() });
    const rows = await users.inTenant(raices, (tx) => tx.execute('select session_id from access_revocations'));
    expect(rows).toHaveLength(1);
  });

  test('of anybody in the tenant is ended by its admin, and by nobody else', async () => {
    const input = ending({ userId: alice.userId });
    expect(outcome(await users.ask(carla, REVOKE, { input }), 'sessionRevoke')).toBe('SessionRevokeSuccess');
    for (const [persona, key] of Object.entries(RAICES_BY_PERSONA)) {
      if (['admin', 'learner'].includes(persona)) continue;
      const again = ending({ userId: alice.userId });
      expect(outcome(await users.ask(seeded('raices', key), REVOKE, { input: again }), 'sessionRevoke'), persona).toBe(
        'NotFoundError',
      );
    }
    for (const stranger of [fabian, people.solaris.diego]) {
      const foreign = ending({ userId: alice.userId });
      expect(outcome(await users.ask(stranger, REVOKE, { input: foreign }), 'sessionRevoke')).toBe('NotFoundError');
    }
    for (const principal of [visitor('raices'), gateway]) {
      expect(await users.ask(principal, REVOKE, { input: ending() })).toMatchObject({
        data: { sessionRevoke: null },
        errors: [{ code: 'FORBIDDEN' }],
      });
    }
  });

  test('is ended once by one key; the key with another input is a conflict', async () => {
    await using users = await openUsers();
    const input = ending();
    const first = await users.ask(alice, REVOKE, { input });
    users.clock.advance(1_000);
    expect(await users.ask(alice, REVOKE, { input })).toEqual(first);
    expect(await users.emitted(raices, sessionRevoked)).toHaveLength(1);
    const other = { ...input, sessionId: newId() };
    expect(outcome(await users.ask(alice, REVOKE, { input: other }), 'sessionRevoke')).toBe('ConflictError');
  });

  test.each([
    ['sessionId', { sessionId: '' }],
    ['sessionId', { sessionId: 'x'.repeat(129) }],
    ['reason', { reason: '' }],
    ['idempotencyKey', { idempotencyKey: '' }],
  ])('is not ended with a wrong %s', async (field, wrong) => {
    expect((await users.ask(alice, REVOKE, { input: ending(wrong) })).data).toEqual({
      sessionRevoke: { __typename: 'InvalidInputError', field },
    });
  });

  test('of a person is ended one by one only so often', async () => {
    await using users = await openUsers();
    await users.inTenant(raices, (tx) =>
      tx.execute(`insert into access_revocations (tenant_id, id, kind, user_id, session_id, revoked_before, recorded_at, matters_until)
        select '${raices}', gen_random_uuid(), 'SESSION', '${alice.userId}', 's' || n, now(), now(), timestamptz '2100-01-01' from generate_series(1, 200) n`),
    );
    expect(outcome(await users.ask(alice, REVOKE, { input: ending() }), 'sessionRevoke')).toBe('InvalidStateError');
    expect(outcome(await users.ask(people.raices.bruno, REVOKE, { input: ending() }), 'sessionRevoke')).toBe(
      'SessionRevokeSuccess',
    );
  });
});

describe('the list of what ended sessions', () => {
  test('is read page by page by the gateway under the tenant itself, and shows nothing of another', async () => {
    await using users = await openUsers();
    for (let number = 0; number < 3; number += 1) await users.ask(alice, REVOKE, { input: ending() });
    const END_ALL = `mutation { userAccessRevoke(input: { userId: "${userIdOf('raices', 'bruno')}", reason: "Se fue" }) { __typename } }`;
    await users.ask(carla, END_ALL);
    expect(await users.emitted(raices, accessRevoked)).toHaveLength(1);
    const page = `query ($after: String) { accessRevocations(first: 2, after: $after) {
      edges { node { userId sessionId } } pageInfo { hasNextPage endCursor } } }`;
    type Page = { accessRevocations: { edges: { node: { userId: string } }[]; pageInfo: { endCursor: string } } };
    const first = (await users.ask(gateway, page)).data as Page;
    const second = (await users.ask(gateway, page, { after: first.accessRevocations.pageInfo.endCursor })).data as Page;
    const found = [...first.accessRevocations.edges, ...second.accessRevocations.edges].map(({ node }) => node.userId);
    expect(found).toEqual([alice.userId, alice.userId, alice.userId, userIdOf('raices', 'bruno')]);
    expect((await users.ask({ ...gateway, tenantId: solaris }, LIST)).data).toMatchObject({ accessRevocations: { edges: [] } });
    expect(await users.ask(gateway, page, { after: 'bm8' })).toMatchObject({ errors: [{ code: 'BAD_USER_INPUT' }] });
  });

  test.each([
    ['a visitor', visitor('raices')],
    ['an admin', carla],
    ['the super_admin', sara],
    ['a process with another scope', worker('raices', 'w', ['tenant.read'])],
  ])('is closed to %s', async (_who, principal) => {
    expect(await users.ask(principal, LIST)).toMatchObject({
      data: { accessRevocations: null },
      errors: [{ code: 'FORBIDDEN' }],
    });
  });

  test('lies in a table that no tenant reads or writes for another', async () => {
    const insert = `insert into access_revocations (tenant_id, id, kind, user_id, revoked_before, recorded_at, matters_until)
      values ('${solaris}', '${newId()}', 'USER', '${newId()}', now(), now(), now())`;
    await expect(users.inTenant(raices, (tx) => tx.execute(insert))).rejects.toMatchObject({ cause: { code: '42501' } });
    expect(await users.database.pool`select id from access_revocations`).toHaveLength(0);
    const [table] = await users.database.pool`
      select relrowsecurity as enabled, relforcerowsecurity as forced from pg_class where relname = 'access_revocations'`;
    expect(table).toEqual({ enabled: true, forced: true });
    const change = 'update access_revocations set revoked_before = now()';
    await expect(users.inTenant(raices, (tx) => tx.execute(change))).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('a persona', () => {
  test('is granted by the admin, and its taking ends the sessions under it', async () => {
    await using users = await openUsers();
    expect(outcome(await users.ask(carla, GRANT, { input: assigning('alice', 'MENTOR') }), 'personaGrant')).toBe(
      'PersonaGrantSuccess',
    );
    const PERSONAS = '{ me { personas { persona } } }';
    expect((await users.ask(alice, PERSONAS)).data).toEqual({
      me: { personas: [{ persona: 'LEARNER' }, { persona: 'MENTOR' }] },
    });
    expect(await users.emitted(raices, personaGranted)).toMatchObject([{ data: { userId: alice.userId, persona: 'mentor' } }]);
    users.clock.advance(1_500);
    const taken = await users.ask(carla, TAKE, { input: assigning('alice', 'MENTOR') });
    const revokedBefore = new Date(Math.floor(users.clock.now().getTime() / 1_000) * 1_000 + 1_000).toISOString();
    expect(taken.data).toEqual({
      personaRevoke: { __typename: 'PersonaRevokeSuccess', userId: alice.userId, persona: 'MENTOR', revokedBefore },
    });
    expect((await users.ask(alice, PERSONAS)).data).toEqual({ me: { personas: [{ persona: 'LEARNER' }] } });
    expect(await users.emitted(raices, personaRevoked)).toMatchObject([
      { subject: alice.userId, data: { persona: 'mentor', revokedBeforeSeconds: Date.parse(revokedBefore) / 1_000 } },
    ]);
    expect((await users.ask(gateway, LIST)).data).toMatchObject({
      accessRevocations: { edges: [{ node: { userId: alice.userId, sessionId: null, persona: 'MENTOR', revokedBefore } }] },
    });
    const record = await users.inTenant(raices, (tx) =>
      tx.execute(`select action, actor, subject, why, detail from audit_log order by number`),
    );
    expect([...record]).toMatchObject([
      { action: 'persona.grant', actor: carla.userId, subject: alice.userId, why: 'Cambio de puesto' },
      { action: 'persona.revoke', actor: carla.userId, subject: alice.userId, why: 'Cambio de puesto' },
    ]);
    expect(outcome(await users.ask(carla, TAKE, { input: assigning('alice', 'MENTOR') }), 'personaRevoke')).toBe('NotFoundError');
  });

  test.each([
    ['carla', 'alice', 'SUPER_ADMIN', 'InvalidStateError'],
    ['carla', 'carla', 'EVALUATOR', 'InvalidStateError'],
    ['carla', 'alice', 'SERVICE', 'InvalidInputError'],
    ['celia', 'alice', 'VERIFIER', 'PersonaGrantSuccess'],
    ['celia', 'alice', 'ADMIN', 'InvalidStateError'],
    ['noe', 'alice', 'EVALUATOR', 'PersonaGrantSuccess'],
    ['noe', 'alice', 'CERTIFIER', 'InvalidStateError'],
    ['noe', 'alice', 'VERIFIER', 'InvalidStateError'],
    ['noe', 'alice', 'ADMIN', 'InvalidStateError'],
    ['noe', 'learner-02', 'EVALUATOR', 'NotFoundError'],
    ['sara', 'alice', 'ADMIN', 'InvalidStateError'],
    ['sara', 'alice', 'LEARNER', 'InvalidStateError'],
  ])('granted by %s to %s: %s answers %s', async (by, to, persona, expected) => {
    const answer = await users.ask(seeded('raices', by), GRANT, { input: assigning(to, persona) });
    expect(outcome(answer, 'personaGrant')).toBe(expected);
  });

  test('is neither given nor taken by anybody else, nor to somebody of another tenant', async () => {
    for (const [persona, key] of Object.entries(RAICES_BY_PERSONA)) {
      if (['admin', 'super_admin', 'certifier', 'centre_admin'].includes(persona)) continue;
      for (const [query, field] of [
        [GRANT, 'personaGrant'],
        [TAKE, 'personaRevoke'],
      ] as const) {
        expect(await users.ask(seeded('raices', key), query, { input: assigning('alice', 'LEARNER') }), persona).toMatchObject({
          data: { [field]: null },
          errors: [{ code: 'FORBIDDEN' }],
        });
      }
    }
    const foreign = assigning('alice', 'MENTOR', { tenantId: raices });
    expect(outcome(await users.ask(fabian, GRANT, { input: foreign }), 'personaGrant')).toBe('NotFoundError');
    expect(outcome(await users.ask(fabian, GRANT, { input: assigning('alice', 'MENTOR') }), 'personaGrant')).toBe(
      'NotFoundError',
    );
    expect(outcome(await users.ask(fabian, TAKE, { input: assigning('alice', 'LEARNER') }), 'personaRevoke')).toBe(
      'NotFoundError',
    );
  });

  test('of the last admin is not taken; the platform appoints the first of a tenant, and no second', async () => {
    await using users = await openUsers();
    expect(outcome(await users.ask(carla, TAKE, { input: assigning('carla', 'ADMIN') }), 'personaRevoke')).toBe(
      'InvalidStateError',
    );
    const appoint = (key: string) =>
      users.ask(sara, GRANT, { input: assigning(key, 'ADMIN', { tenantId: solaris, userId: userIdOf('solaris', key) }) });
    expect(outcome(await appoint('elena'), 'personaGrant')).toBe('InvalidStateError');
    await users.inTenant(solaris, (tx) => tx.execute(`delete from persona_grants where persona = 'admin'`));
    expect(outcome(await appoint('elena'), 'personaGrant')).toBe('PersonaGrantSuccess');
    expect(outcome(await appoint('diego'), 'personaGrant')).toBe('InvalidStateError');
    const admins = await users.inTenant(solaris, (tx) =>
      tx.execute(`select user_id from persona_grants where persona = 'admin'`),
    );
    expect([...admins]).toEqual([{ user_id: userIdOf('solaris', 'elena') }]);
    expect(await users.emitted(solaris, personaGranted)).toHaveLength(1);
  });
});
