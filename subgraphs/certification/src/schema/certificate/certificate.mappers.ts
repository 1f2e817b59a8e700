import type { CertificateRow } from '../../store/certificate.ts';
import type { RevocationRow } from '../../store/revocation.ts';

export type CertificateMapper = CertificateRow;
export type RevocationMapper = RevocationRow;
