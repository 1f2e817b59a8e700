import { hash } from 'node:crypto';
import { apiKeyChanged, type DomainEvent } from '@academy/contracts';
import { type Clock, Fault, MINUTE_MS, PLATFORM_TENANT_ID, parseApiKey, SECOND_MS } from '@academy/kernel';
import { LRUCache } from 'lru-cache';
import type { Session } from '../principal.ts';
import type { DatedGrant, Grant, KeyClaim } from './grant.ts';
import type { GrantShelf } from './grant-shelf.ts';
import type { GrantSource } from './grant-source.ts';
import type { KeyUses } from './key-uses.ts';

/** Turns API keys into sessions. */
export type ApiKeys = {
  /**
   * The session of a key. Rejects with Fault UNAUTHENTICATED, the same and after the same work for a key that is unknown, revoked, expired, replaced
   * or no key at all; with UNAVAILABLE when it is not known and cannot be asked for.
   */
  verify(text: string): Promise<Session>;
  /** Takes in one event of users; others are left alone. */
  apply(event: DomainEvent): void;
};

/** The one answer to a key that is not accepted, whatever is wrong with it. */
export const BAD_API_KEY_MESSAGE = 'The API key is not accepted; ask an admin of the tenant for a valid one.';

/**
 * What is known of a key is asked for again after the first of these; without Redis no event tells of a revocation, so then after the second.
 * While the users island is away it is believed for the third.
 */
export const GRANT_FRESH_MS = 30 * SECOND_MS;
const GRANT_FRESH_ALONE_MS = 2 * SECOND_MS;
const GRANT_USABLE_MS = MINUTE_MS;

/** For so long a key that gave nothing is not asked for again: a new key has a new text, so nobody waits for it. */
const NOTHING_FRESH_MS = 10 * SECOND_MS;

/** Keys in memory, under 1 kB each: good ones, bad ones (which cannot push the good out), and those that changed. */
const REMEMBERED = 10_000;

type Known = DatedGrant & { readonly claim: KeyClaim; readonly session: Session };
type Change = { readonly version: number; readonly isRevoked: boolean };

/** Knows keys from memory, from the shelf, from the users island, in this order. */
export function createApiKeys(options: {
  shelf: GrantShelf;
  source: GrantSource;
  uses: Pick<KeyUses, 'note'>;
  clock: Clock;
}): ApiKeys {
  const { shelf, source, uses, clock } = options;
  const good = new LRUCache<string, Known>({ max: REMEMBERED });
  const bad = new LRUCache<string, number>({ max: REMEMBERED });
  const changes = new LRUCache<string, Change>({ max: REMEMBERED });
  const lookUps = new Map<string, Promise<Known | undefined>>();
  const nowMs = () => clock.now().getTime();

  /** Whether an event told that the key is another by now than this grant says. */
  function isOutdated(tenantId: string, { publicId, version }: Grant): boolean {
    return version < (changes.get(`${tenantId}/${publicId}`)?.version ?? 0);
  }
  function isFresh({ asOfMs }: DatedGrant): boolean {
    return nowMs() - asOfMs < (shelf.isAtHand() ? GRANT_FRESH_MS : GRANT_FRESH_ALONE_MS);
  }
  function recall({ tenantId, digest }: KeyClaim): Known | undefined {
    const known = good.get(digest);
    return known === undefined || isOutdated(tenantId, known.grant) ? undefined : known;
  }

  /** What the key gives; one look-up at a time for each key. */
  function lookUp(claim: KeyClaim): Promise<Known | undefined> {
    const underWay = lookUps.get(claim.digest);
    if (underWay !== undefined) return underWay;
    const begun = find(claim)
      .then((dated) => remember(claim, dated))
      .finally(() => lookUps.delete(claim.digest));
    lookUps.set(claim.digest, begun);
    return begun;
  }
  async function find(claim: KeyClaim): Promise<DatedGrant | undefined> {
    const shelved = await shelf.find(claim);
    if (shelved !== undefined && isFresh(shelved) && !isOutdated(claim.tenantId, shelved.grant)) return shelved;
    const before = recall(claim);
    const asOfMs = nowMs();
    try {
      const grant = await source.ask(claim);
      if (grant === undefined) return undefined;
      const dated = { grant, asOfMs };
      // It changed while it was asked for: whoever comes next asks again.
      if (isOutdated(claim.tenantId, grant)) throw new Fault('UNAVAILABLE', 'The API key was changed just now; try again.');
      shelf.put(claim, dated);
      return dated;
    } catch (thrown) {
      if (before !== undefined && nowMs() - before.asOfMs < GRANT_USABLE_MS) return before;
      throw thrown;
    }
  }
  function remember(claim: KeyClaim, dated: DatedGrant | undefined): Known | undefined {
    if (dated === undefined) {
      good.delete(claim.digest);
      bad.set(claim.digest, nowMs());
      return undefined;
    }
    const before = good.get(claim.digest);
    // One session for as long as it ends at the same instant: what was encoded of its principal is used again.
    const isSame = before?.grant.expiresAt === dated.grant.expiresAt;
    const session = isSame ? before.session : openSession(claim, dated.grant);
    const known = { ...dated, claim, session };
    good.set(claim.digest, known);
    bad.delete(claim.digest);
    return known;
  }

  function openSession(claim: KeyClaim, { publicId, scopes, expiresAt }: Grant): Session {
    return {
      principal: { kind: 'service', tenantId: claim.tenantId, service: `api-key:${publicId}`, scopes },
      issuedAtSeconds: Math.floor(nowMs() / SECOND_MS),
      expiresAtSeconds: Math.floor(Date.parse(expiresAt) / SECOND_MS),
      stillHolds() {
        // A secret that was replaced since ends sooner than the session says.
        const endsAt = good.get(claim.digest)?.grant.expiresAt ?? expiresAt;
        if (nowMs() >= Date.parse(endsAt) || bad.has(claim.digest)) return false;
        if (changes.get(`${claim.tenantId}/${publicId}`)?.isRevoked === true) return false;
        const known = recall(claim);
        // An outage ends no session; what the answer says is seen at the next look.
        if (known === undefined || !isFresh(known)) lookUp(claim).catch(() => {});
        return true;
      },
    };
  }

  return {
    async verify(text) {
      const digest = hash('sha256', text);
      // Of a key that is known the text is not taken apart again.
      const claim = good.get(digest)?.claim ?? claimOf(text, digest);
      const remembered = recall(claim);
      const wasBadAtMs = bad.get(digest);
      let known = remembered;
      if (wasBadAtMs !== undefined && nowMs() - wasBadAtMs < NOTHING_FRESH_MS) known = undefined;
      else if (remembered === undefined || !isFresh(remembered)) known = await lookUp(claim);
      if (known === undefined || nowMs() >= Date.parse(known.grant.expiresAt)) {
        throw new Fault('UNAUTHENTICATED', BAD_API_KEY_MESSAGE, { cause: new Error('nothing is known of the key') });
      }
      uses.note(claim.tenantId, known.grant.id, nowMs());
      return known.session;
    },
    apply(event) {
      if (event.type !== apiKeyChanged.type) return;
      const data = apiKeyChanged.data.safeParse(event.data);
      if (!data.success) return;
      const { publicId, version, isRevoked } = data.data;
      const key = `${event.tenantId}/${publicId}`;
      if (version <= (changes.get(key)?.version ?? 0)) return;
      changes.set(key, { version, isRevoked });
      shelf.clear(event.tenantId, publicId);
    },
  };
}

/** What is no key is looked for like one, where there is none. */
function claimOf(text: string, digest: string): KeyClaim {
  const { tenantId, publicId } = parseApiKey(text) ?? { tenantId: PLATFORM_TENANT_ID, publicId: '' };
  return { tenantId, publicId, digest };
}
