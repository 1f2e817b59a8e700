import { ConfigError } from '@academy/platform/config';
import { describe, expect, test } from 'vitest';
import { assertFitForProduction, defaults } from './config.ts';
import { readGatewayConfig } from './environment.ts';

const environment = {
  REDIS_URL: 'redis://127.0.0.1:6379',
  SIGNING_KEYS: `first:${'k'.repeat(32)}`,
  USERS_URL: 'http://users:4001',
  COURSES_URL: 'http://courses:4002',
  CERTIFICATION_URL: 'http://certification:4003',
  CONOCER_URL: 'http://conocer:4004',
  ANALYTICS_URL: 'http://analytics:4005',
  ISSUER: 'https://issuer.example',
};

describe('the environment of a gateway', () => {
  test('with what is needed starts from the limits of the house', () => {
    const { gateway, islandUrls } = readGatewayConfig(environment);
    expect(gateway).toMatchObject({
      tenantSources: ['path', 'header', 'subdomain'],
      baseDomain: 'localhost',
      requestDeadlineMs: 4_800,
      identity: { kind: 'provider', issuer: 'https://issuer.example', audience: 'academy' },
      limits: { maxBodyBytes: 100_000, maxTokens: 2_500, maxDepth: 12, maxAliases: 20, maxSelections: 400, maxCost: 5_000 },
    });
    expect(islandUrls.conocer).toBe('http://conocer:4004');
  });

  test('in production shows neither schema nor explorer nor metrics unless it is told to', () => {
    const { gateway } = readGatewayConfig({ ...environment, NODE_ENV: 'production' });
    expect(gateway).toMatchObject({ isProduction: true, isIntrospectionOn: false, isExplorerOn: false, isMetricsOn: false });
    expect(readGatewayConfig(environment).gateway).toMatchObject({
      isIntrospectionOn: true,
      isExplorerOn: true,
      isMetricsOn: true,
    });
    expect(readGatewayConfig({ ...environment, NODE_ENV: 'production', METRICS: 'on' }).gateway.isMetricsOn).toBe(true);
  });

  test('keeps answers that the schema hints unless it is told not to', () => {
    expect(readGatewayConfig({ ...environment, NODE_ENV: 'production' }).gateway.isCacheOn).toBe(true);
    expect(readGatewayConfig({ ...environment, CACHE: 'off' }).gateway.isCacheOn).toBe(false);
  });

  test('cannot switch the development issuer on in production', () => {
    expect(() => readGatewayConfig({ ...environment, DEV_ISSUER: 'on', NODE_ENV: 'production' })).toThrow(ConfigError);
    expect(() => readGatewayConfig({ ...environment, DEV_ISSUER: 'on', NODE_ENV: 'production' })).toThrow(/DEV_ISSUER/);
    expect(readGatewayConfig({ ...environment, DEV_ISSUER: 'on' }).gateway.identity.kind).toBe('development');
  });

  test('must say who vouches for tokens', () => {
    expect(() => readGatewayConfig({ ...environment, ISSUER: '' })).toThrow(/ISSUER/);
  });

  test('may order the sources of the tenant, but not invent or repeat one', () => {
    expect(readGatewayConfig({ ...environment, TENANT_SOURCES: 'subdomain, path' }).gateway.tenantSources).toEqual([
      'subdomain',
      'path',
    ]);
    expect(() => readGatewayConfig({ ...environment, TENANT_SOURCES: 'cookie' })).toThrow(/TENANT_SOURCES/);
    expect(() => readGatewayConfig({ ...environment, TENANT_SOURCES: 'path,path' })).toThrow(/TENANT_SOURCES/);
  });

  test('may switch labels of @override on, by name', () => {
    expect(readGatewayConfig(environment).gateway.overrideLabels).toEqual([]);
    expect(readGatewayConfig({ ...environment, OVERRIDE_LABELS: 'new-prices, beta' }).gateway.overrideLabels).toEqual([
      'new-prices',
      'beta',
    ]);
    expect(() => readGatewayConfig({ ...environment, OVERRIDE_LABELS: 'percent(5)' })).toThrow(/OVERRIDE_LABELS/);
  });

  test('may bound the operations that are answered', () => {
    expect(readGatewayConfig(environment).gateway.operations).toEqual({
      persistedDocuments: undefined,
      isTrustedOnly: false,
      isApqOn: false,
      schemaVariant: 'full',
      isQueryPlanOpen: false,
    });
    const given = { PERSISTED_DOCUMENTS: '/documents', TRUSTED_DOCUMENTS: 'only', APQ: 'on', SCHEMA_VARIANT: 'public' };
    expect(readGatewayConfig({ ...environment, ...given }).gateway.operations).toMatchObject({
      persistedDocuments: { path: '/documents', reloadEveryMs: 10_000 },
      isTrustedOnly: true,
      isApqOn: true,
      schemaVariant: 'public',
    });
    expect(() => readGatewayConfig({ ...environment, SCHEMA_VARIANT: 'partner' })).toThrow(/SCHEMA_VARIANT/);
  });

  test('cannot trust registered documents alone and register none, nor show plans to everybody in production', () => {
    expect(() => readGatewayConfig({ ...environment, TRUSTED_DOCUMENTS: 'only' })).toThrow(/PERSISTED_DOCUMENTS/);
    const open = { ...environment, QUERY_PLAN_OPEN: 'on' };
    expect(readGatewayConfig(open).gateway.operations.isQueryPlanOpen).toBe(true);
    expect(() => readGatewayConfig({ ...open, NODE_ENV: 'production' })).toThrow(/QUERY_PLAN_OPEN/);
  });

  test('that lacks an island is refused by the island’s name', () => {
    expect(() => readGatewayConfig({ ...environment, COURSES_URL: '' })).toThrow(/COURSES_URL/);
  });
});

test('a configuration built as a value is held to the same rule', () => {
  const identity = { kind: 'development', issuer: 'urn:x', audience: 'academy', directory: '/nowhere' } as const;
  expect(() => assertFitForProduction({ ...defaults, identity, isProduction: true })).toThrow(ConfigError);
  expect(() => assertFitForProduction({ ...defaults, identity })).not.toThrow();
  const provider = { kind: 'provider', issuer: 'urn:x', audience: 'academy', jwksUrl: undefined } as const;
  const operations = { ...defaults.operations, isQueryPlanOpen: true };
  expect(() => assertFitForProduction({ ...defaults, identity: provider, operations, isProduction: true })).toThrow(/plans/);
});

describe('the end of an API version', () => {
  test('is told as dates or times, and a page', () => {
    const told = {
      API_V1_DEPRECATED_AT: '2027-01-31',
      API_V1_SUNSET_AT: '2028-01-31T00:00:00-06:00',
      API_V1_LINK: 'https://academy.example/v1',
    };
    expect(readGatewayConfig({ ...environment, ...told }).gateway.apiV1).toEqual({
      deprecatedAt: new Date('2027-01-31T00:00:00Z'),
      sunsetAt: new Date('2028-01-31T06:00:00Z'),
      moreAt: 'https://academy.example/v1',
    });
    expect(readGatewayConfig(environment).gateway.apiV1).toEqual(defaults.apiV1);
  });

  test('is no other text, and not before it is deprecated', () => {
    expect(() => readGatewayConfig({ ...environment, API_V1_SUNSET_AT: 'soon' })).toThrow(
      /API_V1_SUNSET_AT: expected a date such as 2027-01-31.*"soon"/,
    );
    expect(() => readGatewayConfig({ ...environment, API_V1_LINK: 'javascript:alert(1)' })).toThrow(/API_V1_LINK/);
    const wrongOrder = { API_V1_DEPRECATED_AT: '2027-01-31', API_V1_SUNSET_AT: '2027-01-30' };
    expect(() => readGatewayConfig({ ...environment, ...wrongOrder })).toThrow(
      /API_V1_SUNSET_AT: expected a time that is not before/,
    );
  });
});
