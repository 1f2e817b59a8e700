import { encodePrincipal } from '@academy/platform/access';
import type { Flight } from './call-flight.ts';
import type { ExecutionContext } from './subgraph-fetch.ts';

/** Who asks, as far as a subgraph can tell: two contexts with the same text get the same answers. */
export function identityOf({ principal, headers }: ExecutionContext): string {
  const who = encodePrincipal(principal);
  return headers === undefined ? who : `${who}\n${JSON.stringify(headers)}`;
}

/** The calls under way that others with the same identity may join. */
export type SharedFlights = {
  find(identity: string, call: string): Flight | undefined;
  add(identity: string, call: string, flight: Flight): void;
  remove(identity: string, call: string, flight: Flight): void;
  /** Nobody joins what is under way for this identity any more: it may have been read before what she changed just now. */
  closeAll(identity: string): void;
};

export function createSharedFlights(): SharedFlights {
  const byIdentity = new Map<string, Map<string, Flight>>();
  return {
    find: (identity, call) => byIdentity.get(identity)?.get(call),
    add(identity, call, flight) {
      const hers = byIdentity.get(identity);
      if (hers === undefined) byIdentity.set(identity, new Map([[call, flight]]));
      else hers.set(call, flight);
    },
    remove(identity, call, flight) {
      const hers = byIdentity.get(identity);
      if (hers?.get(call) !== flight) return;
      hers.delete(call);
      if (hers.size === 0) byIdentity.delete(identity);
    },
    closeAll(identity) {
      byIdentity.delete(identity);
    },
  };
}
