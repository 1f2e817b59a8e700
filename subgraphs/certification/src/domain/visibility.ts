import type { Persona, Principal } from '@academy/kernel';
import type { CaseDuty } from './case-assignment.ts';

/** Personas that see every certification of their tenant. */
export const STAFF = ['certifier', 'centre_admin', 'admin'] as const satisfies readonly Persona[];

/** Personas that see the certifications that they are assigned to, and what they are assigned for. */
export const ASSIGNED = {
  evaluator: 'EVALUATOR',
  verifier: 'VERIFIER',
  auditor: 'AUDITOR',
} as const satisfies Partial<Record<Persona, CaseDuty>>;

/** With which a process, such as one with an API key, reads certifications; it can change none. */
export const READ_SCOPE = 'certification.read';

/** Somebody by whose assignments it is decided what she sees: of this duty alone, as a session acts under one persona. */
export type Assignee = { readonly personId: string; readonly duty: CaseDuty };

/** The viewer as an assignee; undefined for whoever sees certifications by other rights. */
export function assigneeOf(viewer: Principal): Assignee | undefined {
  if (viewer.kind !== 'user') return undefined;
  const duty = (ASSIGNED as Partial<Record<Persona, CaseDuty>>)[viewer.persona];
  return duty === undefined ? undefined : { personId: viewer.userId, duty };
}

/** Whether the viewer sees every certification of the viewer's tenant: staff, and a process with `READ_SCOPE`. */
export function seesAll(viewer: Principal): boolean {
  if (viewer.kind === 'service') return viewer.scopes.includes(READ_SCOPE);
  return viewer.kind === 'user' && (STAFF as readonly Persona[]).includes(viewer.persona);
}

/** Whether the viewer may know of a certification of the viewer's tenant: the candidate, whoever is assigned to it now, and who sees everybody's. */
export function maySeeCase(viewer: Principal, one: { readonly candidateId: string; readonly isAssigned: boolean }): boolean {
  return seesAll(viewer) || one.isAssigned || (viewer.kind === 'user' && viewer.userId === one.candidateId);
}
