import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TenantSource } from '../config.ts';
import { resolveTenant, type TenantDirectory, type TenantRecord } from '../tenant.ts';
import { approachOf } from './request-approach.ts';

const PREFLIGHT_SECONDS = 600;

/** What a page may set, beside what any page may. */
const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'x-tenant-id',
  'x-request-id',
  'x-apollo-operation-name',
  'apollo-require-preflight',
  'last-event-id',
  'x-academy-cost',
  'x-academy-query-plan',
];

/** What a page may read, beside what any page may. */
const EXPOSED_HEADERS = [
  'x-request-id',
  'x-tenant-id',
  'retry-after',
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'age',
  'deprecation',
  'sunset',
  'link',
];

/** Whether a tenant lets pages of this origin call: the whole origin, scheme and port included. */
export function isOriginAllowed(origin: string | undefined, tenant: TenantRecord): boolean {
  return origin === undefined || tenant.settings.allowedOrigins.includes(origin);
}

/**
 * Pages may call from the origins of the tenant that the request names; a preflight names it by path or subdomain, because it bears no
 * headers of the page's. No tenant, no origin: the browser then refuses.
 */
export async function addCors(
  app: FastifyInstance,
  options: { directory: TenantDirectory; tenantSources: readonly TenantSource[]; baseDomain: string },
): Promise<void> {
  await app.register(cors, {
    delegator: (request: FastifyRequest, callback) => {
      const origin = request.headers.origin;
      if (origin === undefined) return callback(null, { origin: false });
      resolveTenant(approachOf(request.raw, request.id).tenant, options.tenantSources, options.baseDomain, options.directory)
        .catch(() => undefined)
        .then((tenant) => {
          const isAllowed = tenant !== undefined && tenant.status === 'ACTIVE' && isOriginAllowed(origin, tenant);
          callback(null, {
            origin: isAllowed ? origin : false,
            methods: ['GET', 'POST'],
            allowedHeaders: ALLOWED_HEADERS,
            exposedHeaders: EXPOSED_HEADERS,
            maxAge: PREFLIGHT_SECONDS,
          });
        }, callback);
    },
  });
}
