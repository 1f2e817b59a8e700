import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { wholeNumber } from '../config/index.ts';
import { KEY_BYTES } from './envelope.ts';
import type { KeyEncryptionKeys } from './key-encryption-keys.ts';
import { createKeyRing, type RingKey } from './key-ring.ts';
import { createTransitKeys } from './transit.ts';

/** The variables that say who keeps the key-encryption keys. One of the first three is needed by a process that seals. */
export const vaultVariables = {
  /** `id:key` pairs, newest first, separated by commas; a key is 32 bytes in base64url. The first wraps, all unwrap. */
  KEY_ENCRYPTION_KEYS: z.string().optional(),
  /** A file with the same, one pair a line. */
  KEY_ENCRYPTION_KEYS_FILE: z.string().optional(),
  /** HashiCorp Vault or OpenBao; its transit engine wraps. With keys of the two variables above as well, those only unwrap: to move, rewrap. */
  VAULT_ADDR: z.url({ protocol: /^https?$/ }).optional(),
  VAULT_TRANSIT_MOUNT: z
    .string()
    .regex(/^[\w/-]+$/)
    .default('transit'),
  /** Made with `derived=true`. */
  VAULT_TRANSIT_KEY: z
    .string()
    .regex(/^[\w-]+$/)
    .default('academy'),
  VAULT_TOKEN: z.string().optional(),
  VAULT_ROLE_ID: z.string().optional(),
  VAULT_SECRET_ID: z.string().optional(),
  VAULT_NAMESPACE: z.string().optional(),
  /** PEM file of the authority that signed Vault's certificate; default: the system's. */
  VAULT_CACERT: z.string().optional(),
  VAULT_DEADLINE_MS: wholeNumber(100).default(2_000),
};

const settings = z.object(vaultVariables);
export type VaultSettings = z.infer<typeof settings>;

/**
 * The keys that the environment names; undefined when it names none. Throws an Error that says which variable to mend: on a key of the wrong length, a file
 * that cannot be read, Vault without a login, and, in production, on a key whose id begins with `dev-` and on Vault without TLS.
 */
export function keysFrom(config: VaultSettings, { isProduction }: { isProduction: boolean }): KeyEncryptionKeys | undefined {
  const ring = ringOf(config);
  if (isProduction && ring.some(({ id }) => id.startsWith('dev-')))
    throw new Error(
      'KEY_ENCRYPTION_KEYS holds a key for development (dev-…); production needs its own: `openssl rand -base64 32 | tr +/ -_ | tr -d =`.',
    );
  const held = ring.length === 0 ? undefined : createKeyRing(ring);
  if (config.VAULT_ADDR === undefined) return held;
  if (isProduction && config.VAULT_ADDR.startsWith('http:'))
    throw new Error('VAULT_ADDR must be https in production: data keys travel over it.');
  const transit = createTransitKeys({
    address: config.VAULT_ADDR,
    mount: config.VAULT_TRANSIT_MOUNT,
    key: config.VAULT_TRANSIT_KEY,
    login: loginOf(config),
    ca: config.VAULT_CACERT === undefined ? undefined : read('VAULT_CACERT', config.VAULT_CACERT),
    namespace: config.VAULT_NAMESPACE,
    deadlineMs: config.VAULT_DEADLINE_MS,
  });
  return held === undefined ? transit : movingFrom(held, transit);
}

/** Pairs of `id:key`, separated by commas or lines. Throws RangeError on a pair that is none. */
export function parseRing(text: string): RingKey[] {
  return text
    .split(/[,\n]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && !pair.startsWith('#'))
    .map((pair) => {
      const at = pair.indexOf(':');
      const key = Buffer.from(pair.slice(at + 1), 'base64url');
      if (at < 1 || key.length !== KEY_BYTES)
        throw new RangeError(
          `Pairs of id:key were expected, each key ${KEY_BYTES} bytes in base64url; one has ${at < 1 ? 'no id' : `${key.length} bytes`}.`,
        );
      return { id: pair.slice(0, at), key };
    });
}

function ringOf(config: VaultSettings): RingKey[] {
  const file = config.KEY_ENCRYPTION_KEYS_FILE;
  if (config.KEY_ENCRYPTION_KEYS !== undefined && file !== undefined)
    throw new Error(
      'Set KEY_ENCRYPTION_KEYS or KEY_ENCRYPTION_KEYS_FILE, not both: it would not be clear which key is the newest.',
    );
  return parseRing(config.KEY_ENCRYPTION_KEYS ?? (file === undefined ? '' : read('KEY_ENCRYPTION_KEYS_FILE', file)));
}

function loginOf({ VAULT_TOKEN: token, VAULT_ROLE_ID: roleId, VAULT_SECRET_ID: secretId }: VaultSettings) {
  if (token !== undefined) return { kind: 'token', token } as const;
  if (roleId !== undefined && secretId !== undefined) return { kind: 'approle', roleId, secretId } as const;
  throw new Error('VAULT_ADDR is set: VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID, are needed to sign in.');
}

/** Wraps by the new keeper, unwraps by whichever wrapped: for the time between two keepers. */
function movingFrom(held: KeyEncryptionKeys, transit: KeyEncryptionKeys): KeyEncryptionKeys {
  const isHeld = ({ wrapped }: { wrapped: string }) => wrapped.startsWith('ring:');
  return {
    wrap: (items) => transit.wrap(items),
    async unwrap(items) {
      const [mine, theirs] = await Promise.all([
        held.unwrap(items.filter(isHeld)),
        transit.unwrap(items.filter((item) => !isHeld(item))),
      ]);
      return items.map((item) => (isHeld(item) ? mine : theirs).shift() as Buffer);
    },
    async rewrap(items) {
      const old = items.filter(isHeld);
      const opened = await held.unwrap(old);
      const [moved, renewed] = await Promise.all([
        transit.wrap(old.map(({ context }, index) => ({ context, dataKey: opened[index] as Buffer }))),
        transit.rewrap(items.filter((item) => !isHeld(item))),
      ]);
      return items.map((item) => (isHeld(item) ? moved : renewed).shift() as string);
    },
    check: () => transit.check(),
    close: async () => transit.close?.(),
  };
}

function read(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    throw new Error(`${variable} names a file that cannot be read: ${file}.`, { cause: thrown });
  }
}
