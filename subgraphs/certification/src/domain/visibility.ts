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

/** With which a process, such as one with an API key, reads certifications; it can change none. */
export const READ_SCOPE = 'certification.read';

/** Whether the viewer sees every certification of the viewer's tenant: staff, and a process with `READ_SCOPE`. */
export function seesAll(viewer: Principal): boolean {
  if (viewer.kind === 'service') return viewer.scopes.includes(READ_SCOPE);
  return viewer.kind === 'user' && (STAFF as readonly Persona[]).includes(viewer.persona);
}

/** Whether the viewer may know of what belongs to this person of the viewer's tenant: the person, and who sees everybody's. */
export function maySeeThoseOf(viewer: Principal, candidateId: string): boolean {
  return seesAll(viewer) || (viewer.kind === 'user' && viewer.userId === candidateId);
}
