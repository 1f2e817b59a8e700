import type { AssessmentResolvers } from '../../types.generated.ts';
import { demandContent } from '../demand-content.ts';

export const Assessment: AssessmentResolvers = {
  items: async ({ id, courseId }, _arg, ctx) => {
    await demandContent(ctx, courseId);
    return ctx.loaders.itemsOfAssessment.load(id);
  },
};
