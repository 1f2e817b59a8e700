import type { SeenCertificate } from '../../store/certification-lists.ts';
import type { RevocationRow } from '../../store/revocation.ts';

export type CertificateMapper = SeenCertificate;
export type RevocationMapper = RevocationRow;
