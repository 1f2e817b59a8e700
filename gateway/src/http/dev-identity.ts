import type { FastifyInstance } from 'fastify';
import type { DevIssuer } from '../dev-issuer.ts';

/** Long enough for a working day. */
const TOKEN_LIFETIME_SECONDS = 8 * 60 * 60;

/** Adds the development issuer's keys, and a token for each person of the seed for the explorer. Never in production. */
export function addDevIdentityRoutes(app: FastifyInstance, issuer: DevIssuer): void {
  app.get('/dev/jwks.json', async (_request, reply) => reply.send(issuer.jwks));
  app.get('/dev/tokens', async (_request, reply) => {
    const people = await issuer.people();
    const tokens = await Promise.all(
      people.map(async (person) => ({
        label: person.label,
        tenantSlug: person.tenantSlug,
        persona: person.persona,
        token: await issuer.issueToken({ ...person, lifetimeSeconds: TOKEN_LIFETIME_SECONDS }),
      })),
    );
    return reply.header('cache-control', 'no-store').send(tokens);
  });
}
