import type { Persona, Principal } from '@academy/kernel';

/**
 * Personas that work with people of their tenant: they may know who is there. Which evaluator, verifier or auditor is assigned to whom is not recorded, so
 * it is everybody. An instructor sees the people whom she teaches, which is recorded and decided apart; whom a mentor accompanies is not, so a mentor sees nobody.
 */
const WORKS_WITH_PEOPLE: ReadonlySet<Persona> = new Set<Persona>([
  'evaluator',
  'verifier',
  'certifier',
  'centre_admin',
  'admin',
  'auditor',
  'privacy_officer',
]);

/** Scopes of processes that read people of the tenant that they work for. */
const PEOPLE_SCOPES = ['profile.read', 'curp.reveal'];

/**
 * Whether the viewer may know that this person of the viewer's tenant exists; which fields may be read is decided apart.
 * Instructors are public, because a public course names its own. Learners, analysts, employers and the platform's operator otherwise see
 * themselves alone: the first three by the permission matrix (profile.read: own, none, disclosed), the last because it has no right to people's data.
 */
export function maySeeUser(viewer: Principal, user: { readonly id: string; readonly isInstructor: boolean }): boolean {
  if (user.isInstructor) return true;
  switch (viewer.kind) {
    case 'anonymous':
      return false;
    case 'service':
      return PEOPLE_SCOPES.some((scope) => viewer.scopes.includes(scope));
    case 'user':
      return viewer.userId === user.id || WORKS_WITH_PEOPLE.has(viewer.persona);
  }
}
