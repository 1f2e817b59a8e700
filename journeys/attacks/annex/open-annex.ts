import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import { openIsland, type RunningIsland } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import type { Service } from '@academy/schema/compose';
import { openTestDatabase } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { userIdOf } from '@academy/testing/people';
import type { Servers } from '../../src/servers.ts';
import { TENANT_IDS, TENANTS } from '../io-stages.ts';
import { annexTypeDefs, defineAnnex } from './define-annex.ts';

/** The annex that runs, on a database of its own. */
export type Annex = {
  /** Name of the database. */
  readonly database: string;
  readonly island: RunningIsland;
  /** Rows of both tenants are there afterwards, with a paper of each of these certifications. */
  fill(certifications: Readonly<Record<'A' | 'B', string>>): Promise<void>;
  /** How many acts of A's people were done so far. */
  acts(): Promise<number>;
  close(): Promise<void>;
};

/** What composition is told of it. */
export const annexService = (): Service => ({ name: 'annex', url: 'http://annex.internal/', typeDefs: annexTypeDefs() });

/** Folios, and what the corpus calls secrets of a tenant. */
export const secretOf = (letter: 'A' | 'B'): string => `secret-${letter}`;

const PEOPLE = { A: ['alice', 'bruno', 'carla', 'ines'], B: ['diego', 'fabian', 'irene'] } as const;

/** Opens the annex; the caller closes it. */
export async function openAnnex(servers: Servers): Promise<Annex> {
  const definition = defineAnnex();
  const base = await openTestDatabase({
    adminUrl: servers.adminDatabaseUrl,
    runId: servers.runId,
    island: 'annex',
    migrations: definition.migrations,
  });
  const folder = await mkdtemp(join(tmpdir(), 'academy-annex-'));
  const logger = createLogger({ process: 'annex', level: 'silent' });
  const redis = openRedis({ url: servers.redisUrl, namespace: `annex-${servers.runId}`, logger, name: 'annex' });
  const island = await openIsland(definition, {
    database: base.database,
    relayDatabase: base.relayDatabase,
    redis,
    signingKeys: [TEST_SIGNING_KEY],
    storage: createFileStorage(folder),
    clock: systemClock,
    logger,
    telemetry: createTelemetry({ process: 'annex' }),
  });
  const inTenant = base.database.pool;
  return {
    database: new URL(base.app).pathname.slice(1),
    island,
    async fill(certifications) {
      for (const letter of ['A', 'B'] as const) {
        const id = TENANT_IDS[letter];
        const learner = userIdOf(TENANTS[letter], PEOPLE[letter][0]);
        await inTenant.begin(async (tx) => {
          await tx`select set_config('app.tenant_id', ${id}, true)`;
          await tx`insert into certs (tenant_id, id, code) values (${id}, 1, ${`code-${letter}`}), (${id}, 2, ${`more-${letter}`})`;
          await tx`insert into events (tenant_id, id, note) values (${id}, 1, ${secretOf(letter)}), (${id}, 2, 'nothing')`;
          await tx`insert into papers (tenant_id, id, owner_id, folio) values (${id}, ${certifications[letter]}, ${learner}, ${secretOf(letter)})`;
          for (const key of PEOPLE[letter])
            await tx`insert into people (tenant_id, id, name, role) values (${id}, ${userIdOf(TENANTS[letter], key)}, ${key}, 'student')`;
        });
      }
    },
    async acts() {
      return inTenant.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${TENANT_IDS.A}, true)`;
        const [row] = await tx<{ c: number }[]>`select count(*)::int as c from acts`;
        return row?.c ?? 0;
      });
    },
    async close() {
      await island.close();
      await redis.close();
      await base.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
