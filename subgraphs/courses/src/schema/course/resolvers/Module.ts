import type { ModuleResolvers } from '../../types.generated.ts';

export const Module: ModuleResolvers = {
  lessons: ({ id }, _arg, ctx) => ctx.loaders.lessonsOfModule.load(id),
};
