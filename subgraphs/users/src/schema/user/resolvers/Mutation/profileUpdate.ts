import { Fault, ok, type Result } from '@academy/kernel';
import { parseDisplayName } from '../../../../domain/display-name.ts';
import type { InvalidInput } from '../../../../domain/refusal.ts';
import { renameUser } from '../../../../store/users.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const profileUpdate: NonNullable<MutationResolvers['profileUpdate']> = async (_parent, { input }, ctx) => {
  const { tenantId, userId: id } = actorOf(ctx.principal);
  const name: Result<string | undefined, InvalidInput> =
    input.displayName == null ? ok(undefined) : parseDisplayName(input.displayName);
  if (!name.ok) return invalidInput(name.error);
  const displayName = name.value;
  if (displayName !== undefined) {
    await ctx.db.write((tx) => renameUser(tx, { tenantId, id, displayName, at: ctx.clock.now() }));
  }
  const user = await ctx.loaders.user.clear(id).load(id);
  if (user === undefined) throw new Fault('NOT_FOUND', 'There is no profile for this session; ask your academy to add you.');
  return { __typename: 'ProfileUpdateSuccess', user };
};
