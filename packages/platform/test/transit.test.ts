import { randomBytes } from 'node:crypto';
import { Fault } from '@academy/kernel';
import { createTransitKeys, keyNameOf } from '@academy/platform/vault';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTransit, TRANSIT_CA, type TransitServer } from './transit-server.ts';

let vault: TransitServer;
beforeEach(async () => {
  vault = await startTransit();
});
afterEach(() => vault[Symbol.asyncDispose]());

function open(changes: Partial<Parameters<typeof createTransitKeys>[0]> = {}) {
  return createTransitKeys({
    address: vault.address,
    mount: 'transit',
    key: 'academy',
    login: { kind: 'token', token: vault.rootToken },
    ca: TRANSIT_CA,
    deadlineMs: 2_000,
    ...changes,
  });
}

const approle = () => ({ login: { kind: 'approle', ...vault.appRole } as const });
const items = (count: number) => Array.from({ length: count }, (_, i) => ({ dataKey: randomBytes(32), context: `person ${i}` }));

test('a page of data keys is wrapped in one call and unwrapped in another, each in its place', async () => {
  const keys = open();
  const fresh = items(100);
  const wrapped = await keys.wrap(fresh);
  expect(new Set(wrapped.map(keyNameOf))).toEqual(new Set(['transit:academy:v1']));
  const opened = await keys.unwrap(wrapped.map((text, i) => ({ wrapped: text, context: `person ${i}` })));
  expect(opened).toEqual(fresh.map((one) => one.dataKey));
  expect(vault.asked).toEqual(['/v1/transit/encrypt/academy', '/v1/transit/decrypt/academy']);
});

test('a data key of another person does not unwrap, and the message holds no key', async () => {
  const keys = open();
  const [wrapped = ''] = await keys.wrap(items(1));
  const refused = keys.unwrap([{ wrapped, context: 'person 1' }]);
  await expect(refused).rejects.toThrow('Vault answered 400 on transit/decrypt/academy: cipher: message authentication failed');
  await expect(refused).rejects.not.toThrow(wrapped);
});

test('after a rotation old keys still unwrap, rewrapping moves them to the new version, and moves nothing twice', async () => {
  const keys = open();
  const dataKey = randomBytes(32);
  const [old = ''] = await keys.wrap([{ dataKey, context: 'c' }]);
  vault.rotate();
  expect(await keys.unwrap([{ wrapped: old, context: 'c' }])).toEqual([dataKey]);
  const [moved = ''] = await keys.rewrap([{ wrapped: old, context: 'c' }]);
  expect(keyNameOf(moved)).toBe('transit:academy:v2');
  expect(await keys.rewrap([{ wrapped: moved, context: 'c' }])).toEqual([moved]);
  expect(await keys.unwrap([{ wrapped: moved, context: 'c' }])).toEqual([dataKey]);
});

test('an AppRole signs in once for many calls, and once more when its token ran out', async () => {
  const keys = open(approle());
  await Promise.all([keys.wrap(items(1)), keys.wrap(items(1)), keys.wrap(items(1))]);
  expect(vault.asked.filter((path) => path.endsWith('login'))).toHaveLength(1);
  vault.revokeTokens();
  await Promise.all([keys.wrap(items(1)), keys.wrap(items(1))]);
  expect(vault.asked.filter((path) => path.endsWith('login'))).toHaveLength(2);
});

describe('Vault', () => {
  test('sealed is an outage, and when it is unsealed all is well again', async () => {
    const keys = open(approle());
    vault.isSealed = true;
    const refused = keys.wrap(items(1));
    await expect(refused).rejects.toBeInstanceOf(Fault);
    await expect(refused).rejects.toMatchObject({ code: 'UNAVAILABLE', isRetryable: true });
    vault.isSealed = false;
    await expect(keys.wrap(items(1))).resolves.toHaveLength(1);
  });

  test('that answers nothing is given up at the deadline', async () => {
    const keys = open({ deadlineMs: 150 });
    vault.isSilent = true;
    await expect(keys.wrap(items(1))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('that is not there is an outage', async () => {
    await expect(open({ address: 'https://127.0.0.1:1' }).wrap(items(1))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test.each([
    [
      'a wrong token',
      { login: { kind: 'token', token: 'hvs.wrong' } as const },
      'Vault answered 403 on transit/encrypt/academy: permission denied',
    ],
    ['a key that is not there', { key: 'other' }, 'Vault answered 400 on transit/encrypt/other: encryption key not found'],
    ['an engine that is not there', { mount: 'elsewhere' }, 'Vault answered 404'],
    [
      'a wrong secret id',
      { login: { kind: 'approle', roleId: 'r', secretId: 's' } as const },
      'Vault answered 400 on auth/approle/login: invalid role or secret ID',
    ],
  ])('refuses %s for good, and says why', async (_what, change, message) => {
    const refused = open(change).wrap(items(1));
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.not.toBeInstanceOf(Fault);
  });

  test('whose certificate nobody vouches for is not told anything', async () => {
    await expect(open({ ca: undefined }).wrap(items(1))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(vault.asked).toEqual([]);
  });
});

describe('the check at start', () => {
  test('passes with a derived key', async () => {
    await expect(open().check()).resolves.toBeUndefined();
  });

  test('refuses a key that is not bound to its context, with the command that makes one', async () => {
    await using loose = await startTransit({ isDerived: false });
    await expect(open({ address: loose.address, login: { kind: 'token', token: loose.rootToken } }).check()).rejects.toThrow(
      'vault write -f transit/keys/academy derived=true',
    );
  });

  test('tells an outage from a mistake', async () => {
    vault.isSealed = true;
    await expect(open().check()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
