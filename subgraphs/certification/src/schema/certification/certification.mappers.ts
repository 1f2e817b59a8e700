import type { CertificationRow } from '../../store/certification.ts';

export type CertificationMapper = CertificationRow;
/** Stubs of other islands' entities: their id is all that is known here. */
export type UserMapper = { readonly id: string };
export type EnrollmentMapper = { readonly id: string };
