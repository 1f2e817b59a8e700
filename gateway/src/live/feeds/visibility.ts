import type { Persona, Principal } from '@academy/kernel';

/** Who, besides the candidate, sees the certifications of the tenant: as `Query.certification` says. */
const STAFF: ReadonlySet<Persona> = new Set(['evaluator', 'verifier', 'certifier', 'centre_admin', 'admin', 'auditor']);

/** Whether a principal sees every certification of the tenant, whoever the candidate is. */
export function seesAllCertifications(principal: Principal): boolean {
  return principal.kind === 'user' && STAFF.has(principal.persona);
}

/**
 * Whether a principal may be told of a certification of this candidate, in the principal's own tenant. The island has let the watch
 * begin; this is asked again before each event, without asking the island.
 */
export function maySeeCertification(principal: Principal, candidateId: string): boolean {
  switch (principal.kind) {
    case 'anonymous':
    case 'service':
      return false;
    case 'user':
      return principal.userId === candidateId || STAFF.has(principal.persona);
  }
}
