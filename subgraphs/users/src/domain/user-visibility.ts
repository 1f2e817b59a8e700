import type { Persona, Principal, UserPrincipal } from '@academy/kernel';

/** Personas that work with all people of their tenant: they may know who is there. Others know those whom they are assigned to, or who stand in their centre. */
const WORKS_WITH_PEOPLE: ReadonlySet<Persona> = new Set<Persona>(['certifier', 'admin', 'privacy_officer']);

type HowViewerStands = { readonly id: string; readonly isAssigned: boolean; readonly isOfViewersCentre: boolean };

/** Scopes of processes that read people of the tenant that they work for. */
const PEOPLE_SCOPES = ['profile.read', 'curp.reveal'];

/**
 * Whether the viewer may know that this person of the viewer's tenant exists; which fields may be read is decided apart. `isAssigned`: the viewer teaches or
 * accompanies her, or is assigned to a case of hers as evaluator, verifier or auditor, and acts under that persona. `isOfViewersCentre`: the viewer is an admin
 * of the centre that she stands in.
 * Instructors are public, because a public course names its own. Learners, analysts, employers and the platform's operator otherwise see
 * themselves alone: the first three by the permission matrix (profile.read: own, none, disclosed), the last because it has no right to people's data.
 */
export function maySeeUser(viewer: Principal, user: HowViewerStands & { readonly isInstructor: boolean }): boolean {
  if (user.isInstructor || user.isAssigned || user.isOfViewersCentre) return true;
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
 * may still see nobody's but her own, who is assigned to people those of them alone, and a centre's admin those of her centre alone.
 */
export function mayReveal(viewer: UserPrincipal, user: HowViewerStands): boolean {
  return viewer.userId === user.id || user.isAssigned || user.isOfViewersCentre || WORKS_WITH_PEOPLE.has(viewer.persona);
}

/** Our own processes that end what a person had begun: a certificate that is being made, a submission that the authority has. No program with a key is one. */
const ENDS_WHAT_WAS_BEGUN: ReadonlySet<string> = new Set(['certification-worker', 'conocer-worker']);

/** Whether the viewer is shown who a person is whose data are blocked: who answers for them, who audits, and processes that end what she had begun. */
export function maySeeBlocked(viewer: Principal): boolean {
  if (viewer.kind === 'service') return ENDS_WHAT_WAS_BEGUN.has(viewer.service);
  return viewer.kind === 'user' && (viewer.persona === 'privacy_officer' || viewer.persona === 'auditor');
}
