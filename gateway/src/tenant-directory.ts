import { isDeepStrictEqual } from 'node:util';
import { type DomainEvent, tenantConfigured, tenantReactivated, tenantSuspended } from '@academy/contracts';
import { type Clock, Fault, SECOND_MS } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { IslandCalls } from '@academy/platform/topology';
import { readTenant, readTenants, type TenantDirectory, type TenantRecord } from './tenant.ts';
import { DIRECTORY_USABLE_MS, type DirectoryCopy, type DirectoryShelf } from './tenant-shelf.ts';

/** A directory that is told of changes. */
export type FollowedDirectory = TenantDirectory & {
  /** An event of users: a tenant that it tells of is read again unless the copy at hand is as new. Events of other kinds are left alone. */
  follow(event: DomainEvent): void;
  /** Events may have been missed: everything is read again. */
  lose(): void;
};

/** Changes are told by events, which are missed only while something is broken: everything is read again after this long all the same. */
const FRESH_WHILE_HEARING_MS = 5 * SECOND_MS;
/** Without Redis nothing is told: a changed setting is in force after this long. */
const FRESH_MS = 2 * SECOND_MS;
/** An unknown slug, or a change that could not be followed, makes everything be read again, but not more often than this. */
const RETRY_MS = 500;
/** Tenants that are read one by one at the same time; of more changes at once everything is read. */
const MAX_RENEWALS = 20;

const CHANGES: ReadonlySet<string> = new Set([tenantConfigured.type, tenantSuspended.type, tenantReactivated.type]);

type Index = { readonly named: Map<string, TenantRecord>; readonly domains: Map<string, TenantRecord> };

/** A directory that reads itself from the users island, or from what another process read, when it is asked and its copy has grown old. */
export function createTenantDirectory(options: {
  transport: IslandCalls;
  clock: Clock;
  logger: Logger;
  /** undefined: nothing is shared, and nothing told. */
  shelf?: DirectoryShelf;
}): FollowedDirectory {
  const { transport, logger, shelf } = options;
  let byId = new Map<string, TenantRecord>();
  let index: Index = { named: new Map(), domains: new Map() };
  let readAtMs: number | undefined;
  let isOutdated = false;
  let reading: Promise<void> | undefined;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  const renewing = new Set<string>();
  const nowMs = () => options.clock.now().getTime();
  const freshMs = () => (shelf?.isHearing() === true ? FRESH_WHILE_HEARING_MS : FRESH_MS);

  function take(copy: DirectoryCopy): void {
    const readAt = new Date(copy.readAtMs).toISOString();
    const meanwhile = [...byId.values()].filter((tenant) => tenant.changedAt > readAt);
    byId = new Map([...meanwhile, ...copy.tenants].map((tenant) => [tenant.id, newer(byId.get(tenant.id), tenant)]));
    index = indexOf(byId.values());
    readAtMs = copy.readAtMs;
  }
  async function read(isShelfUsed: boolean): Promise<void> {
    const wasOutdated = isOutdated;
    isOutdated = false;
    const kept = await shelf?.read();
    const isNews = kept !== undefined && kept.readAtMs > (readAtMs ?? Number.NEGATIVE_INFINITY);
    if (isShelfUsed && !wasOutdated && isNews && nowMs() - kept.readAtMs < freshMs()) return take(kept);
    const startedAtMs = nowMs();
    try {
      const copy = { readAtMs: startedAtMs, tenants: await readTenants(transport, logger) };
      take(copy);
      await shelf?.keep(copy);
    } catch (thrown) {
      isOutdated ||= wasOutdated;
      logger.warn({ err: thrown }, 'the tenant directory could not be read');
      if (isNews) take(kept);
    }
  }
  function refresh(isShelfUsed: boolean): Promise<void> {
    reading ??= read(isShelfUsed).finally(() => {
      triedAtMs = nowMs();
      reading = undefined;
    });
    return reading;
  }
  /** undefined when the copy at hand is not older than that, or was tried to be renewed a moment ago. */
  function refreshIfOlderThan(limitMs: number, isShelfUsed = true): Promise<void> | undefined {
    const isFresh = readAtMs !== undefined && !isOutdated && nowMs() - readAtMs < limitMs;
    if (isFresh || nowMs() - triedAtMs < Math.min(limitMs, RETRY_MS)) return reading;
    return refresh(isShelfUsed);
  }
  async function renew(id: string): Promise<void> {
    renewing.add(id);
    try {
      const tenant = await readTenant(transport, id);
      if (tenant === undefined) return;
      byId.set(id, newer(byId.get(id), tenant));
      index = indexOf(byId.values());
    } catch (thrown) {
      isOutdated = true;
      logger.warn({ err: thrown, tenantId: id }, 'a tenant that changed could not be read; all will be');
    } finally {
      renewing.delete(id);
    }
  }
  function assertUsable(): void {
    if (readAtMs === undefined || nowMs() - readAtMs > DIRECTORY_USABLE_MS) {
      throw new Fault('UNAVAILABLE', 'A part of the system does not answer; try again shortly.');
    }
  }

  return {
    async find(slugOrId) {
      await refreshIfOlderThan(freshMs());
      if (readAtMs !== undefined && !index.named.has(slugOrId)) await refreshIfOlderThan(RETRY_MS, false);
      assertUsable();
      return index.named.get(slugOrId);
    },
    async findByDomain(host) {
      await refreshIfOlderThan(freshMs());
      assertUsable();
      return index.domains.get(host);
    },
    peek(slugOrId) {
      void refreshIfOlderThan(freshMs());
      return index.named.get(slugOrId);
    },
    follow({ type, subject, occurredAt }) {
      if (!CHANGES.has(type)) return;
      const known = byId.get(subject);
      if (known !== undefined && known.changedAt >= occurredAt) return;
      const isBusy = readAtMs === undefined || renewing.size >= MAX_RENEWALS || renewing.has(subject);
      if (isBusy) isOutdated = true;
      else void renew(subject);
    },
    lose() {
      isOutdated = true;
      if (readAtMs !== undefined) void refresh(false);
    },
  };
}

/**
 * The newer of two copies of a tenant; the one at hand when they say the same, because others know it by identity. One that says something else without
 * being newer was changed past the mutations, by hand, and counts.
 */
function newer(known: TenantRecord | undefined, other: TenantRecord): TenantRecord {
  const isKnown = known !== undefined && (known.changedAt > other.changedAt || isDeepStrictEqual(known, other));
  return isKnown ? known : other;
}

function indexOf(tenants: Iterable<TenantRecord>): Index {
  const index: Index = { named: new Map(), domains: new Map() };
  for (const tenant of tenants) {
    index.named.set(tenant.slug, tenant);
    index.named.set(tenant.id, tenant);
    const { customDomain } = tenant;
    const isReached = customDomain?.status === 'VERIFIED' && tenant.settings.features.includes('CUSTOM_DOMAIN');
    if (isReached) index.domains.set(customDomain.name, tenant);
  }
  return index;
}
