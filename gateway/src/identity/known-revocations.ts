import { type Clock, describeThrown, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { Revocations } from '../revocations.ts';
import type { RevocationShelf } from './revocation-shelf.ts';
import type { RevocationSource } from './revocation-source.ts';

/** Sees to it that what ended sessions of a tenant is known before anybody of it is let in. */
export type KnownRevocations = {
  /**
   * undefined: everything of the tenant is known. Else resolves once it is; rejects with Fault UNAVAILABLE when that cannot be found out now: whoever
   * was revoked must not be let in by a process that merely does not know.
   */
  ensure(tenantId: string): Promise<void> | undefined;
  /** Reads everything that was known anew: events may have been lost. What is known stays in force meanwhile. Never rejects. */
  renew(): Promise<void>;
};

/** A tenant that could not be read is read again this often by `renew`. */
const RETRY_MS = SECOND_MS;

/**
 * Each tenant's list is read once, when somebody of it comes for the first time: from the shelf in Redis if the events since are known too, else from the
 * users island. From then on events keep it.
 */
export function createKnownRevocations(options: {
  shelf: RevocationShelf;
  source: RevocationSource;
  revocations: Revocations;
  /** Whether every event that Redis has was taken in. */
  hasCaughtUp: () => boolean;
  clock: Clock;
  logger: Logger;
}): KnownRevocations {
  const { shelf, source, revocations, clock, logger } = options;
  const known = new Set<string>();
  const reading = new Map<string, Promise<void>>();

  async function read(tenantId: string, isAfresh: boolean): Promise<void> {
    const shelved = isAfresh || !options.hasCaughtUp() ? undefined : await shelf.find(tenantId);
    if (shelved === undefined) {
      const asOfMs = clock.now().getTime();
      const found = await source(tenantId);
      for (const one of found) revocations.add(one);
      shelf.put(tenantId, found, asOfMs);
    } else for (const one of shelved) revocations.add(one);
    known.add(tenantId);
  }
  function readOnce(tenantId: string, isAfresh: boolean): Promise<void> {
    const underWay = reading.get(tenantId);
    if (underWay !== undefined) return underWay;
    const begun = read(tenantId, isAfresh).finally(() => reading.delete(tenantId));
    reading.set(tenantId, begun);
    return begun;
  }

  return {
    ensure: (tenantId) => (known.has(tenantId) ? undefined : readOnce(tenantId, false)),
    async renew() {
      for (const tenantId of [...known]) {
        await readOnce(tenantId, true).catch((thrown: unknown) => {
          logger.warn({ tenant: tenantId, err: describeThrown(thrown) }, 'revocations could not be read anew');
          // Whoever comes next waits until they are; open streams are looked at again when they are.
          known.delete(tenantId);
          setTimeout(() => void readOnce(tenantId, true).catch(() => {}), RETRY_MS).unref();
        });
      }
    },
  };
}
