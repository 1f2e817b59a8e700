import type { CertificationResolvers } from '../../types.generated.ts';
import { dictamenConnection } from '../lot-pages.ts';
import { visibleLot } from '../visible-lot.ts';

export const Certification: Pick<CertificationResolvers, 'dictamen' | 'lot' | '__resolveReference'> = {
  lot: ({ lotId }, _args, context) => (lotId === null ? null : visibleLot(lotId, context)),
  dictamen: ({ id }, args, { loaders }) => dictamenConnection(id, args, loaders),
};
