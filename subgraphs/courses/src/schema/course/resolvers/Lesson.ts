import type { LessonResolvers } from '../../types.generated.ts';
import { demandContent } from '../demand-content.ts';

export const Lesson: LessonResolvers = {
  body: async ({ id, courseId }, _arg, ctx) => {
    await demandContent(ctx, courseId);
    return (await ctx.loaders.bodyOfLesson.load(id))?.body;
  },
};
