import type { AuthorityName } from '@academy/contracts';
import { describeThrown, PLATFORM_TENANT_ID } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { IslandResources } from '@academy/platform/subgraph';
import { keepBreaker } from '../store/authority-states.ts';
import type { BreakerSide, BreakerState } from './guarded.ts';

/** Whom a worker tells what its breakers do. */
export type BreakerReport = {
  /** Written soon, in the order told; for the graph, which other processes answer. */
  tell(authority: AuthorityName, side: BreakerSide, state: BreakerState): void;
  /** All that was told is written, or was given up. */
  settled(): Promise<void>;
};

/**
 * Keeps the state of every breaker where the graph finds it. That one opens or closes is an alert: a line in the log at error with a code that stays the same, a count, and
 * an entry in the platform's audit log. That it is tried while it is open is none.
 */
export function createBreakerReport(resources: IslandResources): BreakerReport {
  const { database, clock, logger, telemetry } = resources;
  const alerts = telemetry.counter('academy_authority_alerts_total', 'Breakers of authorities that opened or closed', [
    'alert',
    'side',
    'authority',
  ]);
  const open = new Set<string>();
  let writing = Promise.resolve();

  async function write(authority: AuthorityName, side: BreakerSide, state: BreakerState, alert: string | undefined, at: Date) {
    await database.inTenant(PLATFORM_TENANT_ID, 'write', async (tx) => {
      await keepBreaker(tx, { authority, side, state, at });
      if (alert === undefined) return;
      const principal = { kind: 'service', tenantId: PLATFORM_TENANT_ID, service: 'conocer-worker', scopes: [] } as const;
      const action = state === 'CLOSED' ? 'authority.breaker-closed' : 'authority.breaker-opened';
      await recordAudit(tx, { principal, action, subject: `${authority}:${side}`, at });
    });
  }

  return {
    tell(authority, side, state) {
      const key = `${authority}:${side}`;
      const wasOpen = open.has(key);
      if (state === 'CLOSED') open.delete(key);
      else open.add(key);
      const alert =
        wasOpen === (state !== 'CLOSED') ? undefined : `AUTHORITY_BREAKER_${state === 'CLOSED' ? 'CLOSED' : 'OPENED'}`;
      if (alert !== undefined) {
        alerts.inc({ alert, side: side.toLowerCase(), authority });
        logger.error({ code: alert, authority, side }, 'calls to an authority are held back, or made again');
      }
      const at = clock.now();
      writing = writing
        .then(() => write(authority, side, state, alert, at))
        .catch((thrown: unknown) =>
          logger.warn({ authority, side, state, err: describeThrown(thrown) }, 'the state of a breaker could not be written'),
        );
    },
    settled: () => writing,
  };
}
