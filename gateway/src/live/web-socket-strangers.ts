import type { LiveLimits } from './live-limits.ts';

/** The sockets that have not introduced themselves yet. */
export type Strangers = {
  /**
   * One more, until the returned function is called. Of too many, the one that has waited the longest gives way: clients introduce
   * themselves within moments, so it is hardly ever one of theirs.
   */
  enter(address: string, giveWay: () => void): () => void;
};

type Stranger = { readonly address: string; readonly giveWay: () => void };

/** None, of at most so many. */
export function createStrangers({ strangersInAll, strangersPerAddress }: LiveLimits): Strangers {
  const all = new Set<Stranger>();
  const byAddress = new Map<string, Set<Stranger>>();

  function leave(stranger: Stranger): void {
    all.delete(stranger);
    const ofAddress = byAddress.get(stranger.address);
    ofAddress?.delete(stranger);
    if (ofAddress?.size === 0) byAddress.delete(stranger.address);
  }
  function shrink(strangers: ReadonlySet<Stranger>, most: number): void {
    const [oldest] = strangers;
    if (strangers.size <= most || oldest === undefined) return;
    leave(oldest);
    oldest.giveWay();
  }
  return {
    enter(address, giveWay) {
      const stranger = { address, giveWay };
      const ofAddress = byAddress.get(address) ?? new Set();
      byAddress.set(address, ofAddress);
      ofAddress.add(stranger);
      all.add(stranger);
      shrink(ofAddress, strangersPerAddress);
      shrink(all, strangersInAll);
      return () => leave(stranger);
    },
  };
}
