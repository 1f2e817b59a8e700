import { createKeyRing, createVault, type KeyEncryptionKeys, type Vault } from '@academy/platform/vault';

/** A key-encryption key for tests: guards nothing outside of them. */
export const TEST_KEYS: KeyEncryptionKeys = createKeyRing([{ id: 'test-1', key: Buffer.alloc(32, 'a key for tests ') }]);

/** A vault under that key; all of a run agree, as roles and templates do. */
export function openTestVault(): Vault {
  return createVault(TEST_KEYS);
}
