import type { IslandName } from '@academy/platform/topology';
import { tenantIdOf } from '@academy/testing/people';
import { OTHER_CORE } from '../../gateway/enter.ts';
import type { Spawned } from '../../gateway/processes/spawned.ts';
import { MOVED_TENANT, WATCHERS_PER_CERTIFICATION, watchesOf } from '../population.ts';
import type { AcademyPlace, AcademySetup } from '../processes/academy.ts';
import type { MoverPlace, MoverSetup } from '../processes/mover.ts';
import type { Stage } from '../stage.ts';
import type { People } from './crowd.ts';

/** A real academy, and certifications of it that can be moved on. */
export type RealAcademy = {
  /** The process of the islands, and of the gateway if they are called in its process. */
  readonly process: Spawned;
  /** Of its own gateway. */
  readonly port: number;
  readonly path: string;
  readonly namespace: string;
  readonly islandUrls: Readonly<Record<IslandName, string>>;
  readonly mover: Spawned;
  /** So many watchers of its certifications, with these documents in turn. */
  peopleOf(watchers: number, documents: People['documents']): Promise<People>;
  stop(): Promise<void>;
};

const STOP_MS = 30_000;
let started = 0;

/** An academy on databases of its own, with enough certifications for so many watchers; `stop` removes it. */
export async function startRealAcademy(
  stage: Stage,
  { calls, watchers, core = OTHER_CORE }: { calls: AcademySetup['calls']; watchers: number; core?: number },
): Promise<RealAcademy> {
  started += 1;
  const { adminDatabaseUrl, redisUrl } = stage.settings;
  const prefix = `bl_${process.pid}_${started}`;
  const setup: AcademySetup = {
    ...{ calls, adminDatabaseUrl, redisUrl, prefix },
    dataDir: stage.workDir,
    identityDirectory: stage.identityDirectory,
  };
  const academy = await stage.startProcess('academy.ts', { ACADEMY: JSON.stringify(setup) }, core);
  const place = academy.told as AcademyPlace;
  const certifications = Math.max(WATCHERS_PER_CERTIFICATION, Math.ceil(watchers / WATCHERS_PER_CERTIFICATION));
  const moverSetup: MoverSetup = { databaseUrl: place.certificationUrl, certifications };
  const mover = await stage.startProcess('mover.ts', { MOVER: JSON.stringify(moverSetup) });
  const { certifications: ids } = mover.told as MoverPlace;
  return {
    process: academy,
    port: place.port,
    path: `/t/${MOVED_TENANT}/graphql`,
    namespace: prefix.replaceAll('_', '-'),
    islandUrls: place.islandUrls as Record<IslandName, string>,
    mover,
    async peopleOf(count, documents) {
      const people = Math.ceil(count / WATCHERS_PER_CERTIFICATION);
      return {
        documents,
        tokens: await stage.tokensOf(tenantIdOf(MOVED_TENANT), people),
        watches: watchesOf(count, ids, documents.length),
      };
    },
    async stop() {
      await mover.stop();
      await academy.ask('stop', STOP_MS).catch(() => undefined);
      await academy.stop();
    },
  };
}
