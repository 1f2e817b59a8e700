import { accessRevoked, type DomainEvent, tenantReactivated, tenantSuspended } from '@academy/contracts';
import { type Clock, DAY_MS, type Principal, SECOND_MS } from '@academy/kernel';

/** No token is accepted for longer than this after it was issued, so no revocation has to be remembered for longer. */
export const MAX_TOKEN_AGE_MS = DAY_MS;

/** Beyond this many remembered users, entries that no token can match any more are dropped. */
const SWEEP_ABOVE = 10_000;

/** Something that ends sessions, or lets a tenant back in. */
export type RevocationNotice =
  | { readonly kind: 'user'; readonly tenantId: string; readonly userId: string; readonly revokedBeforeSeconds: number }
  | { readonly kind: 'tenant-suspended'; readonly tenantId: string }
  | { readonly kind: 'tenant-reactivated'; readonly tenantId: string };

/** The revocations that this process knows of. */
export type Revocations = {
  /**
   * Takes in one event of users; events of other kinds and shapes are left alone. Safe to call again with the same event.
   * Answers whether it was one of ours. A process that starts must be fed the last `MAX_TOKEN_AGE_MS` of events.
   */
  apply(event: DomainEvent): boolean;
  /** Whether a principal whose token was issued then is to be refused. */
  isRevoked(principal: Principal, issuedAtSeconds: number): boolean;
  isSuspended(tenantId: string): boolean;
  /** Calls the listener after each notice that was taken in, until the returned function is called. */
  listen(listener: (notice: RevocationNotice) => void): () => void;
};

/** An empty list. */
export function createRevocations(clock: Clock): Revocations {
  const revokedBefore = new Map<string, number>();
  const suspended = new Map<string, string>();
  const reactivated = new Map<string, string>();
  const listeners = new Set<(notice: RevocationNotice) => void>();

  function read(event: DomainEvent): RevocationNotice | undefined {
    if (event.type === accessRevoked.type) {
      const data = accessRevoked.data.safeParse(event.data);
      return data.success ? { kind: 'user', tenantId: event.tenantId, ...data.data } : undefined;
    }
    if (event.type === tenantSuspended.type) return { kind: 'tenant-suspended', tenantId: event.subject };
    if (event.type === tenantReactivated.type) return { kind: 'tenant-reactivated', tenantId: event.subject };
    return undefined;
  }
  function remember(notice: RevocationNotice, occurredAt: string): void {
    if (notice.kind === 'user') {
      const key = keyOf(notice.tenantId, notice.userId);
      revokedBefore.set(key, Math.max(revokedBefore.get(key) ?? 0, notice.revokedBeforeSeconds));
      if (revokedBefore.size > SWEEP_ABOVE) sweep();
      return;
    }
    const latest = notice.kind === 'tenant-suspended' ? suspended : reactivated;
    if (occurredAt > (latest.get(notice.tenantId) ?? '')) latest.set(notice.tenantId, occurredAt);
  }
  function sweep(): void {
    const oldest = (clock.now().getTime() - MAX_TOKEN_AGE_MS) / SECOND_MS;
    for (const [key, seconds] of revokedBefore) if (seconds < oldest) revokedBefore.delete(key);
  }

  return {
    apply(event) {
      const notice = read(event);
      if (notice === undefined) return false;
      remember(notice, event.occurredAt);
      for (const listener of listeners) listener(notice);
      return true;
    },
    isRevoked(principal, issuedAtSeconds) {
      if (principal.kind !== 'user') return false;
      return issuedAtSeconds < (revokedBefore.get(keyOf(principal.tenantId, principal.userId)) ?? 0);
    },
    // Compared by time, not by order of arrival: the stream may be read again from an earlier place.
    isSuspended: (tenantId) => (suspended.get(tenantId) ?? '') > (reactivated.get(tenantId) ?? ''),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function keyOf(tenantId: string, userId: string): string {
  return `${tenantId}/${userId}`;
}
