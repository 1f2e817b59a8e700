import type { GrantedPersona } from '../../store/users.ts';
import type { Persona } from '../types.generated.ts';

/** The graph's word for each persona that a person can hold. */
export const PERSONA_NAMES = {
  learner: 'LEARNER',
  instructor: 'INSTRUCTOR',
  mentor: 'MENTOR',
  evaluator: 'EVALUATOR',
  verifier: 'VERIFIER',
  certifier: 'CERTIFIER',
  centre_admin: 'CENTRE_ADMIN',
  analyst: 'ANALYST',
  auditor: 'AUDITOR',
  employer: 'EMPLOYER',
  privacy_officer: 'PRIVACY_OFFICER',
  admin: 'ADMIN',
  super_admin: 'SUPER_ADMIN',
} as const satisfies Record<GrantedPersona, Persona>;
