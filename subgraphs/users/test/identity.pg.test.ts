import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type Tx } from '@academy/platform/db';
import { openTestDatabase } from '@academy/testing/databases';
import type { TestIsland } from '@academy/testing/island';
import { people, tenantIdOf, userIdOf, worker } from '@academy/testing/people';
import { openTestVault } from '@academy/testing/vault';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { personOf } from '../src/seed/people.ts';
import { addIdentities, eraseIdentity, findIdentities, findUserIdBy } from '../src/store/identity.ts';
import { sealIdentities } from '../src/store/seal-identities.ts';
import { defineUsers } from '../src/subgraph.ts';
import type { Services } from '../src/worker-context.ts';
import { openUsers, SEEDED_AT, seeded } from './open-users.ts';

let users: TestIsland<Services>;
beforeAll(async () => {
  users = await openUsers();
});
afterAll(() => users.close());

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const { alice, bruno } = people.raices;
const ALICE = personOf('raices', 'alice');

/** Everything that the table holds of a tenant, as text. */
const wholeTable = (tx: Tx) => tx.execute<{ row: string }>('select to_jsonb(i)::text as row from user_identities i');

test('nothing of a person can be read in the table, and no value is sealed the same way twice', async () => {
  const rows = await users.inTenant(raices, wholeTable);
  expect(rows).toHaveLength(44);
  const text = rows.map(({ row }) => row).join('\n');
  for (const part of [ALICE.curp, ALICE.email, 'Robles', 'Cárdenas', 'example.mx']) expect(text).not.toContain(part);
  const sealedValues = text.match(/s1\.1\.[\w-]+/g) ?? [];
  expect(sealedValues).toHaveLength(44 * 3);
  expect(new Set(sealedValues).size).toBe(44 * 3);
});

test('the database takes no identity in the clear', async () => {
  const inClear = `update user_identities set full_name = 'Alicia Robles' where user_id = '${alice.userId}'`;
  await expect(users.inTenant(raices, (tx) => tx.execute(inClear))).rejects.toMatchObject({ cause: { code: '23514' } });
});

describe('a person is found by her', () => {
  const find = (tenantId: string, field: 'email' | 'curp', value: string) =>
    users.inTenant(tenantId, (tx) => findUserIdBy(tx, users.context.vault, { tenantId, field, value }));

  test.each([
    ['address, in whatever case', 'email', ' ALICE@raices.Example.mx '],
    ['CURP, with or without separators', 'curp', `${ALICE.curp.slice(0, 4)}-${ALICE.curp.slice(4).toLowerCase()}`],
  ] as const)('%s', async (_what, field, value) => {
    expect(await find(raices, field, value)).toBe(alice.userId);
    expect(await find(solaris, field, value), 'in another tenant').toBeUndefined();
    expect(await find(raices, field, `${value}x`), 'by another value').toBeUndefined();
  });

  test('values, whose indexes differ from tenant to tenant', async () => {
    const indexesOf = async (tenantId: string) =>
      users.inTenant(tenantId, async (tx) => {
        const [row] = await tx.execute<{ user_id: string; email_index: string; curp_index: string }>(
          `select email_index, curp_index from user_identities where user_id = '${alice.userId}'`,
        );
        return row;
      });
    const here = await indexesOf(raices);
    const there = await users.inTenant(solaris, async (tx) => {
      const at = SEEDED_AT.toISOString();
      await tx.execute(`insert into users values ('${solaris}', '${alice.userId}', 'Alicia', null, '${at}', '${at}')`);
      await addIdentities(tx, users.context.vault, solaris, [{ ...ALICE, userId: alice.userId }]);
      const [row] = await tx.execute(`select email_index, curp_index from user_identities where user_id = '${alice.userId}'`);
      return row;
    });
    expect(here?.email_index).toMatch(/^[\w-]{43}$/);
    expect(there).not.toMatchObject({ email_index: here?.email_index });
    expect(there).not.toMatchObject({ curp_index: here?.curp_index });
  });
});

test('a page of people costs one query, and opens only what is asked of it', async () => {
  let queries = 0;
  let asked: string[] = [];
  await users.inTenant(raices, async (tx) => {
    const counting = new Proxy(tx, {
      get(target, name) {
        if (name === 'select') queries += 1;
        return Reflect.get(target, name);
      },
    });
    const ids = Array.from({ length: 30 }, (_, i) => userIdOf('raices', `learner-${String(i + 1).padStart(2, '0')}`));
    const found = await findIdentities(counting, users.context.vault, raices, ids);
    asked = found.map((one) => JSON.stringify(one));
    expect(found.map((one) => one.email).sort()).toEqual(
      ids.map((_, i) => `learner-${String(i + 1).padStart(2, '0')}@raices.example.mx`),
    );
  });
  expect(queries).toBe(1);
  expect(asked[0], 'what a log would show of an identity').toMatch(/^{"userId":"[\w-]+"}$/);
});

test('a row that was moved to another person opens nothing, and nothing of it is told', async () => {
  await using own = await openUsers();
  await own.inTenant(raices, (tx) =>
    tx.execute(`update user_identities target set email_sealed = source.email_sealed from user_identities source
      where target.user_id = '${bruno.userId}' and source.user_id = '${alice.userId}'`),
  );
  const answer = await own.ask(bruno, '{ me { id email } }');
  expect(answer.data).toEqual({ me: { id: bruno.userId, email: null } });
  expect(answer.errors).toMatchObject([{ code: 'INTERNAL' }]);
  expect(JSON.stringify(answer)).not.toContain('alice');
});

describe('a person whose key is destroyed', () => {
  const everything = `query ($id: ID!) { user(id: $id) { id displayName fullName email curpMasked } }`;

  test('reads as erased at once, in every process, for everybody, and not as an error; others stay as they are', async () => {
    await using own = await openUsers();
    const noe = seeded('raices', 'noe');
    // Her key is held in the clear here.
    expect((await own.ask(noe, everything, { id: alice.userId })).data).toMatchObject({ user: { fullName: ALICE.fullName } });
    const at = new Date('2026-03-02T16:00:00.000Z');
    const proof = await own.inTenant(raices, (tx) => eraseIdentity(tx, { tenantId: raices, userId: alice.userId }, at));
    expect(proof).toMatchObject({ keyId: `${raices}/${alice.userId}/1`, wrappedBy: 'ring:test-1', destroyedAt: at });

    const erased = { id: alice.userId, displayName: 'Alicia Robles', fullName: null, email: null, curpMasked: null };
    expect(await own.ask(noe, everything, { id: alice.userId })).toEqual({ data: { user: erased }, errors: [] });
    const entity = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { curp fullName } } }';
    const ask = worker('raices', 'conocer-worker', ['curp.reveal', 'profile.read']);
    expect(await own.ask(ask, entity, { r: [{ __typename: 'User', id: alice.userId }] })).toEqual({
      data: { _entities: [{ curp: null, fullName: null }] },
      errors: [],
    });
    expect((await own.ask(noe, everything, { id: bruno.userId })).data).toMatchObject({
      user: { email: 'bruno@raices.example.mx' },
    });

    const again = await own.inTenant(raices, (tx) => eraseIdentity(tx, { tenantId: raices, userId: alice.userId }, new Date()));
    expect(again).toEqual(proof);
    await expect(
      own.inTenant(raices, (tx) => addIdentities(tx, own.context.vault, raices, [{ ...ALICE, userId: alice.userId }])),
    ).rejects.toThrow('was erased');
  });

  test('reads as erased also where her row came back from a backup', async () => {
    await using own = await openUsers();
    const identity = await own.inTenant(raices, async (tx) => {
      const [backup] = await tx.execute<{ row: string }>(
        `select to_jsonb(i)::text as row from user_identities i where user_id = '${alice.userId}'`,
      );
      await eraseIdentity(tx, { tenantId: raices, userId: alice.userId }, new Date());
      await tx.execute(
        `insert into user_identities select * from jsonb_populate_record(null::user_identities, '${backup?.row}')`,
      );
      return (await findIdentities(tx, own.context.vault, raices, [alice.userId]))[0];
    });
    expect({ ...identity, fullName: identity?.fullName, email: identity?.email, curp: identity?.curp }).toEqual({
      userId: alice.userId,
      fullName: null,
      email: null,
      curp: null,
    });
  });
});

test('what an earlier version kept in the clear is sealed once, in every tenant, and can be read and found as before', async () => {
  const { migrations } = defineUsers();
  const folder = await mkdtemp(join(tmpdir(), 'academy-migrations-'));
  for (const file of (await readdir(migrations)).filter((name) => name < '0015'))
    await cp(join(migrations, file), join(folder, file));
  const old = await openTestDatabase({
    adminUrl: inject('adminDatabaseUrl'),
    runId: inject('runId'),
    island: 'users',
    migrations: folder,
  });
  const ids = Array.from({ length: 230 }, (_, i) => userIdOf('raices', `old-${i}`));
  const at = SEEDED_AT.toISOString();
  for (const [tenantId, slug] of [
    [raices, 'raices'],
    [solaris, 'solaris'],
  ] as const) {
    await old.database.inTenant(tenantId, 'write', async (tx) => {
      await tx.execute(`insert into tenant_directory values ('${tenantId}', '${slug}', '${slug}', 'ACTIVE', '{}', '${at}')`);
      for (const [i, id] of ids.entries()) {
        await tx.execute(`insert into users values ('${tenantId}', '${id}', 'P', null, '${at}', '${at}')`);
        const curp = i % 2 === 0 ? `'${ALICE.curp}'` : 'null';
        await tx.execute(
          `insert into user_identities values ('${tenantId}', '${id}', 'Persona ${slug} ${i}', 'p${i}@${slug}.mx', ${curp})`,
        );
      }
    });
  }
  await migrate(old.owner, migrations);
  const vault = openTestVault();
  expect(await sealIdentities(old.database, vault)).toBe(460);
  expect(await sealIdentities(old.database, vault)).toBe(0);
  for (const [tenantId, slug] of [
    [raices, 'raices'],
    [solaris, 'solaris'],
  ] as const) {
    await old.database.inTenant(tenantId, 'read', async (tx) => {
      const text = (await wholeTable(tx)).map(({ row }) => row).join();
      for (const part of ['Persona ', '@', ALICE.curp]) expect(text.includes(part), part).toBe(false);
      const found = await findIdentities(tx, vault, tenantId, ids);
      expect(new Map(found.map((one) => [one.userId, [one.fullName, one.email, one.curp]]))).toEqual(
        new Map(ids.map((id, i) => [id, [`Persona ${slug} ${i}`, `p${i}@${slug}.mx`, i % 2 === 0 ? ALICE.curp : null]])),
      );
      expect(await findUserIdBy(tx, vault, { tenantId, field: 'email', value: `P7@${slug}.mx` })).toBe(ids[7]);
    });
  }
  await old.drop();
  await rm(folder, { recursive: true });
});
