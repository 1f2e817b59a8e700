import type { Persona, Principal, UserPrincipal } from '@academy/kernel';

/** Personas that work with all people of their tenant: they may know who is there. Others know those whom they are assigned to. */
const WORKS_WITH_PEOPLE: ReadonlySet<Persona> = new Set<Persona>(['certifier', 'centre_admin', 'admin', 'privacy_officer']);

/** Scopes of processes that read people of the tenant that they work for. */
const PEOPLE_SCOPES = ['profile.read', 'curp.reveal'];

/**
 * Whether the viewer may know that this person of the viewer's tenant exists; which fields may be read is decided apart. `isAssigned`: the viewer teaches or
 * accompanies her, or is assigned to a case of hers as evaluator, verifier or auditor, and acts under that persona.
 * Instructors are public, because a public course names its own. Learners, analysts, employers and the platform's operator otherwise see
 * themselves alone: the first three by the permission matrix (profile.read: own, none, disclosed), the last because it has no right to people's data.
 */
export function maySeeUser(
  viewer: Principal,
  user: { readonly id: string; readonly isInstructor: boolean; readonly isAssigned: boolean },
): boolean {
  if (user.isInstructor || user.isAssigned) return true;
  switch (viewer.kind) {
    case 'anonymous':
      return false;
    case 'service':
      return PEOPLE_SCOPES.some((scope) => viewer.scopes.includes(scope));
    case 'user':
      return viewer.userId === user.id || WORKS_WITH_PEOPLE.has(viewer.persona);
  }
}

/**
 * Whether the viewer, whose persona may reveal CURPs at all, may reveal that of a person whom she may know of. Instructors are known to everybody by name: a learner
 * may still see nobody's but her own, and who is assigned to people those of them alone.
 */
export function mayReveal(viewer: UserPrincipal, user: { readonly id: string; readonly isAssigned: boolean }): boolean {
  return viewer.userId === user.id || user.isAssigned || WORKS_WITH_PEOPLE.has(viewer.persona);
}
