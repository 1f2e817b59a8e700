import { timingSafeEqual } from 'node:crypto';
import { isUuid, unreachable } from '@academy/kernel';
import type { Context } from '../../../../context.ts';
import { lookupKey } from '../../../../domain/crockford.ts';
import { findCertificateOf } from '../../../../store/certificate.ts';
import { findCase } from '../../../../store/certification-facts.ts';
import { findByVerificationCode } from '../../../../store/certification-lists.ts';
import { type CredentialRow, findCredential, findCredentialOf } from '../../../../store/credential.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { urlsOf } from '../../credential-of.ts';

/** Of 10 million credentials in one tenant: 3 digits. */
const MAX_NUMBER = 999;

export const publicDocument: NonNullable<QueryResolvers['publicDocument']> = async (_parent, { kind, key, token }, context) => {
  const { db, loaders, tenantId, vault, clock } = context;
  switch (kind) {
    case 'DID_DOCUMENT':
      return text('application/did+json', await db.read((tx) => loaders.documents.didDocument(tx, tenantId)));
    case 'STATUS_LIST': {
      const number = /^\d{1,3}$/.test(key ?? '') ? Number(key) : 0;
      if (number < 1 || number > MAX_NUMBER) return null;
      const of = { tenantId, number, vault, now: clock.now() };
      return text('application/vc', await db.read((tx) => loaders.documents.statusList(tx, of)));
    }
    case 'CREDENTIAL':
    case 'CREDENTIAL_JWT': {
      const row = await findIssued(key ?? '', context);
      const content = row === undefined ? undefined : await loaders.content.load(row);
      return kind === 'CREDENTIAL' ? text('application/vc', content?.json) : text('application/jwt', content?.jwt);
    }
    case 'CERTIFICATE_PDF': {
      const bytes = await pdfOf(key ?? '', token ?? '', context);
      return bytes === undefined ? null : { mediaType: 'application/pdf', body: bytes.toString('base64'), isBase64: true };
    }
    default:
      return unreachable(kind);
  }
};

function text(mediaType: string, body: string | undefined) {
  return body === undefined ? null : { mediaType, body, isBase64: false };
}

/** By its id or its verification code; undefined for one whose certificate is not issued. Not by folio: a folio can be guessed. */
async function findIssued(key: string, { db, tenantId }: Context): Promise<CredentialRow | undefined> {
  return db.read(async (tx) => {
    if (key.length > 64) return undefined;
    const code = lookupKey(key);
    if (isUuid(key)) {
      const row = await findCredential(tx, tenantId, key);
      if (row === undefined || row.kind === 'COMPETENCY') return row;
      const certificate = await findCertificateOf(tx, tenantId, row.certificationId);
      return (certificate?.issuedAt ?? null) === null ? undefined : row;
    }
    const certificate = await findByVerificationCode(tx, tenantId, code);
    if (certificate === undefined) return undefined;
    return findCredentialOf(tx, { tenantId, certificationId: certificate.certificationId, kind: 'COMPLETION' });
  });
}

/** The PDF, for whoever has its address; undefined for anybody else, and when the holder was erased. */
async function pdfOf(credentialId: string, token: string, context: Context): Promise<Buffer | undefined> {
  const { db, loaders, tenantId } = context;
  if (!isUuid(credentialId)) return undefined;
  const row = await findIssued(credentialId, context);
  const content = row?.kind === 'COMPLETION' ? await loaders.content.load(row) : undefined;
  if (row === undefined || content === undefined || !isSame(content.documentToken, token)) return undefined;
  const [certificate, certification, issuer] = await Promise.all([
    db.read((tx) => findCertificateOf(tx, tenantId, row.certificationId)),
    db.read((tx) => findCase(tx, tenantId, row.certificationId)),
    loaders.issuer(),
  ]);
  if (certificate === undefined || issuer === undefined) return undefined;
  const { courseTitle, standardCode } = certification;
  const { folio, verificationCode } = certificate;
  return loaders.documents.pdf(row.id, {
    holderName: content.holderName,
    ...{ courseTitle, standardCode, folio, verificationCode },
    issuedAt: row.issuedAt,
    academyName: issuer.name,
    verificationUrl: urlsOf(issuer).verification(verificationCode),
  });
}

function isSame(expected: string, came: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(came)];
  return one.length === other.length && timingSafeEqual(one, other);
}
