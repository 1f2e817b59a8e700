import { randomUUID } from 'node:crypto';
import { defaults } from '@academy/gateway/config';
import { createDevIssuer } from '@academy/gateway/dev-issuer';
import { systemClock } from '@academy/kernel';
import type { IslandResponse } from '@academy/platform/topology';

/** The tenant whose people ask, and how the gateway under measurement knows them. */
export const BENCH_TENANT = { id: '0190b3c4-0000-7000-8000-00000000be0c', slug: 'bench' };

export const ISSUER = { issuer: 'urn:madfam:academy:bench-issuer', audience: 'academy-bench' };

/** Ten times what limits are set to, where a benchmark needs more than a client of the academy may ask; printed with the figures. */
export const RAISED_LIMITS: typeof defaults.limits = {
  ...defaults.limits,
  maxDepth: 150,
  maxSelections: 4_000,
  maxCost: 10_000_000,
};

/** Every operation is counted in Redis as in production, against rate limits that no benchmark reaches. */
export const RAISED_RATE_LIMITS = 1_000_000;

const TOKEN_LIFE_SECONDS = 3 * 3_600;

/** Access tokens of this many learners of the tenant, each another person, signed with the key in the folder. */
export async function issueTokens(directory: string, people: number): Promise<string[]> {
  const issuer = await createDevIssuer({ ...ISSUER, directory, isProduction: false, clock: systemClock });
  return Promise.all(
    Array.from({ length: people }, () =>
      issuer.issueToken({
        userId: randomUUID(),
        tenantId: BENCH_TENANT.id,
        persona: 'learner',
        lifetimeSeconds: TOKEN_LIFE_SECONDS,
      }),
    ),
  );
}

/** What the tenant may do: more than any tenant of the academy. */
export const TENANT_DIRECTORY_SETTINGS = {
  tier: 'ENTERPRISE',
  allowedOrigins: [],
  limits: {
    requestsPerMinute: 150_000,
    costPerMinute: 15_000_000,
    costPerMinutePerPrincipal: 600_000,
    maxCost: RAISED_LIMITS.maxCost,
    maxSubscriptions: 1_000_000,
  },
  policies: {
    solarpunkPolicy: 'GATE',
    minimumSustainability: 70,
    minimumSocialJustice: 80,
    evaluation: 'AUTOMATIC_FROM_ASSESSMENT',
    certificationStart: 'ON_COMPLETION',
  },
  features: [],
  isTrustedOnly: false,
};

/** What users answers when the gateway asks for the tenants, or for what ended sessions. */
export const TENANT_DIRECTORY: IslandResponse = {
  data: {
    tenantDirectory: {
      edges: [
        {
          node: {
            ...BENCH_TENANT,
            name: 'The benchmark',
            status: 'ACTIVE',
            settings: TENANT_DIRECTORY_SETTINGS,
            customDomain: null,
            changedAt: '2026-03-01T12:00:00.000Z',
          },
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: null },
    },
    accessRevocations: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
  },
};
