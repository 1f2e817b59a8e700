import { readConfig } from '@academy/platform/config';
import { openDatabase } from '@academy/platform/db';
import { ISLANDS, type IslandName } from '@academy/platform/topology';
import { createVault, keysFrom, vaultVariables } from '@academy/platform/vault';
import { seedFurtherTenant } from '@academy/scripts/seed-further-tenant';
import type { TenantSlug } from '@academy/testing/people';
import { z } from 'zod';
import { readCompose } from '../../src/compose.ts';
import { STAFF } from '../staff.ts';
import type { System } from '../system.ts';

/** Tenants whose learners complete courses in these runs. */
export const TENANTS: readonly TenantSlug[] = ['raices', 'solaris', 'milpa'];

const LEARNERS = 30;

/** The third tenant exists afterwards, beside the two of the seed, and every process hears of it as of any other. */
export async function addThirdTenant(system: System): Promise<void> {
  const open = (island: IslandName) =>
    [island, openDatabase({ url: system.databaseUrl(island, 'app'), maxConnections: 1, name: 'faults-seed' })] as const;
  const opened = ISLANDS.map(open);
  const databases = Object.fromEntries(opened) as Record<IslandName, (typeof opened)[number][1]>;
  const users = (await readCompose()).find(({ name }) => name === 'users');
  const keys = keysFrom(readConfig(z.object(vaultVariables), users?.environment ?? {}), { isProduction: false });
  if (keys === undefined) throw new Error('docker-compose.yml should have KEY_ENCRYPTION_KEYS for users.');
  const { certifier, analyst, officer } = STAFF.milpa;
  const staff = { isaura: 'instructor', [certifier]: 'certifier', [analyst]: 'analyst', [officer]: 'privacy_officer' } as const;
  try {
    const tenant = { slug: 'milpa', name: 'Academia Milpa', staff, learners: LEARNERS };
    await seedFurtherTenant(databases, tenant, { now: new Date(), vault: createVault(keys) });
  } finally {
    for (const [, database] of opened) await database.close();
  }
}
