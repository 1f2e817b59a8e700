import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@academy/kernel';
import type { SigningKey } from '@academy/platform/access';
import { type Service, stopAll } from '@academy/platform/lifecycle';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { createFileStorage } from '@academy/platform/storage';
import { type IslandResources, openIsland, type RunningIsland, startApi } from '@academy/platform/subgraph';
import { createTelemetry } from '@academy/platform/telemetry';
import { openTlsIdentity } from '@academy/platform/tls';
import type { Service as ComposedService } from '@academy/schema/compose';
import { readAuthority, readPair, writePair } from '@academy/testing/certificates';
import { openTestDatabase } from '@academy/testing/databases';
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
  /** It answers signed calls of the gateway at this port of this machine, by a certificate that the CA of `certificates` gives it. */
  listen(port: number, certificates: string): Promise<void>;
  close(): Promise<void>;
};

/** What composition is told of it. */
export const annexService = (): ComposedService => ({ name: 'annex', url: 'http://annex.internal/', typeDefs: annexTypeDefs() });

/** Folios, and what the corpus calls secrets of a tenant. */
export const secretOf = (letter: 'A' | 'B'): string => `secret-${letter}`;

const CERTIFICATE_MS = 86_400_000;
const PEOPLE = { A: ['alice', 'bruno', 'carla', 'ines'], B: ['diego', 'fabian', 'irene'] } as const;

/** Opens the annex; the caller closes it. */
export async function openAnnex(servers: Servers, signingKey: SigningKey): Promise<Annex> {
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
  const resources: IslandResources = {
    database: base.database,
    relayDatabase: base.relayDatabase,
    redis,
    signingKeys: [signingKey],
    storage: createFileStorage(folder),
    clock: systemClock,
    logger,
    telemetry: createTelemetry({ process: 'annex' }),
  };
  const island = await openIsland(definition, resources);
  const running: Service[] = [];
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
    async listen(port, certificates) {
      const authority = await readPair(certificates, 'ca');
      if (authority === undefined) throw new Error(`Expected a CA in ${certificates}.`);
      const notAfter = new Date(Date.now() + CERTIFICATE_MS);
      const issuer = await readAuthority(authority);
      await writePair(certificates, 'annex', await issuer.issue({ name: 'annex', usages: ['server'], notAfter }));
      const [certFile, keyFile] = [join(certificates, 'annex.crt'), join(certificates, 'annex.key')];
      const identity = await openTlsIdentity({
        files: { certFile, keyFile, caFile: join(certificates, 'ca-bundle.crt') },
        logger,
      });
      const tls = { identity, clientNames: ['gateway'], gatewayName: 'gateway' };
      running.push(await startApi(island, resources, { host: '127.0.0.1', port, tls }), identity);
    },
    async close() {
      await stopAll(running);
      await island.close();
      await redis.close();
      await base.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
