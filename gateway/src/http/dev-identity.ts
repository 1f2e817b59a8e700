import type { FastifyInstance } from 'fastify';
import type { DevIssuer } from '../dev-issuer.ts';

/** Who starts today can go on tomorrow morning. */
const TOKEN_LIFETIME_SECONDS = 24 * 60 * 60;

/** A process that looks something up for people; the scopes are those of the permission matrix, without the one that reveals CURPs. */
const DEMO_SERVICE = {
  userId: 'demo-service',
  persona: 'service',
  scopes: ['profile.read', 'progress.read', 'submission.status'],
} as const;

/**
 * Adds the development issuer's keys, and a token for each person of the seed and for a process of each of their tenants, good for 24 h.
 * Never in production.
 */
export function addDevIdentityRoutes(app: FastifyInstance, issuer: DevIssuer): void {
  app.get('/dev/jwks.json', async (_request, reply) => reply.send(issuer.jwks));
  app.get('/dev/tokens', async (_request, reply) => {
    const people = await issuer.people();
    const tenants = new Map(people.map(({ tenantId, tenantSlug }) => [tenantId, { tenantId, tenantSlug }]));
    const label = `${DEMO_SERVICE.userId}, ${DEMO_SERVICE.persona}`;
    const holders = [...people, ...[...tenants.values()].map((tenant) => ({ ...DEMO_SERVICE, ...tenant, label }))];
    const tokens = await Promise.all(
      holders.map(async (holder) => ({
        label: holder.label,
        tenantSlug: holder.tenantSlug,
        persona: holder.persona,
        token: await issuer.issueToken({ ...holder, lifetimeSeconds: TOKEN_LIFETIME_SECONDS }),
      })),
    );
    return reply.header('cache-control', 'no-store').send(tokens);
  });
}
