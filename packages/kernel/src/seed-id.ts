import { createHash } from 'node:crypto';

/** The namespace of every id that seed data is given, so that seeding twice writes the same rows. */
export const SEED_NAMESPACE = '5ee44a0c-0c3e-5a0e-9d4b-ac4de3a1c001';

/**
 * The same id for the same key on every machine: a UUID of version 5 under `SEED_NAMESPACE`.
 * Keys are paths from the general to the particular, e.g. `raices/user/alice`.
 */
export function seedId(key: string): string {
  return uuidV5(SEED_NAMESPACE, key);
}

/** The name-based UUID of version 5 (SHA-1) of RFC 9562 §5.5, lower case. Throws if `namespace` is not a UUID. */
export function uuidV5(namespace: string, name: string): string {
  const namespaceBytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  if (namespaceBytes.length !== 16) throw new RangeError(`A namespace must be a UUID, got "${namespace}".`);
  const bytes = createHash('sha1').update(namespaceBytes).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
