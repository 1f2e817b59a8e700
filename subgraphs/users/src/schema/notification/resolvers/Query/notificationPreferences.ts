import type { QueryResolvers } from '../../../types.generated.ts';
import { preferencesOf } from '../../preferences-of.ts';

export const notificationPreferences: NonNullable<QueryResolvers['notificationPreferences']> = (_parent, _args, ctx) =>
  ctx.principal.kind === 'user' ? preferencesOf(ctx.principal, ctx) : null;
