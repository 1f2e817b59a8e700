import { Fault, systemClock } from '@academy/kernel';
import { createLogger } from '@academy/platform/logger';
import { createTelemetry } from '@academy/platform/telemetry';
import type { IslandCalls, IslandRequest } from '@academy/platform/topology';
import { expect, test } from 'vitest';
import { raices } from '../../../test/people.ts';
import { createRateLimiter } from '../../rate/rate-limiter.ts';
import type { TenantRecord } from '../../tenant.ts';
import { trustProxies } from '../client-address.ts';
import { createHttpServer } from '../http-server.ts';
import { unknownVerification } from './ask-certification.ts';
import { addPublicDocumentRoutes } from './public-document-routes.ts';

const VERIFIED = unknownVerification(new Date('2026-11-25T16:00:00Z'));

/** The routes before an island that answers each request with a document, or as it is told. */
async function openRoutes(options: { tenant?: TenantRecord; answer?: () => Promise<never>; isThere?: boolean } = {}) {
  const asked: { request: IslandRequest; tenantId: string; scopes: unknown }[] = [];
  const logger = createLogger({ process: 'test', level: 'silent' });
  const transport: IslandCalls = {
    async call(_island, request, { principal }) {
      asked.push({ request, tenantId: principal.tenantId, scopes: principal.kind === 'service' ? principal.scopes : undefined });
      if (options.answer !== undefined) return options.answer();
      if (request.operationName === 'GatewayVerification') return { data: { credentialVerification: VERIFIED } };
      const document = { mediaType: 'application/vc', body: '{"a":1}', isBase64: false };
      return { data: { publicDocument: options.isThere === false ? null : document } };
    },
    async close() {},
  };
  const tenant = options.tenant ?? raices;
  const limiter = createRateLimiter({
    config: { globalCostPerMinute: 1_000_000, scale: 1, answerWithinMs: 50, processes: 1 },
    trustedProxies: trustProxies([]),
    redis: undefined,
    secret: 'only for this test',
    logger,
    telemetry: createTelemetry({ process: 'gateway' }),
    nowMs: () => 0,
  });
  const find = async (name: string) => (name === tenant.slug || name === tenant.id ? tenant : undefined);
  const directory = { find, findByDomain: async () => undefined, peek: () => undefined };
  const app = await createHttpServer({ maxBodyBytes: 100_000, logger, isLeaving: () => false });
  await addPublicDocumentRoutes(app, { transport, directory, limiter, clock: systemClock, logger });
  return { app, asked };
}

test('what is served is asked of certification as the gateway, with a scope for nothing else, by slug or id of the tenant', async () => {
  const { app, asked } = await openRoutes();
  for (const name of [raices.slug, raices.id]) {
    const answer = await app.inject(`/t/${name}/did.json`);
    expect([answer.statusCode, answer.body]).toEqual([200, '{"a":1}']);
  }
  await app.inject(`/t/${raices.slug}/status/3`);
  await app.inject(`/t/${raices.slug}/credentials/abc.jwt`);
  await app.inject(`/t/${raices.slug}/certificates/abc/token.pdf`);
  expect(asked.map(({ request, ...call }) => ({ ...call, ...request.variables }))).toEqual(
    [
      ...[0, 1].map(() => ({ kind: 'DID_DOCUMENT', key: null, token: null })),
      { kind: 'STATUS_LIST', key: '3', token: null },
      { kind: 'CREDENTIAL_JWT', key: 'abc', token: null },
      { kind: 'CERTIFICATE_PDF', key: 'abc', token: 'token' },
    ].map((variables) => ({ tenantId: raices.id, scopes: ['credential.publish'], ...variables })),
  );
});

test('what is not there or is of no tenant is one 404, and what can name nothing asks nobody', async () => {
  const absent = await openRoutes({ isThere: false });
  expect((await absent.app.inject(`/t/${raices.slug}/status/9`)).statusCode).toBe(404);
  const { app, asked } = await openRoutes();
  for (const url of ['/t/nowhere/did.json', '/t/nowhere/verify', `/t/${raices.slug}/certificates/abc/token.txt`]) {
    const answer = await app.inject(url);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([404, 'no-store']);
  }
  const long = await app.inject(`/t/${raices.slug}/certificates/abc/${'x'.repeat(400)}.pdf`);
  expect(long.statusCode).toBe(414);
  expect(asked).toEqual([]);
});

test('who has it already is told so, and no page may not read it', async () => {
  const { app } = await openRoutes();
  const first = await app.inject(`/t/${raices.slug}/did.json`);
  const again = await app.inject({ url: `/t/${raices.slug}/did.json`, headers: { 'if-none-match': String(first.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect(first.headers['access-control-allow-origin']).toBe('*');
});

test('each address has what a minute allows it, whatever it asks', async () => {
  const limits = { ...raices.settings.limits, costPerMinute: 10_000, costPerMinutePerPrincipal: 250 };
  const { app, asked } = await openRoutes({ tenant: { ...raices, settings: { ...raices.settings, limits } } });
  const pdf = () => app.inject({ url: `/t/${raices.slug}/certificates/abc/token.pdf`, remoteAddress: '192.0.2.1' });
  expect((await pdf()).statusCode).toBe(200);
  const refused = await pdf();
  expect([refused.statusCode, refused.json().errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  const verify = (remoteAddress: string) => app.inject({ url: `/t/${raices.slug}/verify?code=x`, remoteAddress });
  expect([await verify('192.0.2.1'), await verify('192.0.2.1'), await verify('192.0.2.1')].map((one) => one.statusCode)).toEqual([
    200, 200, 429,
  ]);
  expect((await verify('192.0.2.2')).statusCode).toBe(200);
  expect(asked).toHaveLength(4);
});

test('an island that is away is a 503 that tells nothing of it', async () => {
  const { app } = await openRoutes({ answer: () => Promise.reject(new Fault('UNAVAILABLE', 'connect ECONNREFUSED 10.0.0.7')) });
  const answer = await app.inject(`/t/${raices.slug}/did.json`);
  expect(answer.statusCode).toBe(503);
  expect(answer.body).not.toContain('10.0.0.7');
});

test('credentials of a suspended academy are its holders’: they still verify', async () => {
  const { app } = await openRoutes({ tenant: { ...raices, status: 'SUSPENDED' } });
  expect((await app.inject(`/t/${raices.slug}/did.json`)).statusCode).toBe(200);
  expect((await app.inject(`/t/${raices.slug}/verify/abc`)).statusCode).toBe(200);
});

test('the form takes a credential of bounded length, and no other route takes a form', async () => {
  const { app, asked } = await openRoutes();
  const form = (url: string, credential: string) =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ credential }).toString(),
    });
  expect((await form(`/t/${raices.slug}/verify`, '{"a":1}')).statusCode).toBe(200);
  expect(asked[0]?.request.variables).toEqual({ input: { credential: '{"a":1}' } });
  expect((await form(`/t/${raices.slug}/verify`, 'x'.repeat(120_000))).statusCode).toBe(413);
  expect((await form(`/t/${raices.slug}/did.json`, 'x')).statusCode).toBe(404);
  const long = await form(`/t/${raices.slug}/verify`, 'x'.repeat(60_000));
  expect([long.statusCode, long.body.includes('No encontrado')]).toEqual([200, true]);
  expect(asked).toHaveLength(1);
});
