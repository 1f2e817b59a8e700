import type { Persona, Principal } from '@academy/kernel';
import type { CaseDuty } from './case-assignment.ts';

/** Personas that see every certification of their tenant. */
export const STAFF = ['certifier', 'admin'] as const satisfies readonly Persona[];

/** What decides which certifications a persona sees that does not see all: what she is assigned for, or that they were opened in the centre that she is an admin of. */
type Tie = CaseDuty | 'CENTRE';

/** Personas that see the certifications that they are assigned to, and what they are assigned for; a centre's admin those of her centre. */
export const ASSIGNED = {
  evaluator: 'EVALUATOR',
  verifier: 'VERIFIER',
  auditor: 'AUDITOR',
  centre_admin: 'CENTRE',
} as const satisfies Partial<Record<Persona, Tie>>;

/** With which a process, such as one with an API key, reads certifications; it can change none. */
export const READ_SCOPE = 'certification.read';

/** Somebody by whose assignments, or by whose centre, it is decided what she sees: by this tie alone, as a session acts under one persona. */
export type Assignee = { readonly personId: string; readonly duty: Tie };

/** The viewer as an assignee; undefined for whoever sees certifications by other rights. */
export function assigneeOf(viewer: Principal): Assignee | undefined {
  if (viewer.kind !== 'user') return undefined;
  const duty = (ASSIGNED as Partial<Record<Persona, Tie>>)[viewer.persona];
  return duty === undefined ? undefined : { personId: viewer.userId, duty };
}

/** Whether the viewer sees every certification of the viewer's tenant: staff, and a process with `READ_SCOPE`. */
export function seesAll(viewer: Principal): boolean {
  if (viewer.kind === 'service') return viewer.scopes.includes(READ_SCOPE);
  return viewer.kind === 'user' && (STAFF as readonly Persona[]).includes(viewer.persona);
}

/** Whether the viewer may know of a certification of the viewer's tenant: the candidate, whoever is assigned to it now or is an admin of its centre, and who sees everybody's. */
export function maySeeCase(viewer: Principal, one: { readonly candidateId: string; readonly isAssigned: boolean }): boolean {
  return seesAll(viewer) || one.isAssigned || (viewer.kind === 'user' && viewer.userId === one.candidateId);
}
