import { isUuid } from '@academy/kernel';
import { standardMajorOf } from '../../../../domain/standard-major.ts';
import { findLotPage } from '../../../../store/lots-seen.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { lotConnection, lotPage } from '../../lot-pages.ts';

export const lots: NonNullable<QueryResolvers['lots']> = async (_parent, args, { db, principal }) => {
  const page = lotPage(args);
  const { status, standardCode, certificationId } = args.filter ?? {};
  if (typeof certificationId === 'string' && !isUuid(certificationId)) return lotConnection(page, []);
  const filter = {
    status: status ?? undefined,
    certificationId: certificationId ?? undefined,
    standardMajor:
      standardCode === null || standardCode === undefined ? undefined : standardMajorOf(standardCode.trim().toUpperCase()),
  };
  return lotConnection(page, await db.read((tx) => findLotPage(tx, principal, filter, page)));
};
