import type { AuthorityName } from '@academy/contracts';
import { describeThrown, PLATFORM_TENANT_ID } from '@academy/kernel';
import type { IslandResources } from '@academy/platform/subgraph';
import { keepTotal } from '../store/authority-states.ts';

type Sum = {
  authority: AuthorityName;
  waiting: number;
  oldest_at: string | null;
  tenants_away: number;
  answered_at: string | null;
};

/**
 * What waits for each authority over all tenants is known to the graph and in the metrics afterwards. As it was when each tenant's first lane looked last, which is
 * within a second while any is sent, and within a minute while the authority is away.
 */
export async function countBacklogs({ relayDatabase, database, clock, telemetry }: IslandResources): Promise<void> {
  const waiting = telemetry.gauge('academy_authority_waiting', 'Submissions that wait for an authority', ['authority']);
  const oldest = telemetry.gauge('academy_authority_oldest_waiting_seconds', 'Age of the oldest of them', ['authority']);
  const away = telemetry.gauge('academy_authority_tenants_away', 'Tenants for which an authority is away', ['authority']);
  const sums = await relayDatabase.pool<Sum[]>`
    select authority, sum(waiting)::int as waiting, min(oldest_at) as oldest_at, count(away_since)::int as tenants_away, max(answered_at) as answered_at
    from authority_quotas group by authority`;
  const countedAt = clock.now();
  for (const { authority, oldest_at, answered_at, ...sum } of sums) {
    const oldestAt = toDate(oldest_at);
    waiting.set({ authority }, sum.waiting);
    oldest.set({ authority }, oldestAt === null ? 0 : (countedAt.getTime() - oldestAt.getTime()) / 1_000);
    away.set({ authority }, sum.tenants_away);
    const total = {
      authority,
      waiting: sum.waiting,
      oldestAt,
      tenantsAway: sum.tenants_away,
      answeredAt: toDate(answered_at),
      countedAt,
    };
    await database.inTenant(PLATFORM_TENANT_ID, 'write', (tx) => keepTotal(tx, total));
  }
}

const EVERY_MS = 5_000;

/** Counts every 5 s until it is stopped. */
export function startBacklogWatch(resources: IslandResources): { stop(): Promise<void> } {
  let counting = Promise.resolve();
  const timer = setInterval(() => {
    counting = counting
      .then(() => countBacklogs(resources))
      .catch((thrown: unknown) => resources.logger.warn({ err: describeThrown(thrown) }, 'what waits could not be counted'));
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await counting;
    },
  };
}

function toDate(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
