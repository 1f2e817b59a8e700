import type { Persona, Principal } from '@academy/kernel';

/** Personas that see every certification of their tenant. */
export const STAFF = [
  'evaluator',
  'verifier',
  'certifier',
  'centre_admin',
  'admin',
  'auditor',
] as const satisfies readonly Persona[];

/** Whether the viewer sees every certification of the viewer's tenant. */
export function isStaff(viewer: Principal): boolean {
  return viewer.kind === 'user' && (STAFF as readonly Persona[]).includes(viewer.persona);
}

/** Whether the viewer may know of what belongs to this person of the viewer's tenant: the person and staff, no process. */
export function maySeeThoseOf(viewer: Principal, candidateId: string): boolean {
  return isStaff(viewer) || (viewer.kind === 'user' && viewer.userId === candidateId);
}
