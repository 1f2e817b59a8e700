import { type Clock, describeThrown, SECOND_MS } from '@academy/kernel';
import type { Service } from '../lifecycle/index.ts';
import type { Logger } from '../logger/index.ts';
import { pause } from '../resilience/index.ts';
import type { Database } from './database.ts';

/** A machine whose clock is off by no more than this is believed: the answer itself takes a while. */
const BELIEVED_MS = 2 * SECOND_MS;
const LOOK_EVERY_MS = 10 * SECOND_MS;
const TRY_AGAIN_MS = 500;

/** The time as PostgreSQL has it. `ready` resolves when it was asked for the first time; until then it is the machine's. */
export type ServerClock = Clock & Service & { readonly ready: Promise<void> };

/**
 * Asks PostgreSQL for the time now and every 10 s. All processes of an island write when work is due, and until when it is leased, into the same rows: one whose
 * machine's clock is wrong would put work off for as long as it is ahead. An outage of PostgreSQL is waited out with what is known.
 */
export function startServerClock(options: { database: Database; logger: Logger; machine?: () => number }): ServerClock {
  const { database, logger, machine = Date.now } = options;
  const stopping = new AbortController();
  const asked = Promise.withResolvers<void>();
  let aheadMs = 0;

  async function ask(): Promise<void> {
    const before = machine();
    const [row] = await database.pool<{ ms: number }[]>`
      select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`;
    const foundMs = (row?.ms ?? before) - (before + machine()) / 2;
    const isBelieved = Math.abs(foundMs) <= BELIEVED_MS;
    if (isBelieved !== (aheadMs === 0))
      logger.warn(
        { offMs: -Math.round(foundMs) },
        isBelieved ? 'the clock is right again' : 'the clock is wrong: PostgreSQL’s counts',
      );
    aheadMs = isBelieved ? 0 : foundMs;
  }
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await ask();
        asked.resolve();
        await pause(LOOK_EVERY_MS, stopping.signal);
      } catch (thrown) {
        if (!stopping.signal.aborted) logger.warn({ err: describeThrown(thrown) }, 'the time is not known: will ask again');
        await pause(TRY_AGAIN_MS, stopping.signal);
      }
    }
  }

  const running = run();
  return {
    ready: asked.promise,
    now: () => new Date(machine() + aheadMs),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
