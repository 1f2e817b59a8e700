import { createHash } from 'node:crypto';
import type { Clock } from '@academy/kernel';
import type { Logger } from '@academy/platform/logger';
import type { IslandCalls } from '@academy/platform/topology';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { maskError } from '../../errors.ts';
import type { RateLimiter } from '../../rate/rate-limiter.ts';
import type { TenantDirectory, TenantRecord } from '../../tenant.ts';
import { PLAIN_JSON } from '../graphql-over-http.ts';
import { refuse, send } from '../graphql-route.ts';
import { approachOf } from '../request-approach.ts';
import { createCertificationDesk, type PublicDocumentKind, unknownVerification } from './ask-certification.ts';
import { VERIFICATION_CSS, verificationPage } from './verification-page.ts';
import { languageOf } from './verification-texts.ts';

/** What one request is counted as: a signature is made or checked for most of them, and a PDF is 50 ms of work. */
const COSTS = { document: 10, verification: 25, pdf: 200 } as const;
/** A revocation is known to everybody within this time. */
const FIVE_MINUTES = 'public, max-age=300';
/** What bears, or stood for, somebody's name is kept by nobody. */
const NOT_KEPT = 'private, no-store';
/** A longer code names nothing; parts of a path end at 100 characters anyhow. */
const MAX_CODE = 300;
/** A longer text is no credential of ours. */
const MAX_CREDENTIAL = 50_000;

export type PublicDocumentParts = {
  readonly transport: IslandCalls;
  readonly directory: TenantDirectory;
  readonly limiter: RateLimiter;
  readonly clock: Clock;
  readonly logger: Logger;
};

type Asked = { tenant: string; key?: string; file?: string; code?: string };

/**
 * Adds what everybody may have without a login: the issuer's DID document, status lists, credentials, certificates as PDF, and the page that verifies. Each is
 * counted against the rate limits of the tenant and the caller's address. They are there while a tenant is suspended, too: what it issued is its holders'.
 */
export async function addPublicDocumentRoutes(app: FastifyInstance, parts: PublicDocumentParts): Promise<void> {
  const { directory, limiter, clock, logger } = parts;
  const desk = createCertificationDesk(parts.transport);

  /** Answers within the limits, or tells why not. */
  async function served(
    request: FastifyRequest,
    reply: FastifyReply,
    cost: number,
    answer: (tenant: TenantRecord, call: { tenantId: string; requestId: string }) => Promise<FastifyReply | undefined>,
  ): Promise<FastifyReply> {
    const nothing = () => {
      void reply.header('cache-control', 'no-store');
      return send(reply, PLAIN_JSON, refuse(404, 'NOT_FOUND', 'There is nothing here.', request.id));
    };
    try {
      const tenant = await directory.find((request.params as Asked).tenant);
      if (tenant === undefined) return nothing();
      const { peer } = approachOf(request.raw, request.id);
      const payer = { tenant, payer: limiter.payerOf({ kind: 'anonymous', tenantId: tenant.id }, peer) };
      const { headers, refusal } = limiter.recall(payer) ?? (await limiter.spend(payer, cost));
      void reply.headers(headers);
      if (refusal !== undefined) {
        const told = refuse(429, 'RATE_LIMITED', refusal.message, request.id);
        return send(reply, PLAIN_JSON, { ...told, headers: { 'retry-after': String(refusal.retryAfterSeconds) } });
      }
      return (await answer(tenant, { tenantId: tenant.id, requestId: request.id })) ?? nothing();
    } catch (thrown) {
      const error = maskError(thrown, request.id, logger);
      return send(reply, PLAIN_JSON, { status: error.extensions.code === 'INTERNAL' ? 500 : 503, body: { errors: [error] } });
    }
  }

  function serveDocument(
    url: string,
    cost: number,
    cacheControl: string,
    asked: (params: Asked, request: FastifyRequest) => { kind: PublicDocumentKind; key?: string; token?: string } | undefined,
  ): void {
    app.get(url, (request, reply) =>
      served(request, reply, cost, async (_tenant, call) => {
        const wanted = asked(request.params as Asked, request);
        const found = wanted === undefined ? undefined : await desk.document(wanted, call);
        if (found === undefined) return undefined;
        const { mediaType, bytes } = found;
        const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
        // Wallets and verifiers are pages of anybody.
        void reply.headers({ 'cache-control': cacheControl, etag, 'access-control-allow-origin': '*' });
        if (request.headers['if-none-match'] === etag) return reply.code(304).send();
        return reply.header('content-type', mediaType).send(bytes);
      }),
    );
  }

  serveDocument('/t/:tenant/did.json', COSTS.document, FIVE_MINUTES, () => ({ kind: 'DID_DOCUMENT' }));
  serveDocument('/t/:tenant/status/:key', COSTS.document, FIVE_MINUTES, ({ key }) => withKey('STATUS_LIST', key));
  serveDocument('/t/:tenant/credentials/:key', COSTS.document, NOT_KEPT, ({ key = '' }, { headers }) => {
    const isJwt = key.endsWith('.jwt') || headers.accept?.includes('application/jwt') === true;
    return withKey(isJwt ? 'CREDENTIAL_JWT' : 'CREDENTIAL', key.replace(/\.(json|jwt)$/, ''));
  });
  serveDocument('/t/:tenant/certificates/:key/:file', COSTS.pdf, NOT_KEPT, ({ key, file = '' }) => {
    const wanted = withKey('CERTIFICATE_PDF', key);
    return wanted === undefined || !file.endsWith('.pdf') ? undefined : { ...wanted, token: file.slice(0, -'.pdf'.length) };
  });

  function servePage(
    request: FastifyRequest,
    reply: FastifyReply,
    { code, credential }: { code: string; credential?: string },
  ): Promise<FastifyReply> {
    return served(request, reply, COSTS.verification, async (tenant, call) => {
      const shown = credential === undefined ? { code } : { credential };
      const isAsked = code !== '' || credential !== undefined;
      const isTooLong = code.length > MAX_CODE || (credential?.length ?? 0) > MAX_CREDENTIAL;
      const unknown = () => unknownVerification(clock.now());
      const verification = !isAsked ? undefined : isTooLong ? unknown() : await desk.verify(shown, call);
      const base = `/t/${encodeURIComponent((request.params as Asked).tenant)}`;
      const page = verificationPage({
        language: languageOf((request.query as { lang?: unknown }).lang, request.headers['accept-language']),
        academyName: tenant.name,
        path: `${base}/verify`,
        code,
        verification,
        credentialPath: /^[0-9A-Za-z -]{16,40}$/.test(code) ? `${base}/credentials/${encodeURIComponent(code)}` : undefined,
      });
      return reply
        .headers({
          'content-type': 'text/html; charset=utf-8',
          'cache-control': NOT_KEPT,
          vary: 'accept-language',
          'content-security-policy': withForms(String(reply.getHeader('content-security-policy') ?? '')),
          'referrer-policy': 'no-referrer',
        })
        .send(page);
    });
  }

  app.get('/verify.css', async (_request, reply) =>
    reply.headers({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' }).send(VERIFICATION_CSS),
  );
  app.get('/t/:tenant/verify', (request, reply) => servePage(request, reply, { code: partOf(request.query, 'code') }));
  app.get('/t/:tenant/verify/:code', (request, reply) => servePage(request, reply, { code: partOf(request.params, 'code') }));
  await app.register((scope, _options, registered) => {
    // Forms are read here and nowhere else.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.post('/t/:tenant/verify', (request, reply) => {
      const { credential } = (request.body ?? {}) as { credential?: unknown };
      return servePage(request, reply, { code: '', credential: typeof credential === 'string' ? credential : '' });
    });
    registered();
  });
}

function withKey(kind: PublicDocumentKind, key: string | undefined): { kind: PublicDocumentKind; key: string } | undefined {
  return key === undefined ? undefined : { kind, key };
}

/** What stands under this name, if it is a text of a length that can name something. */
function partOf(of: unknown, name: string): string {
  const value = (of as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value.trim().slice(0, MAX_CODE + 1) : '';
}

function withForms(policy: string): string {
  return policy.replace("form-action 'none'", "form-action 'self'");
}
