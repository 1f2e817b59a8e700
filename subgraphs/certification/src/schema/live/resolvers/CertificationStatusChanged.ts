import type { CertificationStatusChangedResolvers } from '../../types.generated.ts';
import { visibleCertification } from '../../visible-certification.ts';

export const CertificationStatusChanged: CertificationStatusChangedResolvers = {
  certification: ({ certification: { id } }, _args, context) => visibleCertification(id, context),
};
