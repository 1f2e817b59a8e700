import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@academy/platform/config';
import { blindIndex, createKeyRing, DataKey, keyNameOf, keysFrom, parseRing, vaultVariables } from '@academy/platform/vault';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const owner = { tenantId: 'tenant-a', subject: 'alice', version: 1 };
const bytes = randomBytes(32);
const key = new DataKey(Buffer.from(bytes), owner);

describe('a data key', () => {
  test('opens whatever it sealed, and never seals it the same way twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = key.seal('fullName', text);
        expect(key.open('fullName', sealed)).toBe(text);
        expect(key.seal('fullName', text)).not.toBe(sealed);
      }),
    );
  });

  test.each([
    ['another field', 'curp', owner],
    ['another person', 'email', { ...owner, subject: 'bruno' }],
    ['another tenant', 'email', { ...owner, tenantId: 'tenant-b' }],
    ['another version', 'email', { ...owner, version: 2 }],
  ])('does not open what was sealed for %s, even with the same bytes', (_what, field, of) => {
    const sealed = key.seal('email', 'alice@raices.example.mx');
    expect(() => new DataKey(Buffer.from(bytes), of).open(field, sealed)).toThrow(
      `A sealed ${field} of ${of.subject} does not open`,
    );
  });

  test('notices one changed bit anywhere', () => {
    const sealed = key.seal('curp', 'BOXW310820HNERXN09');
    const [format, version, body = ''] = sealed.split('.');
    const raw = Buffer.from(body, 'base64url');
    for (let bit = 0; bit < raw.length * 8; bit += 1) {
      const changed = Buffer.from(raw);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => key.open('curp', `${format}.${version}.${changed.toString('base64url')}`)).toThrow('does not open');
    }
  });

  test.each(['', 's1', 's1.1', 's1.1.', 's2.1.AAAA', 'alice@raices.example.mx', `s1.1.${'A'.repeat(20)}`])(
    'does not open "%s"',
    (text) => {
      expect(() => key.open('email', text)).toThrow('does not open');
    },
  );

  test('shows nothing of itself', () => {
    expect(JSON.stringify({ key })).toBe('{"key":{}}');
    expect(String(key)).not.toContain(bytes.toString('base64'));
  });
});

describe('a blind index', () => {
  test('is the same for one value however it is written, and another for another field, value or tenant', () => {
    const of = (value: string) => blindIndex(key, 'email', value);
    expect(of(' Alice@Raices.example.MX ')).toBe(of('alice@raices.example.mx'));
    expect(blindIndex(key, 'curp', 'boxw-310820 hnerxn09')).toBe(blindIndex(key, 'curp', 'BOXW310820HNERXN09'));
    expect(of('alicia@raices.example.mx')).not.toBe(of('alice@raices.example.mx'));
    expect(blindIndex(key, 'curp', 'x')).not.toBe(blindIndex(key, 'email', 'x'));
    expect(blindIndex(new DataKey(randomBytes(32), owner), 'email', 'x')).not.toBe(of('x'));
  });
});

describe('a key ring', () => {
  const [first, second] = [randomBytes(32), randomBytes(32)];
  const old = createKeyRing([{ id: '2025', key: first }]);
  const both = createKeyRing([
    { id: '2026', key: second },
    { id: '2025', key: first },
  ]);

  test('wraps with the newest, unwraps with all, and rewraps to the newest', async () => {
    const dataKey = randomBytes(32);
    const [wrapped = ''] = await old.wrap([{ dataKey, context: 'c' }]);
    expect(keyNameOf(wrapped)).toBe('ring:2025');
    expect(await both.unwrap([{ wrapped, context: 'c' }])).toEqual([dataKey]);
    const [moved = ''] = await both.rewrap([{ wrapped, context: 'c' }]);
    expect(keyNameOf(moved)).toBe('ring:2026');
    expect(await both.rewrap([{ wrapped: moved, context: 'c' }])).toEqual([moved]);
    const alone = createKeyRing([{ id: '2026', key: second }]);
    expect(await alone.unwrap([{ wrapped: moved, context: 'c' }])).toEqual([dataKey]);
    await expect(alone.unwrap([{ wrapped, context: 'c' }])).rejects.toThrow(
      'wrapped by "ring:2025", which is not among the keys',
    );
  });

  test('does not unwrap for another context, nor with another key of the same id', async () => {
    const [wrapped = ''] = await old.wrap([{ dataKey: randomBytes(32), context: 'c' }]);
    await expect(old.unwrap([{ wrapped, context: 'd' }])).rejects.toThrow('does not unwrap with "ring:2025"');
    const impostor = createKeyRing([{ id: '2025', key: randomBytes(32) }]);
    await expect(impostor.unwrap([{ wrapped, context: 'c' }])).rejects.toThrow('does not unwrap');
  });

  test.each([
    ['no key', [], 'At least one'],
    ['a short key', [{ id: 'a', key: Buffer.alloc(16) }], 'must have 32 bytes; it has 16'],
    [
      'two of one id',
      [
        { id: 'a', key: first },
        { id: 'a', key: second },
      ],
      'Two keys have the id "a"',
    ],
    ['an id that cannot stand in a name', [{ id: 'A:b', key: first }], 'small letters'],
  ])('is not made of %s', (_what, keys, message) => {
    expect(() => createKeyRing(keys)).toThrow(message);
  });
});

describe('the environment', () => {
  const pair = (id: string) => `${id}:${randomBytes(32).toString('base64url')}`;
  const read = (environment: Record<string, string>, isProduction = false) =>
    keysFrom(readConfig(z.object(vaultVariables), environment), { isProduction });

  test('names no keys by itself', () => {
    expect(read({})).toBeUndefined();
  });

  test('names keys in a variable or in a file, newest first', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'academy-keys-')), 'keys');
    writeFileSync(file, `# newest first\n${pair('b')}\n${pair('a')}\n`);
    const wrap = async (keys: ReturnType<typeof read>) =>
      keyNameOf((await keys?.wrap([{ dataKey: bytes, context: 'c' }]))?.[0] ?? '');
    expect(await wrap(read({ KEY_ENCRYPTION_KEYS_FILE: file }))).toBe('ring:b');
    expect(await wrap(read({ KEY_ENCRYPTION_KEYS: `${pair('z')},${pair('y')}` }))).toBe('ring:z');
    expect(parseRing(pair('x'))).toHaveLength(1);
  });

  test.each([
    ['a key that is too short', { KEY_ENCRYPTION_KEYS: 'a:c2hvcnQ' }, false, 'one has 5 bytes'],
    ['both at once', { KEY_ENCRYPTION_KEYS: pair('a'), KEY_ENCRYPTION_KEYS_FILE: '/x' }, false, 'not both'],
    ['a file that is not there', { KEY_ENCRYPTION_KEYS_FILE: '/nonexistent/keys' }, false, 'cannot be read: /nonexistent/keys'],
    ['Vault without a login', { VAULT_ADDR: 'https://vault:8200' }, false, 'VAULT_TOKEN'],
    ['a development key in production', { KEY_ENCRYPTION_KEYS: pair('dev-1') }, true, 'key for development'],
    ['Vault in the clear in production', { VAULT_ADDR: 'http://vault:8200', VAULT_TOKEN: 't' }, true, 'must be https'],
  ])('is refused with %s', (_what, environment, isProduction, message) => {
    expect(() => read(environment, isProduction)).toThrow(message);
  });

  test('moves from a ring to Vault: new keys go there, old ones still open, and rewrapping carries them over', async () => {
    const { startTransit, TRANSIT_CA } = await import('./transit-server.ts');
    await using vault = await startTransit();
    const folder = mkdtempSync(join(tmpdir(), 'academy-ca-'));
    writeFileSync(join(folder, 'ca.pem'), TRANSIT_CA);
    const ring = pair('a');
    const [held = ''] = (await read({ KEY_ENCRYPTION_KEYS: ring })?.wrap([{ dataKey: bytes, context: 'c' }])) ?? [];
    const keys = read({
      KEY_ENCRYPTION_KEYS: ring,
      VAULT_ADDR: vault.address,
      VAULT_TOKEN: vault.rootToken,
      VAULT_CACERT: join(folder, 'ca.pem'),
    });
    const [moved = '', fresh = ''] =
      (await keys?.rewrap([
        { wrapped: held, context: 'c' },
        { wrapped: ((await keys.wrap([{ dataKey: bytes, context: 'd' }])) as [string])[0], context: 'd' },
      ])) ?? [];
    expect([moved, fresh].map(keyNameOf)).toEqual(['transit:academy:v1', 'transit:academy:v1']);
    expect(
      await keys?.unwrap([
        { wrapped: fresh, context: 'd' },
        { wrapped: held, context: 'c' },
        { wrapped: moved, context: 'c' },
      ]),
    ).toEqual([bytes, bytes, bytes]);
    await keys?.close?.();
  });
});
