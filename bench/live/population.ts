import { createDevIssuer } from '@academy/gateway/dev-issuer';
import { type Persona, seedId, systemClock } from '@academy/kernel';
import { ISSUER } from '../gateway/processes/bench-tenant.ts';
import type { Watch } from './processes/watchers.ts';

/** Watchers of each certification, and certifications that each person watches. */
export const WATCHERS_PER_CERTIFICATION = 10;

/** The tenant of the seed whose certifications are moved in the real academy. */
export const MOVED_TENANT = 'raices';

/** Personas that see every certification of their tenant. */
const STAFF: readonly Persona[] = ['certifier', 'centre_admin', 'admin'];
const TOKEN_LIFE_SECONDS = 2 * 3_600;

/** Five selections of event scalars, as five clients would write them; each has what the driver counts by. */
export const DOCUMENTS = [
  'subscription Console($id: ID!, $after: String) { certificationStatusChanged(certificationId: $id, after: $after) { kind seq previousStatus status hold occurredAt resume } }',
  'subscription Badge($id: ID!, $after: String) { certificationStatusChanged(certificationId: $id, after: $after) { kind seq status occurredAt } }',
  'subscription Parts($id: ID!, $after: String) { certificationStatusChanged(certificationId: $id, after: $after) { ...Place ...State } } fragment Place on CertificationStatusChanged { kind seq occurredAt } fragment State on CertificationStatusChanged { status hold }',
  'subscription Aliases($id: ID!, $after: String) { change: certificationStatusChanged(certificationId: $id, after: $after) { kind seq occurredAt before: previousStatus now: status } }',
  'subscription Conditions($id: ID!, $after: String, $withHold: Boolean = false) { certificationStatusChanged(certificationId: $id, after: $after) { __typename kind seq occurredAt status hold @include(if: $withHold) } }',
];

/** Id of a certification of the stand-in world. */
export function worldCertification(index: number): string {
  return seedId(`bench/live/certification/${index}`);
}

/**
 * So many watches: each person watches ten certifications, each certification is watched by ten people with all five documents. The
 * certifications are taken in turn.
 */
export function watchesOf(watchers: number, certifications: readonly string[], documents: number): Watch[] {
  return Array.from({ length: watchers }, (_, index) => {
    const round = Math.floor(index / certifications.length);
    return {
      certification: certifications[index % certifications.length] ?? '',
      token: Math.floor(index / WATCHERS_PER_CERTIFICATION),
      document: (index + round) % documents,
    };
  });
}

/** The issuer of everybody's tokens: its public keys, and tokens of so many people of the tenant's staff, each another person. */
export async function openIssuer(directory: string) {
  const issuer = await createDevIssuer({ ...ISSUER, directory, isProduction: false, clock: systemClock });
  return {
    jwks: issuer.jwks,
    tokensOf: (tenantId: string, people: number) =>
      Promise.all(
        Array.from({ length: people }, (_, index) =>
          issuer.issueToken({
            userId: seedId(`bench/live/staff/${index}`),
            tenantId,
            persona: STAFF[index % STAFF.length] ?? 'admin',
            lifetimeSeconds: TOKEN_LIFE_SECONDS,
          }),
        ),
      ),
  };
}
