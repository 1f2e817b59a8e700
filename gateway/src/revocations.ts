import {
  accessRevoked,
  type DomainEvent,
  personaRevoked,
  sessionRevoked,
  tenantReactivated,
  tenantSuspended,
} from '@academy/contracts';
import { type Clock, DAY_MS, type Principal, SECOND_MS } from '@academy/kernel';

/** No token is accepted for longer than this after it was issued, so no revocation has to be remembered for longer. */
export const MAX_TOKEN_AGE_MS = DAY_MS;

/** Beyond this many remembered revocations, those that no token can match any more are dropped. */
const SWEEP_ABOVE = 10_000;
/** Clocks of two machines may differ by less than this. */
const MARGIN_MS = 60 * SECOND_MS;

/** Ends sessions of one user: all, those under one persona, or one. */
export type AccessRevocation = { readonly tenantId: string; readonly userId: string } & (
  | { readonly kind: 'user'; readonly revokedBeforeSeconds: number }
  | { readonly kind: 'persona'; readonly persona: string; readonly revokedBeforeSeconds: number }
  | { readonly kind: 'session'; readonly sessionId: string; readonly mattersUntilSeconds: number }
);

/** Something that ends sessions, or lets a tenant back in. */
export type RevocationNotice =
  | AccessRevocation
  | { readonly kind: 'tenant-suspended'; readonly tenantId: string }
  | { readonly kind: 'tenant-reactivated'; readonly tenantId: string };

/** The revocations that this process knows of. */
export type Revocations = {
  /**
   * Takes in one event of users; events of other kinds and shapes are left alone. Safe to call again with the same event.
   * Answers whether it was one of ours.
   */
  apply(event: DomainEvent): boolean;
  /** Takes in what is known from elsewhere: the same as by an event. */
  add(revocation: AccessRevocation): void;
  /** Whether a principal whose token was issued then is to be refused. */
  isRevoked(principal: Principal, issuedAtSeconds: number): boolean;
  isSuspended(tenantId: string): boolean;
  /** Calls the listener after each notice that was taken in, until the returned function is called. */
  listen(listener: (notice: RevocationNotice) => void): () => void;
};

type Remembered = { readonly beforeSeconds: number; readonly untilSeconds: number };

/** An empty list. */
export function createRevocations(clock: Clock): Revocations {
  const revoked = new Map<string, Remembered>();
  const suspended = new Map<string, string>();
  const reactivated = new Map<string, string>();
  const listeners = new Set<(notice: RevocationNotice) => void>();

  function remember(revocation: AccessRevocation): void {
    const key = keyOf(revocation);
    const beforeSeconds = revocation.kind === 'session' ? Number.POSITIVE_INFINITY : revocation.revokedBeforeSeconds;
    const untilSeconds =
      revocation.kind === 'session' ? revocation.mattersUntilSeconds : beforeSeconds + (MAX_TOKEN_AGE_MS + MARGIN_MS) / SECOND_MS;
    const before = revoked.get(key);
    if (before !== undefined && before.beforeSeconds >= beforeSeconds && before.untilSeconds >= untilSeconds) return;
    revoked.set(key, {
      beforeSeconds: Math.max(before?.beforeSeconds ?? 0, beforeSeconds),
      untilSeconds: Math.max(before?.untilSeconds ?? 0, untilSeconds),
    });
    if (revoked.size > SWEEP_ABOVE) sweep();
  }
  function sweep(): void {
    const nowSeconds = clock.now().getTime() / SECOND_MS;
    for (const [key, { untilSeconds }] of revoked) if (untilSeconds < nowSeconds) revoked.delete(key);
  }
  function tell(notice: RevocationNotice): void {
    for (const listener of listeners) listener(notice);
  }

  return {
    apply(event) {
      const notice = read(event);
      if (notice === undefined) return false;
      if (notice.kind === 'tenant-suspended' || notice.kind === 'tenant-reactivated') {
        const latest = notice.kind === 'tenant-suspended' ? suspended : reactivated;
        if (event.occurredAt > (latest.get(notice.tenantId) ?? '')) latest.set(notice.tenantId, event.occurredAt);
      } else remember(notice);
      tell(notice);
      return true;
    },
    add(revocation) {
      remember(revocation);
      tell(revocation);
    },
    isRevoked(principal, issuedAtSeconds) {
      if (principal.kind !== 'user' || revoked.size === 0) return false;
      const { tenantId, userId, persona, sessionId } = principal;
      return (
        issuedAtSeconds < (revoked.get(userKey(tenantId, userId))?.beforeSeconds ?? 0) ||
        issuedAtSeconds < (revoked.get(personaKey(tenantId, userId, persona))?.beforeSeconds ?? 0) ||
        revoked.has(sessionKey(tenantId, userId, sessionId))
      );
    },
    // Compared by time, not by order of arrival: the stream may be read again from an earlier place.
    isSuspended: (tenantId) => (suspended.get(tenantId) ?? '') > (reactivated.get(tenantId) ?? ''),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(event: DomainEvent): RevocationNotice | undefined {
  const { type, tenantId } = event;
  switch (type) {
    case accessRevoked.type: {
      const { success, data } = accessRevoked.data.safeParse(event.data);
      return success ? { kind: 'user', tenantId, ...data } : undefined;
    }
    case personaRevoked.type: {
      const { success, data } = personaRevoked.data.safeParse(event.data);
      return success ? { kind: 'persona', tenantId, ...data } : undefined;
    }
    case sessionRevoked.type: {
      const { success, data } = sessionRevoked.data.safeParse(event.data);
      return success ? { kind: 'session', tenantId, ...data } : undefined;
    }
    case tenantSuspended.type:
      return { kind: 'tenant-suspended', tenantId: event.subject };
    case tenantReactivated.type:
      return { kind: 'tenant-reactivated', tenantId: event.subject };
    default:
      return undefined;
  }
}

function keyOf(revocation: AccessRevocation): string {
  const { tenantId, userId } = revocation;
  switch (revocation.kind) {
    case 'user':
      return userKey(tenantId, userId);
    case 'persona':
      return personaKey(tenantId, userId, revocation.persona);
    case 'session':
      return sessionKey(tenantId, userId, revocation.sessionId);
  }
}

const userKey = (tenantId: string, userId: string) => `${tenantId}/${userId}`;
const personaKey = (tenantId: string, userId: string, persona: string) => `${tenantId}/${userId}/${persona}`;
/** Ids of sessions are whatever their issuer likes: none can be taken for a persona. */
const sessionKey = (tenantId: string, userId: string, sessionId: string) => `${tenantId}/${userId}#${sessionId}`;
