import { systemClock } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { outboundPolicyOf } from '@academy/platform/outbound';
import type { IslandResources, WorkerContext } from '@academy/platform/subgraph';
import { startBacklogWatch } from './authority/backlog-watch.ts';
import { type AuthorityRegistry, openAuthorities } from './authority/registry.ts';
import type { ConocerSettings } from './config.ts';
import type { WaitBounds } from './domain/submission-waits.ts';
import { createAuthorityRegister } from './register/authority-register.ts';
import { createPublicRegister } from './register/public-register.ts';
import type { RegisterSource } from './register/register-source.ts';
import { createFollowerWake } from './register/wake-followers.ts';
import { databaseNow } from './store/database-now.ts';

/** What only this island's worker has. */
export type ConocerServices = {
  readonly authorities: AuthorityRegistry;
  readonly waits: WaitBounds;
  readonly submitTimeoutMs: number;
  readonly settleMs: number;
  /** Most submissions of a tenant in a minute where it decided nothing. */
  readonly submissionsPerMinute: number;
  /** Submissions of one tenant that are under way at once, over all processes. */
  readonly lanes: number;
  /** The time by which rates are counted: the database's, of which there is one for all processes. */
  serverNow(tx: Tx): Promise<Date>;
  /** Where the register of standards is read. */
  readonly register: RegisterSource;
  /** Hour of the daily reading, UTC. */
  readonly syncHourUtc: number;
  /** Every tenant looks for what changed in the register now. */
  wakeFollowers(now: Date): Promise<void>;
  /** 0 to 1, for jitter. */
  random(): number;
};

/** What reactions and jobs of this island get. */
export type Worker = WorkerContext<ConocerServices>;

/** Opens the authorities of the settings. That one is down does not keep the worker from starting. */
export function openServices(
  settings: ConocerSettings,
  resources: IslandResources,
): ConocerServices & { close(): Promise<void> } {
  const authorities = openAuthorities(settings, resources);
  // Where a test holds the clock, it says when to count.
  const watch = resources.clock === systemClock ? startBacklogWatch(resources) : undefined;
  return {
    authorities,
    waits: { firstMs: settings.POLL_FIRST_MS, maxMs: settings.POLL_MAX_MS },
    submitTimeoutMs: settings.SUBMIT_TIMEOUT_MS,
    settleMs: settings.LOOKUP_SETTLE_MS,
    submissionsPerMinute: settings.SUBMISSIONS_PER_MINUTE,
    lanes: settings.SUBMISSION_LANES,
    serverNow: resources.clock === systemClock ? databaseNow : async () => resources.clock.now(),
    register: openRegister(settings, authorities),
    syncHourUtc: settings.STANDARDS_SYNC_HOUR_UTC,
    wakeFollowers: createFollowerWake(resources.relayDatabase),
    random: Math.random,
    async close() {
      await watch?.stop();
      await authorities.cleanup();
    },
  };
}

/** The public register where an address of it is configured, the authority's own list otherwise. */
function openRegister(settings: ConocerSettings, authorities: AuthorityRegistry): RegisterSource {
  const { STANDARDS_FEED_URL: url } = settings;
  return url === undefined
    ? createAuthorityRegister(authorities.get(null))
    : createPublicRegister({ url, policy: outboundPolicyOf(settings) });
}
