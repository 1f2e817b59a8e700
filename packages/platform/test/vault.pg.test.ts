import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  createKeyRing,
  createVault,
  type DataKey,
  dataKeys,
  destroyKey,
  type KeyEncryptionKeys,
  keyNameOf,
  rewrapTenant,
} from '@academy/platform/vault';
import { tenantIdOf } from '@academy/testing/people';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorld, type World } from './world.ts';

const raices = tenantIdOf('raices');
const solaris = tenantIdOf('solaris');
const [oldKey, newKey] = [randomBytes(32), randomBytes(32)];
const oldRing = createKeyRing([{ id: 'old', key: oldKey }]);

let world: World;
let unwrapped: number;
let keys: KeyEncryptionKeys;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  unwrapped = 0;
  keys = {
    ...oldRing,
    async unwrap(items) {
      unwrapped += items.length;
      return oldRing.unwrap(items);
    },
  };
});

const write = <T>(work: Parameters<typeof world.db.database.inTenant<T>>[2], tenantId = raices) =>
  world.db.database.inTenant(tenantId, 'write', work);

async function keyOf(subject: string, vault = createVault(keys), tenantId = raices): Promise<DataKey | undefined> {
  return write(async (tx) => (await vault.keysFor(tx, tenantId, [subject])).get(subject), tenantId);
}

const rowOf = async (subject: string) => (await write((tx) => tx.select().from(dataKeys))).find((row) => row.subject === subject);

describe('the key of a subject', () => {
  test('is made once, also when two ask at the same moment, and is kept wrapped alone', async () => {
    const alice = randomUUID();
    const made = await Promise.all(Array.from({ length: 8 }, () => keyOf(alice)));
    const sealed = made[0]?.seal('email', 'a@b.mx') ?? '';
    for (const key of made) expect(key?.open('email', sealed)).toBe('a@b.mx');
    const row = await rowOf(alice);
    expect(row).toMatchObject({ version: 1, wrappedBy: 'ring:old', destroyedAt: null });
    expect(row?.wrappedHash).toBe(
      createHash('sha256')
        .update(row?.wrapped ?? '')
        .digest('hex'),
    );
  });

  test('is not seen, and not had, by another tenant', async () => {
    const alice = randomUUID();
    const sealed = (await keyOf(alice))?.seal('email', 'a@b.mx') ?? '';
    expect(await write((tx) => tx.select().from(dataKeys), solaris)).toEqual([]);
    const theirs = await keyOf(alice, createVault(keys), solaris);
    expect(() => theirs?.open('email', sealed)).toThrow('does not open');
    await expect(
      write((tx) => createVault(keys).keysFor(tx, solaris, [randomUUID()])),
      'one tenant’s transaction makes no key for another',
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('that was put into another’s row opens nothing', async () => {
    const [alice, bruno] = [randomUUID(), randomUUID()];
    await Promise.all([keyOf(alice), keyOf(bruno)]);
    const stolen = (await rowOf(alice))?.wrapped ?? '';
    await expect(createVault(keys).unlock(raices, [{ subject: bruno, version: 1, wrapped: stolen }])).rejects.toThrow(
      'does not unwrap',
    );
  });

  test('is held in the clear for a minute, and unwrapped anew after that', async () => {
    const alice = randomUUID();
    let nowMs = 1_000;
    const vault = createVault(keys, { nowMs: () => nowMs });
    await keyOf(alice, vault);
    await keyOf(alice, vault);
    expect(unwrapped).toBe(1);
    nowMs += 59_000;
    await keyOf(alice, vault);
    expect(unwrapped).toBe(1);
    nowMs += 2_000;
    await keyOf(alice, vault);
    expect(unwrapped).toBe(2);
  });
});

describe('a destroyed key', () => {
  test('opens nothing from then on, also where it is still held in the clear, and leaves a proof that stays the same', async () => {
    const alice = randomUUID();
    const vault = createVault(keys);
    await keyOf(alice, vault);
    const before = await rowOf(alice);
    const at = new Date('2026-03-02T16:00:00.000Z');
    const proof = await write((tx) => destroyKey(tx, { tenantId: raices, subject: alice }, at));
    expect(proof).toEqual({
      keyId: `${raices}/${alice}/1`,
      wrappedBy: 'ring:old',
      wrappedHash: before?.wrappedHash,
      destroyedAt: at,
    });
    expect(await keyOf(alice, vault)).toBeUndefined();
    expect(await rowOf(alice)).toMatchObject({ wrapped: null, destroyedAt: at });
    const again = await write((tx) => destroyKey(tx, { tenantId: raices, subject: alice }, new Date()));
    expect(again).toEqual(proof);
  });

  test('is no key of somebody who never had one', async () => {
    expect(await write((tx) => destroyKey(tx, { tenantId: raices, subject: randomUUID() }, new Date()))).toBeUndefined();
  });

  test('cannot be brought back, deleted, or given another hash by the runtime role', async () => {
    const alice = randomUUID();
    await keyOf(alice);
    const { wrapped } = (await rowOf(alice)) ?? {};
    const forged = `update data_keys set wrapped = null, destroyed_at = now(), wrapped_hash = repeat('0', 64) where subject = '${alice}'`;
    await expect(write((tx) => tx.execute(forged))).rejects.toMatchObject({ cause: { code: '23514' } });
    await write((tx) => destroyKey(tx, { tenantId: raices, subject: alice }, new Date()));
    const revived = `update data_keys set wrapped = '${wrapped}', destroyed_at = null where subject = '${alice}'`;
    await expect(write((tx) => tx.execute(revived))).rejects.toMatchObject({ cause: { code: '23001' } });
    const deleted = `delete from data_keys where subject = '${alice}'`;
    await expect(write((tx) => tx.execute(deleted))).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('a tenant’s secret', () => {
  const secret = { tenantId: raices, field: 'webhook.secret' };

  test('is opened for its own tenant and field', async () => {
    const vault = createVault(keys);
    const sealed = await write((tx) => vault.seal(tx, { ...secret, text: 'hush' }));
    expect(sealed).toMatch(/^s1\.1\.[\w-]+$/);
    expect(await write((tx) => vault.open(tx, { ...secret, sealed }))).toBe('hush');
    await expect(write((tx) => vault.open(tx, { ...secret, field: 'totp.secret', sealed }))).rejects.toThrow('does not open');
    await write((tx) => vault.seal(tx, { ...secret, tenantId: solaris, text: 'other' }), solaris);
    await expect(write((tx) => vault.open(tx, { ...secret, tenantId: solaris, sealed }), solaris)).rejects.toThrow(
      'does not open',
    );
  });
});

describe('rewrapping', () => {
  test('moves every key of a tenant to the newest, tells how many, and leaves what they sealed readable without the old one', async () => {
    const tenantId = randomUUID();
    const people = Array.from({ length: 450 }, () => randomUUID());
    const sealed = await write(async (tx) => {
      const made = await createVault(oldRing).keysFor(tx, tenantId, people);
      return new Map(people.map((one) => [one, made.get(one)?.seal('email', one) ?? '']));
    }, tenantId);
    const [gone = '', ...alive] = people;
    await write((tx) => destroyKey(tx, { tenantId, subject: gone }, new Date()), tenantId);

    const both = createKeyRing([
      { id: 'new', key: newKey },
      { id: 'old', key: oldKey },
    ]);
    expect(await rewrapTenant(world.db.database, both, tenantId)).toEqual({ seen: 449, rewrapped: 449 });
    expect(await rewrapTenant(world.db.database, both, tenantId)).toEqual({ seen: 449, rewrapped: 0 });

    const vault = createVault(createKeyRing([{ id: 'new', key: newKey }]));
    const found = await write((tx) => vault.keysFor(tx, tenantId, people), tenantId);
    for (const one of alive) expect(found.get(one)?.open('email', sealed.get(one) ?? '')).toBe(one);
    expect(found.has(gone)).toBe(false);
    const rows = await write((tx) => tx.select().from(dataKeys), tenantId);
    expect(new Set(rows.filter((row) => row.wrapped !== null).map((row) => keyNameOf(row.wrapped ?? '')))).toEqual(
      new Set(['ring:new']),
    );
  });
});
