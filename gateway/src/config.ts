import { ConfigError } from '@academy/platform/config';
import { DEFAULT_OUTBOUND_POLICY, type OutboundPolicy } from '@academy/platform/outbound';
import type { ClaimNames } from './identity/identity-provider.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { type OperationsConfig, operationsDefaults } from './operations-config.ts';
import { type RateLimitsConfig, rateLimitsDefaults } from './rate/rate-limits-config.ts';

/** Where a request may name its tenant. */
export const TENANT_SOURCES = ['path', 'header', 'subdomain'] as const;
export type TenantSource = (typeof TENANT_SOURCES)[number];

/** Who vouches for tokens: a provider with a JWKS, or the issuer for development. */
export type IdentityConfig =
  | {
      readonly kind: 'provider';
      readonly issuer: string;
      readonly audience: string;
      /** undefined: found through the issuer's `/.well-known/openid-configuration`. */
      readonly jwksUrl: string | undefined;
      /** undefined: `DEFAULT_CLAIMS`. */
      readonly claims?: ClaimNames;
    }
  | {
      readonly kind: 'development';
      readonly issuer: string;
      readonly audience: string;
      /** Folder of the key pair; made when it is not there. */
      readonly directory: string;
    };

/** When a version of the API is given up. */
export type VersionPolicy = {
  /** From when on nobody should begin to use it; may lie ahead. */
  readonly deprecatedAt: Date | undefined;
  /** From when on it is answered with 410. */
  readonly sunsetAt: Date | undefined;
  /** URL of a page that says more. */
  readonly moreAt: string | undefined;
};

/** Everything that `createGateway` can be told. */
export type GatewayConfig = {
  readonly isProduction: boolean;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Under which clients reach the gateway; undefined: the address it listens on. */
  readonly publicUrl: string | undefined;
  /** Sources that are looked at, in this order; a request whose sources disagree is refused. */
  readonly tenantSources: readonly TenantSource[];
  /** `{slug}.{baseDomain}` names a tenant. */
  readonly baseDomain: string;
  readonly identity: IdentityConfig;
  /** People get tokens of the local issuer for a password: docs/identity.md. */
  readonly isLocalLoginOn: boolean;
  /** Where providers that tenants name may be. */
  readonly outbound: OutboundPolicy;
  readonly limits: Limits;
  readonly rateLimits: RateLimitsConfig;
  /** Addresses and networks of proxies whose `x-forwarded-for` tells where a request comes from. */
  readonly trustedProxies: readonly string[];
  readonly operations: OperationsConfig;
  /** From the arrival of a request to its answer. */
  readonly requestDeadlineMs: number;
  /** Labels of `@override(label:)` that are on; shares, `percent(n)`, decide themselves. */
  readonly overrideLabels: readonly string[];
  /** Answers that the schema hints as such are kept in Redis. */
  readonly isCacheOn: boolean;
  readonly isIntrospectionOn: boolean;
  readonly isExplorerOn: boolean;
  /** Of the paths with `/api/v1`. */
  readonly apiV1: VersionPolicy;
  /** `/metrics` on the public listener. */
  readonly isMetricsOn: boolean;
  /** A listener of its own for `/metrics`, on `host`; undefined: none. */
  readonly metricsPort: number | undefined;
};

/** A gateway on this machine for development; entries that build the configuration as a value spread it and add `identity`. */
export const defaults: Omit<GatewayConfig, 'identity'> = {
  isProduction: false,
  host: '127.0.0.1',
  port: 0,
  publicUrl: undefined,
  tenantSources: TENANT_SOURCES,
  baseDomain: 'localhost',
  isLocalLoginOn: false,
  outbound: DEFAULT_OUTBOUND_POLICY,
  limits: DEFAULT_LIMITS,
  rateLimits: rateLimitsDefaults,
  trustedProxies: [],
  operations: operationsDefaults,
  // A client that waits 5 s has its answer by then, also over a slow way.
  requestDeadlineMs: 4_800,
  overrideLabels: [],
  isCacheOn: true,
  isIntrospectionOn: true,
  isExplorerOn: true,
  apiV1: { deprecatedAt: undefined, sunsetAt: undefined, moreAt: undefined },
  isMetricsOn: true,
  metricsPort: undefined,
};

/** Names of the development issuer and of our audience where nothing else is said. */
export const DEV_ISSUER_NAME = 'urn:madfam:academy:dev-issuer';
export const DEFAULT_AUDIENCE = 'academy';

/** Throws ConfigError when a configuration built as a value asks for what production forbids. */
export function assertFitForProduction(config: GatewayConfig): void {
  if (config.isProduction && config.identity.kind === 'development') {
    throw new ConfigError('The development issuer cannot be switched on in production.');
  }
  if (config.isProduction && config.operations.isQueryPlanOpen) {
    throw new ConfigError('Query plans cannot be open to everybody in production.');
  }
}
