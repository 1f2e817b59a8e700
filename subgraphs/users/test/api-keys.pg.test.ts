import { hash } from 'node:crypto';
import { apiKeyChanged } from '@academy/contracts';
import { parseApiKey, seedId } from '@academy/kernel';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, visitor, worker } from '@academy/testing/people';
import { describe, expect, test } from 'vitest';
import type { Services } from '../src/worker-context.ts';
import { openUsers, RAICES_BY_PERSONA, seeded } from './open-users.ts';

const raices = tenantIdOf('raices');
const { carla } = people.raices;
const { fabian } = people.solaris;
const gateway = (slug: 'raices' | 'solaris') => worker(slug, 'gateway', ['api-key.read', 'api-key.use']);

const CREATE = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { __typename
  ... on ApiKeyCreateSuccess { secret isReplay apiKey { id name prefix scopes status createdBy { displayName } expiresAt lastUsedAt } }
  ... on InvalidInputError { field } ... on InvalidStateError { message } ... on ConflictError { code } } }`;
const ROTATE = `mutation ($input: ApiKeyRotateInput!) { apiKeyRotate(input: $input) { __typename
  ... on ApiKeyRotateSuccess { secret isReplay apiKey { id rotatedAt previousSecretUntil } }
  ... on InvalidInputError { field } ... on InvalidStateError { message } } }`;
const REVOKE = `mutation ($input: ApiKeyRevokeInput!) { apiKeyRevoke(input: $input) { __typename
  ... on ApiKeyRevokeSuccess { apiKey { status } } ... on InvalidInputError { field } } }`;
const LIST = `query ($first: Int, $after: String) { apiKeys(first: $first, after: $after) {
  edges { node { id name status lastUsedAt } } pageInfo { hasNextPage endCursor } } }`;
const GRANT = `query ($publicId: String!, $digest: String!) { apiKeyGrant(publicId: $publicId, digest: $digest) { id scopes expiresAt version } }`;
const USE = 'mutation ($uses: [ApiKeyUseInput!]!) { apiKeyUseRecord(uses: $uses) }';

type Users = TestIsland<Services>;
type Created = { __typename: string; secret: string; isReplay: boolean; apiKey: { id: string; prefix: string } };

let calls = 0;
async function create(users: Users, who = carla, more: Record<string, unknown> = {}): Promise<Created> {
  calls += 1;
  const input = { name: 'Nómina', scopes: ['PROGRESS_READ'], idempotencyKey: `create-${calls}`, ...more };
  const answer = await users.ask(who, CREATE, { input });
  expect(answer.errors).toEqual([]);
  return answer.data?.['apiKeyCreate'] as Created;
}
async function grantOf(users: Users, secret: string, slug: 'raices' | 'solaris' = 'raices') {
  const publicId = parseApiKey(secret)?.publicId ?? '';
  const answer = await users.ask(gateway(slug), GRANT, { publicId, digest: hash('sha256', secret) });
  expect(answer.errors).toEqual([]);
  return (answer.data as { apiKeyGrant: { scopes: string[]; version: number; expiresAt: string } | null }).apiKeyGrant;
}
const acts = (users: Users) =>
  users.database.inTenant(raices, 'read', (tx) =>
    tx.execute('select action, actor, subject, why from audit_log order by number'),
  );

describe('a new key', () => {
  test('is told once with its secret, which is nowhere kept', async () => {
    await using users = await openUsers();
    const made = await create(users, carla, { scopes: ['PROGRESS_READ', 'CERTIFICATION_READ', 'PROGRESS_READ'] });
    expect(made).toMatchObject({
      isReplay: false,
      apiKey: {
        name: 'Nómina',
        scopes: ['PROGRESS_READ', 'CERTIFICATION_READ'],
        status: 'ACTIVE',
        createdBy: { displayName: expect.any(String) },
        lastUsedAt: null,
      },
    });
    expect(parseApiKey(made.secret)?.tenantId).toBe(raices);
    expect(made.secret.startsWith(made.apiKey.prefix)).toBe(true);
    const { secret } = parseApiKey(made.secret) ?? { secret: '' };
    for (const table of ['api_keys', 'audit_log', 'idempotency_keys', 'outbox']) {
      const rows = await users.database.inTenant(raices, 'read', (tx) => tx.execute(`select t::text as row from ${table} t`));
      expect(JSON.stringify([...rows]), table).not.toContain(secret);
    }
    expect([...(await acts(users))]).toEqual([
      { action: 'api-key.create', actor: carla.userId, subject: made.apiKey.id, why: null },
    ]);
    expect(await grantOf(users, made.secret)).toMatchObject({ scopes: ['progress.read', 'certification.read'], version: 1 });
  });

  test('that is asked for again is the same key, without its secret', async () => {
    await using users = await openUsers();
    const made = await create(users, carla, { idempotencyKey: 'again' });
    const again = await create(users, carla, { idempotencyKey: 'again' });
    expect(again).toMatchObject({ secret: null, isReplay: true, apiKey: { id: made.apiKey.id } });
    expect(await create(users, carla, { idempotencyKey: 'again', name: 'Otra' })).toEqual({
      __typename: 'ConflictError',
      code: 'IDEMPOTENCY_CONFLICT',
    });
    expect(await acts(users)).toHaveLength(1);
  });

  test.each([
    ['name', { name: '  ' }],
    ['scopes', { scopes: [] }],
    ['expiresAt', { expiresAt: '2020-01-01T00:00:00.000Z' }],
    ['idempotencyKey', { idempotencyKey: '' }],
  ])('is refused for a bad %s', async (field, more) => {
    await using users = await openUsers();
    expect(await create(users, carla, more)).toMatchObject({ __typename: 'InvalidInputError', field });
  });

  test('is refused beyond fifty good ones, and has room again once one is revoked', async () => {
    await using users = await openUsers();
    const keys: Created[] = [];
    for (let n = 0; n < 50; n += 1) keys.push(await create(users));
    expect((await create(users)).__typename).toBe('InvalidStateError');
    expect((await create(users, fabian)).__typename).toBe('ApiKeyCreateSuccess');
    await users.ask(carla, REVOKE, { input: { id: keys[0]?.apiKey.id, reason: 'Ya no se usa' } });
    expect((await create(users)).__typename).toBe('ApiKeyCreateSuccess');
  });
});

describe('a rotation', () => {
  test('ends the secret before at once, or after the grace, and is told to the gateway', async () => {
    await using users = await openUsers();
    const { secret: first, apiKey } = await create(users);
    const rotate = async (key: string, graceSeconds?: number) => {
      const input = { id: apiKey.id, graceSeconds, idempotencyKey: key };
      return (await users.ask(carla, ROTATE, { input })).data?.['apiKeyRotate'] as Created;
    };
    const { secret: second } = await rotate('r1');
    expect([await grantOf(users, first), await grantOf(users, second)]).toMatchObject([null, { version: 2 }]);
    const { secret: third } = await rotate('r2', 3_600);
    expect(await rotate('r2', 3_600)).toMatchObject({ secret: null, isReplay: true });
    expect([await grantOf(users, second), await grantOf(users, third)]).toMatchObject([{ version: 3 }, { version: 3 }]);
    const endOfGrace = new Date(users.clock.now().getTime() + 3_600_000).toISOString();
    expect((await grantOf(users, second))?.expiresAt).toBe(endOfGrace);
    users.clock.advance(3_600_000);
    expect([await grantOf(users, second), await grantOf(users, third)]).toMatchObject([null, { version: 3 }]);
    const told = await users.emitted(raices, apiKeyChanged);
    expect(told.map(({ subject, data }) => [subject, data])).toEqual(
      [2, 3].map((version) => [apiKey.id, { publicId: parseApiKey(first)?.publicId, version, isRevoked: false }]),
    );
    expect((await acts(users)).map((act) => act['action'])).toEqual(['api-key.create', 'api-key.rotate', 'api-key.rotate']);
  });

  test('is refused for a grace of more than a day, an unknown key, and one that is over', async () => {
    await using users = await openUsers();
    const { apiKey } = await create(users);
    const rotate = async (input: object) => (await users.ask(carla, ROTATE, { input: { idempotencyKey: 'k', ...input } })).data;
    expect(await rotate({ id: apiKey.id, graceSeconds: 86_401 })).toEqual({
      apiKeyRotate: { __typename: 'InvalidInputError', field: 'graceSeconds' },
    });
    for (const id of ['no-id', seedId('nobody')]) {
      expect(await rotate({ id, idempotencyKey: id })).toEqual({ apiKeyRotate: { __typename: 'NotFoundError' } });
    }
    await users.ask(carla, REVOKE, { input: { id: apiKey.id, reason: 'Se filtró' } });
    expect(await rotate({ id: apiKey.id, idempotencyKey: 'late' })).toMatchObject({
      apiKeyRotate: { __typename: 'InvalidStateError' },
    });
  });
});

test('a revocation ends the key and the secret before it, once, with its reason on record', async () => {
  await using users = await openUsers();
  const { secret, apiKey } = await create(users);
  const rotated = await users.ask(carla, ROTATE, { input: { id: apiKey.id, graceSeconds: 60, idempotencyKey: 'r' } });
  const second = (rotated.data as { apiKeyRotate: Created }).apiKeyRotate.secret;
  const revoke = (reason: string) => users.ask(carla, REVOKE, { input: { id: apiKey.id, reason } });
  expect((await revoke('')).data).toEqual({ apiKeyRevoke: { __typename: 'InvalidInputError', field: 'reason' } });
  expect((await revoke('Se filtró')).data).toEqual({
    apiKeyRevoke: { __typename: 'ApiKeyRevokeSuccess', apiKey: { status: 'REVOKED' } },
  });
  expect((await revoke('Otra vez')).data).toMatchObject({ apiKeyRevoke: { apiKey: { status: 'REVOKED' } } });
  expect([await grantOf(users, secret), await grantOf(users, second)]).toEqual([null, null]);
  expect((await users.emitted(raices, apiKeyChanged)).map(({ data }) => data.isRevoked)).toEqual([false, true]);
  const [, , ...last] = await acts(users);
  expect(last).toEqual([{ action: 'api-key.revoke', actor: carla.userId, subject: apiKey.id, why: 'Se filtró' }]);
});

describe('the gateway', () => {
  test('is given nothing for what is unknown, tampered with, expired or another tenant’s', async () => {
    await using users = await openUsers();
    const inAMinute = new Date(users.clock.now().getTime() + 60_000).toISOString();
    const { secret } = await create(users, carla, { expiresAt: inAMinute });
    expect(await grantOf(users, secret)).toMatchObject({ expiresAt: inAMinute });
    expect(await grantOf(users, secret, 'solaris')).toBeNull();
    const publicId = parseApiKey(secret)?.publicId ?? '';
    for (const digest of [hash('sha256', `${secret}x`), '', 'zz', hash('sha256', secret).toUpperCase()]) {
      expect((await users.ask(gateway('raices'), GRANT, { publicId, digest })).data).toEqual({ apiKeyGrant: null });
    }
    users.clock.advance(60_000);
    expect(await grantOf(users, secret)).toBeNull();
  });

  test('tells of uses, of which one a minute is kept, of its own tenant’s keys', async () => {
    await using users = await openUsers();
    const { apiKey } = await create(users);
    const other = await create(users, fabian);
    const now = users.clock.now();
    const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
    const use = async (...uses: object[]) => (await users.ask(gateway('raices'), USE, { uses })).data?.['apiKeyUseRecord'];
    expect(
      await use({ id: apiKey.id, usedAt: at(0) }, { id: other.apiKey.id, usedAt: at(0) }, { id: 'no-id', usedAt: at(0) }),
    ).toBe(1);
    expect(await use({ id: apiKey.id, usedAt: at(59_999) })).toBe(0);
    users.clock.advance(60_000);
    expect(await use({ id: apiKey.id, usedAt: at(60_000) })).toBe(1);
    const listed = await users.ask(carla, LIST);
    expect(listed.data).toMatchObject({ apiKeys: { edges: [{ node: { lastUsedAt: at(60_000) } }] } });
    expect((await users.ask(fabian, LIST)).data).toMatchObject({ apiKeys: { edges: [{ node: { lastUsedAt: null } }] } });
    const tooMany = Array.from({ length: 101 }, () => ({ id: apiKey.id, usedAt: at(0) }));
    expect((await users.ask(gateway('raices'), USE, { uses: tooMany })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });
});

describe('keys are the admin’s of their own tenant', () => {
  test('who lists them page by page, newest first', async () => {
    await using users = await openUsers();
    for (const name of ['uno', 'dos', 'tres']) {
      await create(users, carla, { name });
      users.clock.advance(1_000);
    }
    await create(users, fabian, { name: 'ajena' });
    type Listed = { apiKeys: { edges: { node: { name: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    const first = (await users.ask(carla, LIST, { first: 2 })).data as Listed;
    const second = (await users.ask(carla, LIST, { first: 2, after: first.apiKeys.pageInfo.endCursor })).data as Listed;
    const names = [...first.apiKeys.edges, ...second.apiKeys.edges].map(({ node }) => node.name);
    expect(names).toEqual(['tres', 'dos', 'uno']);
    expect((await users.ask(carla, LIST, { first: 101 })).errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  });

  test('and not another tenant’s: it is not there', async () => {
    await using users = await openUsers();
    const { secret, apiKey } = await create(users);
    const rotated = await users.ask(fabian, ROTATE, { input: { id: apiKey.id, idempotencyKey: 'k' } });
    expect(rotated.data).toEqual({ apiKeyRotate: { __typename: 'NotFoundError' } });
    const revoked = await users.ask(fabian, REVOKE, { input: { id: apiKey.id, reason: 'Porque sí' } });
    expect(revoked.data).toEqual({ apiKeyRevoke: { __typename: 'NotFoundError' } });
    expect(await grantOf(users, secret)).not.toBeNull();
  });

  test('no other persona, process or visitor lists, makes, rotates or revokes one', async () => {
    await using users = await openUsers();
    const { apiKey } = await create(users);
    const everybody = Object.entries(RAICES_BY_PERSONA).map(([persona, key]) => [persona, seeded('raices', key)] as const);
    const others = everybody.filter(([persona]) => persona !== 'admin').map(([, principal]) => principal);
    const all = ['profile.read', 'progress.read', 'certification.read', 'submission.status', 'api-key.read', 'api-key.use'];
    for (const principal of [...others, visitor('raices'), worker('raices', 'api-key:x', all)]) {
      const asked = [
        await users.ask(principal, LIST),
        await users.ask(principal, CREATE, { input: { name: 'n', scopes: ['PROFILE_READ'], idempotencyKey: 'x' } }),
        await users.ask(principal, ROTATE, { input: { id: apiKey.id, idempotencyKey: 'x' } }),
        await users.ask(principal, REVOKE, { input: { id: apiKey.id, reason: 'Porque sí' } }),
      ];
      for (const { data, errors } of asked) {
        expect(Object.values(data ?? {})).toEqual([null]);
        expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
      }
    }
    expect(await acts(users)).toHaveLength(1);
  });

  test('and what the gateway asks is open to nobody else, the keys’ own scopes included', async () => {
    await using users = await openUsers();
    const scopes = ['profile.read', 'progress.read', 'certification.read', 'submission.status', 'tenant.read'];
    for (const principal of [carla, seeded('raices', 'sara'), visitor('raices'), worker('raices', 'api-key:x', scopes)]) {
      const grant = await users.ask(principal, GRANT, { publicId: 'x', digest: 'x' });
      const use = await users.ask(principal, USE, { uses: [] });
      expect([grant.errors, use.errors]).toMatchObject([[{ code: 'FORBIDDEN' }], [{ code: 'FORBIDDEN' }]]);
    }
  });
});
