import { codeDigest } from '../../../../receipt/data-receipt.ts';
import { findRequestByCode } from '../../../../store/data-requests.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const dataReceipt: NonNullable<QueryResolvers['dataReceipt']> = async (_parent, { code }, { db, tenantId }) => {
  const digest = codeDigest(code);
  return digest === undefined ? null : ((await db.read((tx) => findRequestByCode(tx, tenantId, digest))) ?? null);
};
