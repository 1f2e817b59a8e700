import type { Persona, Principal } from '@academy/kernel';

/** Who, besides the candidate, sees the certifications of the tenant: as `Query.certification` says. */
const STAFF: ReadonlySet<Persona> = new Set(['certifier', 'admin']);

/** Who sees those that she is assigned to, or that are of her evaluation centre: only the island knows which. */
const BY_ASSIGNMENT: ReadonlySet<Persona> = new Set(['evaluator', 'verifier', 'auditor', 'centre_admin']);

/** With which a process sees them as well. */
const SCOPE = 'certification.read';

/** Whether a principal sees every certification of the tenant, whoever the candidate is. */
export function seesAllCertifications(principal: Principal): boolean {
  if (principal.kind === 'service') return principal.scopes.includes(SCOPE);
  return principal.kind === 'user' && STAFF.has(principal.persona);
}

/**
 * Whether what a principal sees hangs on assignments, which begin and end, or on where she stands: nothing of a stream is believed for her, and each change is read from the island,
 * which asks what she is assigned to at that moment.
 */
export function seesByAssignment(principal: Principal): boolean {
  return principal.kind === 'user' && BY_ASSIGNMENT.has(principal.persona);
}

/**
 * Whether a principal may be told of a certification of this candidate, in the principal's own tenant. The island has let the watch
 * begin; this is asked again before each event, without asking the island.
 */
export function maySeeCertification(principal: Principal, candidateId: string): boolean {
  return seesAllCertifications(principal) || (principal.kind === 'user' && principal.userId === candidateId);
}
