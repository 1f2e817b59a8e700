import { buildGuardedSchema } from '@academy/platform/subgraph';
import { ISLANDS } from '@academy/platform/topology';
import { composeSupergraph } from '@academy/schema/compose';
import { createTestClock } from '@academy/testing/clock';
import { buildSchema } from 'graphql';
import { islandDefinitions } from '../../permissions/definitions.ts';
import { AWAY_MARK } from '../../permissions/fill-world.ts';
import { createTaintCheck, readTaint } from './answers/taint.ts';
import { allAskers } from './documents/askers.ts';
import { harvestCursors } from './documents/harvest-cursors.ts';
import type { Ground } from './documents/random-case.ts';
import { readPools } from './documents/read-pools.ts';
import type { Judge, Worlds } from './try-case.ts';
import { TWIN_MARK } from './worlds/add-twin.ts';
import { openWorld, type World, type WorldOptions } from './worlds/open-world.ts';
import { OWN, type PreparedWorlds, prepareWorlds } from './worlds/prepare-worlds.ts';

/** Two worlds, what is asked of them, and how their answers are judged. */
export type Fuzz = {
  readonly worlds: Worlds;
  readonly prepared: PreparedWorlds;
  readonly ground: Ground;
  readonly judge: Judge;
  /** The whole world once more, with something wrong with it; to be closed by who opened it. */
  openWrong(wrong: Pick<WorldOptions, 'name'> & Partial<Pick<WorldOptions, 'definitions' | 'between'>>): Promise<World>;
  close(): Promise<void>;
};

/** When the seed was made. */
const SEEDED_AT = new Date('2026-03-02T16:00:00Z');
/** Root fields that the gateway answers without a login, as in its `public-fields.ts`; more would be refused, and be found to be. */
const PUBLIC_ROOTS = ['certificateVerification', 'course', 'courses', 'standard', 'standards', 'tenant'];
/** Lists are asked for their cursors by these: together they may see every list. */
const LIST_READERS = new Set(['learner', 'admin', 'auditor', 'privacy_officer', 'super_admin']);
const INSTANTS = [
  '2025-08-15T00:00:00.000Z',
  '2025-12-01T12:00:00.000Z',
  '2026-02-14T08:30:00.000Z',
  '2030-01-01T00:00:00.000Z',
  '2031-01-01T00:00:00.000Z',
];

/** Seeds the databases and opens both worlds. Time stands still in them, so that answers do not differ by when they were given. */
export async function openFuzz(options: { adminUrl: string; redisUrl: string; prefix: string }): Promise<Fuzz> {
  const { adminUrl, redisUrl, prefix } = options;
  const definitions = islandDefinitions();
  const prepared = await prepareWorlds({ adminUrl, prefix, definitions, now: SEEDED_AT });
  const composition = composeSupergraph();
  const common = { definitions, redisUrl, composition, clock: createTestClock(new Date()) };
  const [whole, alone] = await Promise.all([
    openWorld({ ...common, name: `${prefix}-whole`, urls: prepared.whole.urls }),
    openWorld({ ...common, name: `${prefix}-alone`, urls: prepared.alone.urls }),
  ]);
  const api = buildSchema(composition.apiSdl);
  const askers = allAskers();
  const read = await readPools(prepared.whole.admin, OWN.id);
  const cursors = await harvestCursors(
    whole,
    api,
    askers.filter(({ name }) => LIST_READERS.has(name)),
    read.ids,
  );
  const known = new Set([...read.ids.values()].flatMap(({ own, others }) => [...own, ...others]));
  return {
    worlds: { whole, alone },
    prepared,
    ground: {
      api,
      islands: Object.fromEntries(
        ISLANDS.map((island) => [island, buildGuardedSchema(definitions[island])]),
      ) as Ground['islands'],
      publicRoots: PUBLIC_ROOTS,
      askers,
      pools: { ...read, cursors, instants: INSTANTS },
    },
    judge: {
      taint: createTaintCheck(await readTaint(prepared.whole.admin, OWN.id), [AWAY_MARK, TWIN_MARK]),
      isKnown: (id) => known.has(id),
    },
    openWrong: (wrong) => openWorld({ ...common, urls: prepared.whole.urls, ...wrong, name: `${prefix}-${wrong.name}` }),
    async close() {
      await Promise.all([whole.close(), alone.close()]);
      await prepared.drop();
    },
  };
}
