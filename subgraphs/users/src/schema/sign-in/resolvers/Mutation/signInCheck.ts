import type { MutationResolvers } from '../../../types.generated.ts';
import { checkSignIn } from '../../check-sign-in.ts';

export const signInCheck: NonNullable<MutationResolvers['signInCheck']> = (_parent, { input }, ctx) => checkSignIn(ctx, input);
