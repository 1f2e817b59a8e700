import type { Telemetry } from '@academy/platform/telemetry';
import type { Admission } from '../guard.ts';
import { createCounts } from './counts.ts';
import type { LiveLimits } from './live-limits.ts';
import { viewerOf } from './resume-token.ts';

/** Counts the open connections of one process, by tenant and by who has them. */
export type ConnectionLimits = {
  /** Whether one more could be opened at all, whoever it is. */
  hasRoom(): boolean;
  /** Counts one more until the returned function is called, once or more; undefined when its tenant or its principal has as many as it may. */
  enter(admission: Admission, address: string): (() => void) | undefined;
};

/** Counts that stand at none. */
export function createConnectionLimits(limits: LiveLimits, telemetry: Telemetry): ConnectionLimits {
  const openNow = telemetry.gauge('academy_live_connections', 'Connections of the live transports whose clients were let in.');
  const byTenant = createCounts();
  const byOwner = createCounts();
  let inAll = 0;
  const hasRoom = () => inAll < limits.inAll;

  return {
    hasRoom,
    enter({ tenant, principal, session }, address) {
      const isAnonymous = session === undefined;
      const owner = isAnonymous ? `address ${address}` : `${tenant.id} ${viewerOf(principal)}`;
      const ofOwnerAtMost = isAnonymous ? limits.perAnonymousAddress : limits.perPrincipal;
      const inTenantAtMost = tenant.settings.limits.maxSubscriptions * limits.perTenantSubscription;
      if (!hasRoom() || byTenant.of(tenant.id) >= inTenantAtMost || byOwner.of(owner) >= ofOwnerAtMost) return undefined;
      byTenant.raise(tenant.id);
      byOwner.raise(owner);
      inAll += 1;
      openNow.inc();
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        byTenant.lower(tenant.id);
        byOwner.lower(owner);
        inAll -= 1;
        openNow.dec();
      };
    },
  };
}
