import { recordAct } from '../../../../store/audit.ts';
import { confirmSecondFactor, lockCredentials } from '../../../../store/credentials.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, invalidState } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { passwordsOf } from '../../show-again.ts';

const NOTHING_BEGUN = {
  kind: 'InvalidState',
  message: 'There is no second factor to confirm; begin one with totpEnrol.',
} as const;
const WRONG_CODE = {
  kind: 'InvalidInput',
  field: 'code',
  message: 'The six digits that the app shows now were expected.',
} as const;

export const totpConfirm: NonNullable<MutationResolvers['totpConfirm']> = async (_parent, { input }, ctx) => {
  const passwords = passwordsOf(ctx);
  if (!passwords.ok) return invalidState(passwords.error);
  const actor = actorOf(ctx.principal);
  const result = await ctx.db.write(async (tx) => {
    const at = ctx.clock.now();
    const row = await lockCredentials(tx, actor);
    if (row === undefined || row.sealedTotpSecret === null || row.totpConfirmedAt !== null) return NOTHING_BEGUN;
    const codes = await confirmSecondFactor(tx, ctx.vault, row, input.code, at);
    if (codes === undefined) return WRONG_CODE;
    await recordAct(tx, actor, { action: 'second-factor.confirm', subjectId: actor.userId, at });
    return codes;
  });
  if (Array.isArray(result)) return { __typename: 'TotpConfirmSuccess', recoveryCodes: result };
  return result.kind === 'InvalidState' ? invalidState(result) : invalidInput(result);
};
