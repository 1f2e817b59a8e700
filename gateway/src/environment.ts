import { type Environment, onOff, processVariables, readConfig, wholeNumber } from '@academy/platform/config';
import { outboundPolicyOf, outboundVariables } from '@academy/platform/outbound';
import { type TlsFiles, tlsFiles, tlsMistakes, tlsVariables } from '@academy/platform/tls';
import type { IslandName } from '@academy/platform/topology';
import { z } from 'zod';
import { DEFAULT_AUDIENCE, DEV_ISSUER_NAME, defaults, type GatewayConfig, TENANT_SOURCES, type TenantSource } from './config.ts';
import { overrideLabelList } from './federation/override-labels.ts';
import { proxyNetworks } from './http/client-address.ts';
import { DEFAULT_CLAIMS } from './identity/identity-provider.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { operationsConfig, operationsMistakes, operationsVariables } from './operations-config.ts';
import { rateLimitsConfig, rateLimitsVariables } from './rate/rate-limits-config.ts';

const tenantSources = z.string().transform((text, context) => {
  const named = text.split(',').map((source) => source.trim());
  const known = named.filter((source): source is TenantSource => (TENANT_SOURCES as readonly string[]).includes(source));
  if (known.length !== named.length || new Set(known).size !== known.length) {
    context.addIssue({
      code: 'custom',
      message: `expected some of ${TENANT_SOURCES.join(', ')}, each once, separated by commas`,
    });
    return z.NEVER;
  }
  return known;
});

const claimName = z.string().min(1).max(200);

const moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: 'expected a date such as 2027-01-31, or a time such as 2027-01-31T06:00:00Z',
  })
  .transform((text) => new Date(text));

/** The variables of the gateway process. */
export const gatewayEnvironment = z
  .object({
    ...processVariables,
    ...tlsVariables,
    USERS_URL: z.url(),
    COURSES_URL: z.url(),
    CERTIFICATION_URL: z.url(),
    CONOCER_URL: z.url(),
    ANALYTICS_URL: z.url(),
    PUBLIC_URL: z.url().optional(),
    TENANT_SOURCES: tenantSources.default([...TENANT_SOURCES]),
    BASE_DOMAIN: z
      .string()
      .regex(/^[a-z0-9.-]+$/, 'expected a domain in lower case without port')
      .default('localhost'),
    /** Folder of `supergraph.graphql` and `api.graphql`. */
    SCHEMA_DIR: z.string().default('schema'),
    /** How often that folder is looked at; a new supergraph is in force after two looks. */
    SCHEMA_LOOK_MS: wholeNumber(100).default(5_000),
    ISSUER: z.string().optional(),
    AUDIENCE: z.string().default(DEFAULT_AUDIENCE),
    JWKS_URL: z.url().optional(),
    TENANT_CLAIM: claimName.default(DEFAULT_CLAIMS.tenant),
    PERSONA_CLAIM: claimName.default(DEFAULT_CLAIMS.persona),
    TOKEN_USE_CLAIM: claimName.default(DEFAULT_CLAIMS.tokenUse),
    USER_CLAIM: claimName.default(DEFAULT_CLAIMS.user),
    ...outboundVariables,
    DEV_ISSUER: onOff().default(false),
    LOCAL_LOGIN: onOff().default(false),
    DEV_ISSUER_DIR: z.string().default('.cache/dev-issuer'),
    CACHE: onOff().default(defaults.isCacheOn),
    /** Off in production unless switched on; on elsewhere. */
    INTROSPECTION: onOff().optional(),
    EXPLORER: onOff().optional(),
    API_V1_DEPRECATED_AT: moment.optional(),
    API_V1_SUNSET_AT: moment.optional(),
    API_V1_LINK: z.url({ protocol: /^https?$/ }).optional(),
    METRICS: onOff().optional(),
    METRICS_PORT: wholeNumber(1).optional(),
    /** Processes that share the port; more than the machine has cores gains nothing. */
    WORKERS: wholeNumber(1).default(1),
    REQUEST_DEADLINE_MS: wholeNumber(100).default(defaults.requestDeadlineMs),
    OVERRIDE_LABELS: overrideLabelList.default([]),
    MAX_BODY_BYTES: wholeNumber(1_000).default(DEFAULT_LIMITS.maxBodyBytes),
    MAX_TOKENS: wholeNumber(1).default(DEFAULT_LIMITS.maxTokens),
    MAX_DEPTH: wholeNumber(1).default(DEFAULT_LIMITS.maxDepth),
    MAX_ALIASES: wholeNumber(0).default(DEFAULT_LIMITS.maxAliases),
    MAX_SELECTIONS: wholeNumber(1).default(DEFAULT_LIMITS.maxSelections),
    MAX_COST: wholeNumber(1).default(DEFAULT_LIMITS.maxCost),
    ...rateLimitsVariables,
    TRUSTED_PROXIES: proxyNetworks.default([...defaults.trustedProxies]),
    ...operationsVariables,
  })
  .superRefine((given, context) => {
    for (const { variable, message } of tlsMistakes(given)) context.addIssue({ code: 'custom', path: [variable], message });
    for (const { variable, message } of operationsMistakes(given))
      context.addIssue({ code: 'custom', path: [variable], message });
    const { API_V1_DEPRECATED_AT: deprecatedAt, API_V1_SUNSET_AT: sunsetAt } = given;
    if (deprecatedAt !== undefined && sunsetAt !== undefined && sunsetAt < deprecatedAt) {
      context.addIssue({
        code: 'custom',
        path: ['API_V1_SUNSET_AT'],
        message: 'expected a time that is not before API_V1_DEPRECATED_AT',
      });
    }
    if (given.DEV_ISSUER && given.NODE_ENV === 'production') {
      context.addIssue({
        code: 'custom',
        path: ['DEV_ISSUER'],
        message: 'the development issuer cannot be switched on in production',
      });
    }
    if (given.LOCAL_LOGIN && !given.DEV_ISSUER) {
      context.addIssue({
        code: 'custom',
        path: ['LOCAL_LOGIN'],
        message: 'people sign in here only under the local issuer: DEV_ISSUER=on is needed too',
      });
    }
    if (!given.DEV_ISSUER && given.ISSUER === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['ISSUER'],
        message: 'expected the issuer of tokens, or DEV_ISSUER=on in development',
      });
    }
  });

/** What the process entry needs beyond the gateway's own configuration. */
export type GatewayProcessConfig = {
  readonly gateway: GatewayConfig;
  /** 1: this process serves; more: it starts that many which do. */
  readonly workers: number;
  readonly islandUrls: Readonly<Record<IslandName, string>>;
  readonly schemaDirectory: string;
  readonly schemaLookMs: number;
  /** Certificates for the calls to islands; undefined: those are plain HTTP. */
  readonly tls: TlsFiles | undefined;
  readonly redis: { readonly url: string; readonly namespace: string; readonly caFile: string | undefined };
  readonly signingKeys: readonly { readonly id: string; readonly secret: string }[];
  readonly logLevel: string;
};

/** The configuration of a gateway process. Throws ConfigError that names each variable that does not fit. */
export function readGatewayConfig(environment: Environment): GatewayProcessConfig {
  const given = readConfig(gatewayEnvironment, environment);
  const isProduction = given.NODE_ENV === 'production';
  return {
    gateway: {
      isProduction,
      host: given.HOST,
      port: given.PORT,
      publicUrl: given.PUBLIC_URL,
      tenantSources: given.TENANT_SOURCES,
      baseDomain: given.BASE_DOMAIN,
      identity: given.DEV_ISSUER
        ? {
            kind: 'development',
            issuer: given.ISSUER ?? DEV_ISSUER_NAME,
            audience: given.AUDIENCE,
            directory: given.DEV_ISSUER_DIR,
          }
        : {
            kind: 'provider',
            issuer: given.ISSUER ?? '',
            audience: given.AUDIENCE,
            jwksUrl: given.JWKS_URL,
            claims: {
              tenant: given.TENANT_CLAIM,
              persona: given.PERSONA_CLAIM,
              tokenUse: given.TOKEN_USE_CLAIM,
              user: given.USER_CLAIM,
            },
          },
      isLocalLoginOn: given.LOCAL_LOGIN,
      outbound: outboundPolicyOf(given),
      limits: {
        ...DEFAULT_LIMITS,
        maxBodyBytes: given.MAX_BODY_BYTES,
        maxTokens: given.MAX_TOKENS,
        maxDepth: given.MAX_DEPTH,
        maxAliases: given.MAX_ALIASES,
        maxSelections: given.MAX_SELECTIONS,
        maxCost: given.MAX_COST,
      },
      rateLimits: rateLimitsConfig(given, given.WORKERS),
      trustedProxies: given.TRUSTED_PROXIES,
      operations: operationsConfig(given),
      requestDeadlineMs: given.REQUEST_DEADLINE_MS,
      overrideLabels: given.OVERRIDE_LABELS,
      isCacheOn: given.CACHE,
      isIntrospectionOn: given.INTROSPECTION ?? !isProduction,
      isExplorerOn: given.EXPLORER ?? !isProduction,
      apiV1: { deprecatedAt: given.API_V1_DEPRECATED_AT, sunsetAt: given.API_V1_SUNSET_AT, moreAt: given.API_V1_LINK },
      isMetricsOn: given.METRICS ?? !isProduction,
      metricsPort: given.METRICS_PORT,
    },
    workers: given.WORKERS,
    islandUrls: {
      users: given.USERS_URL,
      courses: given.COURSES_URL,
      certification: given.CERTIFICATION_URL,
      conocer: given.CONOCER_URL,
      analytics: given.ANALYTICS_URL,
    },
    schemaDirectory: given.SCHEMA_DIR,
    schemaLookMs: given.SCHEMA_LOOK_MS,
    tls: tlsFiles(given),
    redis: { url: given.REDIS_URL, namespace: given.REDIS_NAMESPACE, caFile: given.REDIS_CA_FILE },
    signingKeys: given.SIGNING_KEYS,
    logLevel: given.LOG_LEVEL,
  };
}
