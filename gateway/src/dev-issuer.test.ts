import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMovingClock } from '../test/moving-clock.ts';
import { alice } from '../test/people.ts';
import { createDevIssuer, writeDevPeople } from './dev-issuer.ts';

let folder: string;
const options = { issuer: 'urn:test', audience: 'academy', clock: createMovingClock(), isProduction: false };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dev-issuer-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('processes that share the folder share the key, even when they start together', async () => {
  const directory = join(folder, 'shared');
  const issuers = await Promise.all(Array.from({ length: 5 }, () => createDevIssuer({ ...options, directory })));
  expect(new Set(issuers.map((issuer) => JSON.stringify(issuer.jwks))).size).toBe(1);
});

test('only its owner may read the key, and the published set holds no secret', async () => {
  const directory = join(folder, 'private');
  const issuer = await createDevIssuer({ ...options, directory });
  expect((await stat(join(directory, 'signing-key.json'))).mode & 0o777).toBe(0o600);
  expect(issuer.jwks.keys).toHaveLength(1);
  expect(issuer.jwks.keys[0]).not.toHaveProperty('d');
  expect(issuer.jwks.keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256', alg: 'ES256' });
});

test('it cannot be made in production', async () => {
  const directory = join(folder, 'production');
  await expect(createDevIssuer({ ...options, directory, isProduction: true })).rejects.toThrow(
    'cannot be switched on in production',
  );
  await expect(stat(directory)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('it knows the people that were written for it, and nobody before', async () => {
  const directory = join(folder, 'people');
  const issuer = await createDevIssuer({ ...options, directory });
  expect(await issuer.people()).toEqual([]);
  const { userId, tenantId, tenantSlug, persona } = alice;
  await writeDevPeople(directory, [{ label: 'alice', userId, tenantId, tenantSlug, persona }]);
  expect(await issuer.people()).toEqual([{ label: 'alice', userId, tenantId, tenantSlug, persona }]);
});
