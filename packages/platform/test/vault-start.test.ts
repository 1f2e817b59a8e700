import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { islandConfig, runApiProcess, runWorkerProcess } from '@academy/platform/subgraph';
import { describe, expect, test } from 'vitest';
import { startTransit, TRANSIT_CA } from './transit-server.ts';

const ENVIRONMENT = {
  DATABASE_URL: 'postgres://users_app:x@127.0.0.1:1/users',
  RELAY_DATABASE_URL: 'postgres://users_relay:x@127.0.0.1:1/users',
  REDIS_URL: 'redis://127.0.0.1:1',
  SIGNING_KEYS: `test:${'x'.repeat(32)}`,
  LOG_LEVEL: 'silent',
};
const DEVELOPMENT_KEY = `dev-1:${Buffer.alloc(32).toString('base64url')}`;

const start = (run: typeof runApiProcess, env: Record<string, string>) => {
  const handle = { env: { ...ENVIRONMENT, ...env }, pid: 1 } as unknown as Parameters<typeof runApiProcess>[0];
  // It must be refused before anything of the definition is looked at but its name and whether it seals.
  return run(handle, islandConfig, () => ({ name: 'users', isSealing: true }) as never);
};

describe.each([
  ['API', runApiProcess],
  ['worker', runWorkerProcess],
] as const)('the %s of an island that seals', (_role, run) => {
  test.each([
    [
      'without a key-encryption key',
      {},
      'The island users seals personal data and needs a key-encryption key: set KEY_ENCRYPTION_KEYS',
    ],
    [
      'in production, with a key for development',
      { NODE_ENV: 'production', KEY_ENCRYPTION_KEYS: DEVELOPMENT_KEY },
      'key for development',
    ],
    ['with a key that is none', { KEY_ENCRYPTION_KEYS: 'a:b' }, 'each key 32 bytes'],
  ])('does not start %s', async (_how, env, message) => {
    await expect(start(run, env)).rejects.toThrow(message);
  });

  test('does not start when Vault refuses its token', async () => {
    await using vault = await startTransit();
    const file = join(await mkdtemp(join(tmpdir(), 'academy-ca-')), 'ca.pem');
    await writeFile(file, TRANSIT_CA);
    const env = { VAULT_ADDR: vault.address, VAULT_TOKEN: 'wrong', VAULT_CACERT: file };
    await expect(start(run, env)).rejects.toThrow('Vault answered 403');
  });
});
