import type { ParkedStepResolvers } from '../../types.generated.ts';
import { visibleCertification } from '../../visible-certification.ts';

export const ParkedStep: ParkedStepResolvers = {
  certification: ({ subject }, _args, context) => visibleCertification(subject, context),
};
