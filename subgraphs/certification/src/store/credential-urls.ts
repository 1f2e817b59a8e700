import type { Tx } from '@academy/platform/db';
import type { CredentialKind } from '../domain/credential/open-badge.ts';
import { findCredentialsOf } from './credential.ts';
import { findIssuer } from './issuer.ts';

/** By kind, under which URL the case's credential is; null where it has none. */
export async function findCredentialUrls(
  tx: Tx,
  tenantId: string,
  certificationId: string,
): Promise<Readonly<Record<CredentialKind, string | null>>> {
  const rows = await findCredentialsOf(tx, [certificationId]);
  const issuer = rows.length === 0 ? undefined : await findIssuer(tx, tenantId);
  const urlOf = (kind: CredentialKind) => {
    const row = rows.find((one) => one.kind === kind);
    return row === undefined || issuer === undefined ? null : `${issuer.baseUrl}/credentials/${row.id}`;
  };
  return { COMPLETION: urlOf('COMPLETION'), COMPETENCY: urlOf('COMPETENCY') };
}
