import { createSecretKey, type KeyObject } from 'node:crypto';
import { decrypt, encrypt, KEY_BYTES } from './envelope.ts';
import { type KeyEncryptionKeys, keyNameOf } from './key-encryption-keys.ts';

/** One version of the key-encryption key. */
export type RingKey = { readonly id: string; readonly key: Buffer };

const PREFIX = 'ring';
const ID = /^[a-z0-9][a-z0-9-]{0,31}$/;

/**
 * Key-encryption keys that this process holds itself, newest first: the first wraps, all unwrap. Throws RangeError when there is none, when two have
 * one id, or when one is not 32 bytes.
 */
export function createKeyRing(keys: readonly RingKey[]): KeyEncryptionKeys {
  const ring = new Map<string, KeyObject>();
  for (const { id, key } of keys) {
    if (!ID.test(id)) throw new RangeError(`A key id of small letters, digits and hyphens was expected, got "${id}".`);
    if (key.length !== KEY_BYTES) throw new RangeError(`The key "${id}" must have ${KEY_BYTES} bytes; it has ${key.length}.`);
    if (ring.has(id)) throw new RangeError(`Two keys have the id "${id}"; give each version its own.`);
    ring.set(id, createSecretKey(key));
  }
  const [newest] = ring;
  if (newest === undefined) throw new RangeError('At least one key-encryption key is needed.');
  const [newestId, newestKey] = newest;

  const wrapOne = (dataKey: Buffer, context: string) =>
    `${PREFIX}:${newestId}:${encrypt(newestKey, context, dataKey).toString('base64url')}`;

  function unwrapOne(wrapped: string, context: string): Buffer {
    const [prefix, id = '', body = ''] = wrapped.split(':');
    const key = prefix === PREFIX ? ring.get(id) : undefined;
    if (key === undefined)
      throw new Error(
        `A data key is wrapped by "${keyNameOf(wrapped)}", which is not among the keys of this process; add it, then rewrap.`,
      );
    const dataKey = decrypt(key, context, Buffer.from(body, 'base64url'));
    if (dataKey === undefined) throw new Error(`A data key does not unwrap with "${keyNameOf(wrapped)}" for ${context}.`);
    return dataKey;
  }

  return {
    wrap: async (items) => items.map(({ dataKey, context }) => wrapOne(dataKey, context)),
    unwrap: async (items) => items.map(({ wrapped, context }) => unwrapOne(wrapped, context)),
    rewrap: async (items) =>
      items.map(({ wrapped, context }) =>
        keyNameOf(wrapped) === `${PREFIX}:${newestId}` ? wrapped : wrapOne(unwrapOne(wrapped, context), context),
      ),
    async check() {},
  };
}
