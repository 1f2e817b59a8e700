import { DEFAULT_TENANT_POLICIES } from '@academy/contracts';
import { type Persona, seedId } from '@academy/kernel';
import type { TenantRecord } from '../src/tenant.ts';

/** Two academies, and one that may not be used. */
export const raices = tenant('raices', 'Academia Raíces');
export const horizonte = tenant('horizonte', 'Centro Horizonte');
const olvido = { ...tenant('olvido', 'Instituto Olvido'), status: 'SUSPENDED' as const };
export const tenants: readonly TenantRecord[] = [raices, horizonte, olvido];

/** alice learns, bruno evaluates and carla runs things at Raíces; diego learns at Horizonte. */
export const alice = person('alice', raices, 'learner');
export const bruno = person('bruno', raices, 'evaluator');
export const carla = person('carla', raices, 'admin');
export const diego = person('diego', horizonte, 'learner');

function tenant(slug: string, name: string): TenantRecord {
  return {
    id: seedId(`gateway-test/${slug}`),
    slug,
    name,
    status: 'ACTIVE',
    settings: {
      tier: 'PROFESSIONAL',
      allowedOrigins: [`https://${slug}.example`],
      limits: {
        requestsPerMinute: 6_000,
        costPerMinute: 600_000,
        costPerMinutePerPrincipal: 200_000,
        maxCost: 2_000,
        maxSubscriptions: 100,
      },
      policies: DEFAULT_TENANT_POLICIES,
      clientSignatures: { isRequired: false, keys: [] },
      features: ['CUSTOM_DOMAIN', 'WEBHOOKS'],
      isTrustedOnly: false,
      identityProviders: [],
    },
    customDomain: null,
    changedAt: '2026-03-01T12:00:00.000Z',
  };
}

function person(name: string, of: TenantRecord, persona: Persona) {
  return { name, userId: seedId(`gateway-test/${of.slug}/${name}`), tenantId: of.id, tenantSlug: of.slug, persona };
}
