import { expect, test } from 'vitest';
import { type ClientKey, parseClientSignatures } from './client-signatures.ts';

const readKey = (pem: string) => (pem === 'good' ? 'GOOD' : undefined);
const key = (more: Partial<ClientKey> = {}): ClientKey => ({ id: 'k1', algorithm: 'ed25519', publicKey: 'good', ...more });

test('keys are kept in the usual form of their text', () => {
  expect(parseClientSignatures({ isRequired: true, keys: [key()] }, readKey)).toEqual({
    ok: true,
    value: { isRequired: true, keys: [{ id: 'k1', algorithm: 'ed25519', publicKey: 'GOOD' }] },
  });
  expect(parseClientSignatures({ isRequired: false, keys: [] }, readKey)).toMatchObject({ ok: true });
});

test.each([
  ['no key where signatures are required', { isRequired: true, keys: [] }, 'keys'],
  ['two keys of one id', { isRequired: true, keys: [key(), key()] }, 'keys.1.id'],
  ['an id that no header can carry', { isRequired: true, keys: [key({ id: 'a"b' })] }, 'keys.0.id'],
  ['what is no key', { isRequired: false, keys: [key({ publicKey: 'bad' })] }, 'keys.0.publicKey'],
  ['more than 20', { isRequired: false, keys: Array.from({ length: 21 }, (_, at) => key({ id: `k${at}` })) }, 'keys'],
] as const)('%s is refused', (_name, given, path) => {
  expect(parseClientSignatures(given, readKey)).toMatchObject({
    ok: false,
    error: { kind: 'InvalidInput', field: `clientSignatures.${path}` },
  });
});
