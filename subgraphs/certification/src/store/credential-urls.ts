import type { Tx } from '@academy/platform/db';
import type { CredentialKind } from '../domain/credential/open-badge.ts';
import type { CertificateRow } from './certificate.ts';
import type { CertificationRow } from './certification.ts';
import { findCredentialsOf } from './credential.ts';
import { findIssuer } from './issuer.ts';

/** By kind, under which URL the credential is: of the certificate that stands for the case, and of the case's own official one; null where there is none. */
export async function findCredentialUrls(
  tx: Tx,
  { tenantId, id }: CertificationRow,
  certificate: CertificateRow,
): Promise<Readonly<Record<CredentialKind, string | null>>> {
  const rows = await findCredentialsOf(tx, [id, certificate.certificationId]);
  const issuer = rows.length === 0 ? undefined : await findIssuer(tx, tenantId);
  const urlOf = (kind: CredentialKind, certificationId: string) => {
    const row = rows.find((one) => one.kind === kind && one.certificationId === certificationId);
    return row === undefined || issuer === undefined ? null : `${issuer.baseUrl}/credentials/${row.id}`;
  };
  return { COMPLETION: urlOf('COMPLETION', certificate.certificationId), COMPETENCY: urlOf('COMPETENCY', id) };
}
