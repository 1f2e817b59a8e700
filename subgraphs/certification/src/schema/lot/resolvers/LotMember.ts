import type { LotMemberResolvers } from '../../types.generated.ts';
import { visibleCertification } from '../../visible-certification.ts';

export const LotMember: LotMemberResolvers = {
  certification: ({ certificationId }, _args, context) => visibleCertification(certificationId, context),
};
