import { Fault, unreachable } from '@academy/kernel';
import { parsePassword } from '../../../../domain/password.ts';
import { recordAct } from '../../../../store/audit.ts';
import { savePassword } from '../../../../store/credentials.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, invalidState } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { passwordsOf, shownPassword } from '../../show-again.ts';

export const passwordSet: NonNullable<MutationResolvers['passwordSet']> = async (_parent, { input }, ctx) => {
  const passwords = passwordsOf(ctx);
  if (!passwords.ok) return invalidState(passwords.error);
  const chosen = parsePassword(input.newPassword);
  if (!chosen.ok) return invalidInput(chosen.error);
  const actor = actorOf(ctx.principal);
  if ((await ctx.loaders.user.load(actor.userId)) === undefined) {
    throw new Fault('NOT_FOUND', 'There is no profile for this session; ask your academy to add you.');
  }
  const shown = await shownPassword(ctx, passwords.value, { password: input.currentPassword, field: 'currentPassword' });
  if (!shown.ok) {
    switch (shown.error.kind) {
      case 'InvalidInput':
        return invalidInput(shown.error);
      case 'InvalidState':
        return invalidState(shown.error);
      default:
        return unreachable(shown.error);
    }
  }
  const kept = await passwords.value.hash(chosen.value);
  const changedAt = ctx.clock.now();
  await ctx.db.write(async (tx) => {
    await savePassword(tx, actor, kept, changedAt);
    await recordAct(tx, actor, { action: 'password.set', subjectId: actor.userId, at: changedAt });
  });
  return { __typename: 'PasswordSetSuccess', changedAt };
};
