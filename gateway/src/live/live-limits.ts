/** How many connections the live transports of one process hold. Operations have limits of their own. */
export type LiveLimits = {
  /** Of one principal: as many as it may have subscriptions, because over HTTP each takes one. */
  readonly perPrincipal: number;
  /** Of a tenant, for each subscription that it may have: a socket may be open without one. */
  readonly perTenantSubscription: number;
  /** Streams over HTTP of one address, of clients that have no token. */
  readonly perAnonymousAddress: number;
  /** In all: about 30 kB each, 600 MB. */
  readonly inAll: number;
  /** WebSockets that have not introduced themselves: of one address, which may be a proxy's, and in all. */
  readonly strangersPerAddress: number;
  readonly strangersInAll: number;
  /** Operations under way on one WebSocket. */
  readonly operationsPerSocket: number;
  /** Messages that a WebSocket may send at once, and per second in the long run; each 2 kB beyond the first count as one more. */
  readonly messageBurst: number;
  readonly messagesPerSecond: number;
};

export const LIVE_LIMITS: LiveLimits = {
  perPrincipal: 100,
  perTenantSubscription: 2,
  perAnonymousAddress: 100,
  inAll: 20_000,
  strangersPerAddress: 2_048,
  strangersInAll: 4_096,
  operationsPerSocket: 128,
  messageBurst: 500,
  messagesPerSecond: 50,
};
