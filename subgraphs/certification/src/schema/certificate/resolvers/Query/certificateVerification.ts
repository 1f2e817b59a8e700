import { lookupKey } from '../../../../domain/crockford.ts';
import { findByKey } from '../../../../store/certification-lists.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

/** Longer than any folio or code, however it is written: nothing bears it. */
const MAX_LENGTH = 64;

export const certificateVerification: NonNullable<QueryResolvers['certificateVerification']> = async (
  _parent,
  { code },
  { db, tenantId },
) => {
  const key = code.length > MAX_LENGTH ? '' : lookupKey(code);
  const found = key === '' ? undefined : await db.read((tx) => findByKey(tx, tenantId, key));
  if (found === undefined) return null;
  const { certificate, certification } = found;
  return {
    folio: certificate.folio,
    status: certificate.status,
    isValid: certificate.status === 'ISSUED',
    courseTitle: certification.courseTitle,
    standardCode: certification.standardCode,
    holderInitials: certificate.holderInitials ?? '',
    isHolderErased: certificate.holderErasedAt !== null,
    issuedAt: certificate.issuedAt,
    revokedAt: certificate.revokedAt,
    officialFolio: certification.officialFolio,
  };
};
