import type { SeenCertification } from '../../store/certification-lists.ts';

export type CertificationMapper = SeenCertification;
/** Stubs of other islands' entities: their id is all that is known here. */
export type UserMapper = { readonly id: string; readonly isAssigned: boolean };
export type EnrollmentMapper = { readonly id: string };
