import type { QueryResolvers } from '../../../types.generated.ts';

export const me: NonNullable<QueryResolvers['me']> = (_parent, _args, ctx) =>
  ctx.principal.kind === 'user' ? ctx.loaders.user.load(ctx.principal.userId) : null;
