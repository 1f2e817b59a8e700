import { Fault } from '@academy/kernel';
import type { Context } from '../../context.ts';

/** The id of the user who asks. Mutations are for learners, so nobody else gets here: throws Fault FORBIDDEN if so. */
export function viewerId(ctx: Context): string {
  if (ctx.principal.kind !== 'user') throw new Fault('FORBIDDEN', 'Only a signed-in learner may do this.');
  return ctx.principal.userId;
}
