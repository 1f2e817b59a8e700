import { unreachable } from '@academy/kernel';
import { base32, totpAddress } from '../../../../sign-in/totp.ts';
import { recordAct } from '../../../../store/audit.ts';
import { beginSecondFactor, lockCredentials, passesSecondFactor } from '../../../../store/credentials.ts';
import { actorOf } from '../../../actor.ts';
import { invalidInput, invalidState } from '../../../refusals.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { passwordsOf, shownPassword } from '../../show-again.ts';

const NO_PASSWORD = { kind: 'InvalidState', message: 'A second factor stands beside a password; set one first.' } as const;

export const totpEnrol: NonNullable<MutationResolvers['totpEnrol']> = async (_parent, { input }, ctx) => {
  const passwords = passwordsOf(ctx);
  if (!passwords.ok) return invalidState(passwords.error);
  const shown = await shownPassword(ctx, passwords.value, { password: input.password, field: 'password' });
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
  if (shown.value === undefined) return invalidState(NO_PASSWORD);
  const actor = actorOf(ctx.principal);
  const secret = await ctx.db.write(async (tx) => {
    const at = ctx.clock.now();
    const row = await lockCredentials(tx, actor);
    if (row === undefined || !(await passesSecondFactor(tx, ctx.vault, row, input.code, at))) return undefined;
    const begun = await beginSecondFactor(tx, ctx.vault, actor, at);
    await recordAct(tx, actor, { action: 'second-factor.begin', subjectId: actor.userId, at });
    return begun;
  });
  if (secret === undefined) {
    return invalidInput({
      kind: 'InvalidInput',
      field: 'code',
      message: 'A code of your second factor, or a recovery code, was expected.',
    });
  }
  const tenant = await ctx.loaders.tenant.load(actor.tenantId);
  const account = (await ctx.loaders.identity.load(actor.userId))?.email ?? actor.userId;
  const address = totpAddress({ secret, issuer: tenant?.name ?? 'Academy', account });
  return { __typename: 'TotpEnrolSuccess', secret: base32(secret), address };
};
