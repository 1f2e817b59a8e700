import { tenantPolicies } from '@academy/contracts';
import { MAX_PAGE_SIZE, PLATFORM_TENANT_ID, SECOND_MS, type ServicePrincipal } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { IslandCalls, IslandResponse } from '@academy/platform/topology';
import { z } from 'zod';
import type { TenantSource } from './config.ts';
import { identityProvider } from './identity/identity-provider.ts';

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
    /** Names that this version does not know are another version's. */
    features: z.array(z.string()),
    isTrustedOnly: z.boolean(),
    clientSignatures: z
      .object({
        isRequired: z.boolean(),
        keys: z.array(z.object({ id: z.string(), algorithm: z.enum(['ED25519', 'ECDSA_P256_SHA256']), publicKey: z.string() })),
      })
      .default({ isRequired: false, keys: [] }),
    identityProviders: z.array(identityProvider).default([]),
  }),
  customDomain: z.object({ name: z.string(), status: z.enum(['PENDING', 'VERIFIED']) }).nullable(),
  /** RFC 3339, UTC, with milliseconds: of two copies of one tenant the later is the newer. */
  changedAt: z.string(),
});

/** Tenants as another process kept them. */
export const tenantRecords = z.array(tenantRecord);

const directoryPage = z.object({
  tenantDirectory: z.object({
    edges: z.array(z.object({ node: tenantRecord })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

const directoryEntry = z.object({ tenant: tenantRecord.nullable() });

/** A tenant and its settings, as the users island keeps them. */
export type TenantRecord = z.infer<typeof tenantRecord>;

/** The tenants, at most a few seconds old. */
export type TenantDirectory = {
  /** The tenant with this slug or id. Rejects with Fault UNAVAILABLE when no usable copy of the directory can be had. */
  find(slugOrId: string): Promise<TenantRecord | undefined>;
  /** The tenant that is reached under this host; undefined for a host that is no tenant's own. Rejects as `find` does. */
  findByDomain(host: string): Promise<TenantRecord | undefined>;
  /** The same as `find` from the copy at hand, at once. An old copy is renewed behind it, so that the next look is current. */
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

const DIRECTORY_DEADLINE_MS = 2 * SECOND_MS;

/** The directory is held in memory: 100 pages of 100 tenants. More is an error that is logged, and the rest is not served. */
const MAX_PAGES = 100;

const TENANT_FIELDS = `id slug name status changedAt customDomain { name status }
  settings {
    tier allowedOrigins features isTrustedOnly
    limits { requestsPerMinute costPerMinute costPerMinutePerPrincipal maxCost maxSubscriptions }
    policies { solarpunkPolicy minimumSustainability minimumSocialJustice evaluation certificationStart }
    clientSignatures { isRequired keys { id algorithm publicKey } }
    identityProviders { issuer audience jwksUrl tenantClaim personaClaim tokenUseClaim userClaim }
  }`;

const DIRECTORY_QUERY = `query GatewayTenantDirectory($first: Int, $after: String) {
  tenantDirectory(first: $first, after: $after) { edges { node { ${TENANT_FIELDS} } } pageInfo { hasNextPage endCursor } }
}`;

const ENTRY_QUERY = `query GatewayTenantDirectoryEntry { tenant { ${TENANT_FIELDS} } }`;

/** Who reads: of the platform for all tenants, of a tenant for that one. */
function reader(tenantId: string): ServicePrincipal {
  return { kind: 'service', tenantId, service: 'gateway', scopes: ['tenant.read'] };
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
  const named = sources.map((source) => tenantFrom(source, clues, baseDomain, directory)).filter((one) => one !== undefined);
  // A host that is no tenant's own says nothing: behind it the path or a header speaks.
  const found = (await Promise.all(named)).filter((one) => one !== SILENT);
  const [first] = found;
  return first !== undefined && found.every((tenant) => tenant?.id === first.id) ? first : undefined;
}

const SILENT = Symbol('silent');

/** What a source says: nothing at once, or the tenant that it names, which may not exist; a foreign host only when the directory was asked. */
function tenantFrom(
  source: TenantSource,
  { path, header, host }: TenantClues,
  baseDomain: string,
  directory: TenantDirectory,
): Promise<TenantRecord | undefined | typeof SILENT> | undefined {
  switch (source) {
    case 'path':
      return path === undefined ? undefined : directory.find(path);
    case 'header':
      return header === undefined ? undefined : directory.find(header);
    case 'subdomain': {
      const name = host?.toLowerCase().replace(/\.?(?::\d+)?$/, '');
      if (name === undefined || name === baseDomain) return undefined;
      if (name.endsWith(`.${baseDomain}`)) return directory.find(name.slice(0, -baseDomain.length - 1));
      return directory.findByDomain(name).then((tenant) => tenant ?? SILENT);
    }
  }
}

/** Every tenant, from the users island. Rejects when it does not answer within 2 s, or not as expected. */
export async function readTenants(transport: IslandCalls, logger: Logger): Promise<TenantRecord[]> {
  const tenants: TenantRecord[] = [];
  const signal = AbortSignal.timeout(DIRECTORY_DEADLINE_MS);
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const response = await transport.call(
      'users',
      { query: DIRECTORY_QUERY, operationName: 'GatewayTenantDirectory', variables: { first: MAX_PAGE_SIZE, after } },
      { principal: reader(PLATFORM_TENANT_ID), requestId: 'tenant-directory', signal },
    );
    const { edges, pageInfo } = directoryPage.parse(dataOf(response)).tenantDirectory;
    for (const { node } of edges) tenants.push(node);
    if (!pageInfo.hasNextPage) return tenants;
    after = pageInfo.endCursor;
  }
  logger.error({ tenants: tenants.length }, 'there are more tenants than one gateway holds; the rest is not served');
  return tenants;
}

/** The tenant with this id, from the users island; undefined when there is none. Rejects as `readTenants` does. */
export async function readTenant(transport: IslandCalls, id: string): Promise<TenantRecord | undefined> {
  const response = await transport.call(
    'users',
    { query: ENTRY_QUERY, operationName: 'GatewayTenantDirectoryEntry' },
    { principal: reader(id), requestId: 'tenant-directory', signal: AbortSignal.timeout(DIRECTORY_DEADLINE_MS) },
  );
  return directoryEntry.parse(dataOf(response)).tenant ?? undefined;
}

function dataOf({ data, errors = [] }: IslandResponse): unknown {
  if (errors.length > 0) throw new Error(`the directory answered: ${errors.map((error) => error.message).join('; ')}`);
  return data;
}
