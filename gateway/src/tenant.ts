import { tenantPolicies } from '@academy/contracts';
import { type Clock, Fault, MAX_PAGE_SIZE, PLATFORM_TENANT_ID, SECOND_MS, type ServicePrincipal } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { IslandCalls } from '@academy/platform/topology';
import { z } from 'zod';
import type { TenantSource } from './config.ts';

const tenantRecord = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  status: z.enum(['ACTIVE', 'SUSPENDED']),
  settings: z.object({
    tier: z.enum(['STARTER', 'PROFESSIONAL', 'ENTERPRISE']),
    allowedOrigins: z.array(z.string()),
    limits: z.object({
      requestsPerMinute: z.number(),
      costPerMinute: z.number(),
      costPerMinutePerPrincipal: z.number(),
      maxCost: z.number(),
      maxSubscriptions: z.number(),
    }),
    policies: tenantPolicies,
    clientSignatures: z
      .object({
        isRequired: z.boolean(),
        keys: z.array(z.object({ id: z.string(), algorithm: z.enum(['ED25519', 'ECDSA_P256_SHA256']), publicKey: z.string() })),
      })
      .default({ isRequired: false, keys: [] }),
  }),
});

const directoryPage = z.object({
  tenantDirectory: z.object({
    edges: z.array(z.object({ node: tenantRecord })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

/** A tenant and its settings, as the users island keeps them. */
export type TenantRecord = z.infer<typeof tenantRecord>;

/** The tenants, at most a few seconds old. */
export type TenantDirectory = {
  /** The tenant with this slug or id. Rejects with Fault UNAVAILABLE when no usable copy of the directory can be had. */
  find(slugOrId: string): Promise<TenantRecord | undefined>;
  /** The same from the copy at hand, at once. An old copy is renewed behind it, so that the next look is current. */
  peek(slugOrId: string): TenantRecord | undefined;
};

/** What a request says about its tenant, source by source. */
export type TenantClues = {
  /** `{tenant}` of `/t/{tenant}/graphql`. */
  readonly path?: string | undefined;
  /** Value of `x-tenant-id`: a slug or an id. */
  readonly header?: string | undefined;
  /** Value of `host`. */
  readonly host?: string | undefined;
};

/** A setting that was changed is in force after this long. */
const DIRECTORY_FRESH_MS = 2 * SECOND_MS;

/** An unknown slug makes the directory be read again, but not more often than this. */
const MISS_REFRESH_MS = 500;

/** While users cannot be reached, a copy is used for this long. */
const DIRECTORY_USABLE_MS = 60 * SECOND_MS;

const DIRECTORY_DEADLINE_MS = 2 * SECOND_MS;

/** The directory is held in memory: 100 pages of 100 tenants. More is an error that is logged, and the rest is not served. */
const MAX_PAGES = 100;

const DIRECTORY_QUERY = `query GatewayTenantDirectory($first: Int, $after: String) {
  tenantDirectory(first: $first, after: $after) {
    edges { node { id slug name status settings {
      tier allowedOrigins
      limits { requestsPerMinute costPerMinute costPerMinutePerPrincipal maxCost maxSubscriptions }
      policies { solarpunkPolicy minimumSustainability minimumSocialJustice evaluation certificationStart }
      clientSignatures { isRequired keys { id algorithm publicKey } }
    } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const DIRECTORY_READER: ServicePrincipal = {
  kind: 'service',
  tenantId: PLATFORM_TENANT_ID,
  service: 'gateway',
  scopes: ['tenant.read'],
};

type Copy = { readonly bySlugOrId: ReadonlyMap<string, TenantRecord>; readonly readAtMs: number };

/** A directory that reads itself from the users island when it is asked and its copy has grown old. */
export function createTenantDirectory(options: { transport: IslandCalls; clock: Clock; logger: Logger }): TenantDirectory {
  let copy: Copy | undefined;
  let reading: Promise<void> | undefined;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  const nowMs = () => options.clock.now().getTime();

  function refresh(): Promise<void> {
    reading ??= readDirectory(options.transport, options.logger)
      .then((bySlugOrId) => {
        copy = { bySlugOrId, readAtMs: nowMs() };
      })
      .catch((thrown: unknown) => {
        options.logger.warn({ err: thrown }, 'the tenant directory could not be read');
      })
      .finally(() => {
        triedAtMs = nowMs();
        reading = undefined;
      });
    return reading;
  }
  async function refreshIfOlderThan(freshMs: number): Promise<void> {
    const isFresh = copy !== undefined && nowMs() - copy.readAtMs < freshMs;
    if (isFresh || nowMs() - triedAtMs < Math.min(freshMs, MISS_REFRESH_MS)) return;
    await refresh();
  }

  return {
    async find(slugOrId) {
      await refreshIfOlderThan(DIRECTORY_FRESH_MS);
      if (copy !== undefined && !copy.bySlugOrId.has(slugOrId)) await refreshIfOlderThan(MISS_REFRESH_MS);
      if (copy === undefined || nowMs() - copy.readAtMs > DIRECTORY_USABLE_MS) {
        throw new Fault('UNAVAILABLE', 'A part of the system does not answer; try again shortly.');
      }
      return copy.bySlugOrId.get(slugOrId);
    },
    peek(slugOrId) {
      void refreshIfOlderThan(DIRECTORY_FRESH_MS);
      return copy?.bySlugOrId.get(slugOrId);
    },
  };
}

/**
 * The tenant that a request names through the given sources, each of which may be silent. Undefined when none speaks, when two disagree,
 * or when the tenant does not exist: the caller gives one answer for all of these.
 */
export async function resolveTenant(
  clues: TenantClues,
  sources: readonly TenantSource[],
  baseDomain: string,
  directory: TenantDirectory,
): Promise<TenantRecord | undefined> {
  const names = sources.map((source) => nameFrom(source, clues, baseDomain)).filter((name) => name !== undefined);
  const found = await Promise.all(names.map((name) => directory.find(name)));
  const [first] = found;
  return first !== undefined && found.every((tenant) => tenant?.id === first.id) ? first : undefined;
}

function nameFrom(source: TenantSource, clues: TenantClues, baseDomain: string): string | undefined {
  switch (source) {
    case 'path':
      return clues.path;
    case 'header':
      return clues.header;
    case 'subdomain':
      return subdomainOf(clues.host, baseDomain);
  }
}

/** What stands before `.{baseDomain}` in a host; undefined for the base domain itself and for foreign hosts and addresses. */
function subdomainOf(host: string | undefined, baseDomain: string): string | undefined {
  const name = host?.toLowerCase().replace(/:\d+$/, '');
  return name?.endsWith(`.${baseDomain}`) === true ? name.slice(0, -baseDomain.length - 1) : undefined;
}

async function readDirectory(transport: IslandCalls, logger: Logger): Promise<Map<string, TenantRecord>> {
  const bySlugOrId = new Map<string, TenantRecord>();
  const signal = AbortSignal.timeout(DIRECTORY_DEADLINE_MS);
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const response = await transport.call(
      'users',
      { query: DIRECTORY_QUERY, operationName: 'GatewayTenantDirectory', variables: { first: MAX_PAGE_SIZE, after } },
      { principal: DIRECTORY_READER, requestId: 'tenant-directory', signal },
    );
    if (response.errors !== undefined && response.errors.length > 0) {
      throw new Error(`the directory answered: ${response.errors.map((error) => error.message).join('; ')}`);
    }
    const { edges, pageInfo } = directoryPage.parse(response.data).tenantDirectory;
    for (const { node } of edges) {
      bySlugOrId.set(node.slug, node);
      bySlugOrId.set(node.id, node);
    }
    if (!pageInfo.hasNextPage) return bySlugOrId;
    after = pageInfo.endCursor;
  }
  logger.error({ tenants: bySlugOrId.size / 2 }, 'there are more tenants than one gateway holds; the rest is not served');
  return bySlugOrId;
}
