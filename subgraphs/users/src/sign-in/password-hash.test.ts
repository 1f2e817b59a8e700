import { expect, test } from 'vitest';
import { createPasswordHashes } from './password-hash.ts';

const hashes = createPasswordHashes();

test('a password is kept as argon2id under a salt of its own, and found again however it is composed', async () => {
  const kept = await hashes.hash('contraseña de alicia');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashes.hash('contraseña de alicia')).not.toBe(kept);
  expect(await hashes.verify('contraseña de alicia', kept)).toBe(true);
  expect(await hashes.verify('contraseña de alicia'.normalize('NFD'), kept)).toBe(true);
  expect(await hashes.verify('contraseña de alicia ', kept)).toBe(false);
});

test('where none is kept, no password is right', async () => {
  expect(await hashes.verify('', undefined)).toBe(false);
  expect(await hashes.verify('anything', undefined)).toBe(false);
});

test('who comes when too many wait already is told to come back, and the rest get their answer', async () => {
  const busy = createPasswordHashes();
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => busy.verify('anything', undefined)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(34);
  expect(outcomes.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'UNAVAILABLE' } });
  expect(await busy.verify('anything', undefined)).toBe(false);
});
