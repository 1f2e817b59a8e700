import { type AnonymousPrincipal, type Persona, type ServicePrincipal, seedId, type UserPrincipal } from '@academy/kernel';

/** The two tenants of the seed, and a third one of runs that make it. */
export type TenantSlug = 'raices' | 'solaris' | 'milpa';

/** Id of a tenant. */
export function tenantIdOf(slug: TenantSlug): string {
  return seedId(`tenant:${slug}`);
}

/** Id of a seeded person. */
export function userIdOf(slug: TenantSlug, key: string): string {
  return seedId(`user:${slug}:${key}`);
}

/** A signed-in person of a seeded tenant, acting under one persona, as an island sees her after the gateway vouched for her. */
export function person(slug: TenantSlug, key: string, persona: Exclude<Persona, 'service'>): UserPrincipal {
  return {
    kind: 'user',
    tenantId: tenantIdOf(slug),
    userId: userIdOf(slug, key),
    persona,
    sessionId: seedId(`session:${slug}:${key}`),
    expiresAtSeconds: 4_102_444_800,
  };
}

/** A visitor of a seeded tenant who is not signed in. */
export function visitor(slug: TenantSlug): AnonymousPrincipal {
  return { kind: 'anonymous', tenantId: tenantIdOf(slug) };
}

/** A process that works for a seeded tenant. */
export function worker(slug: TenantSlug, service: string, scopes: readonly string[]): ServicePrincipal {
  return { kind: 'service', tenantId: tenantIdOf(slug), service, scopes };
}

/** The people whom tests speak of: two tenants, the same three roles in each. */
export const people = {
  raices: {
    alice: person('raices', 'alice', 'learner'),
    bruno: person('raices', 'bruno', 'evaluator'),
    carla: person('raices', 'carla', 'admin'),
  },
  solaris: {
    diego: person('solaris', 'diego', 'learner'),
    elena: person('solaris', 'elena', 'evaluator'),
    fabian: person('solaris', 'fabian', 'admin'),
  },
} as const;
