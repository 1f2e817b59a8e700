import { fail, ok, type Result } from '@academy/kernel';
import type { Context } from '../../context.ts';
import type { InvalidInput, InvalidState } from '../../domain/refusal.ts';
import type { PasswordHashes } from '../../sign-in/password-hash.ts';
import { type CredentialRow, findCredentials } from '../../store/credentials.ts';
import { countAttempt, forgetAttempts } from '../../store/sign-in-attempts.ts';
import { actorOf } from '../actor.ts';

const OFF: InvalidState = {
  kind: 'InvalidState',
  message: 'Nobody signs in with a password here; whoever vouches for your academy keeps passwords and second factors.',
};

/** The hashes of passwords, where people sign in with one. */
export function passwordsOf(ctx: Context): Result<PasswordHashes, InvalidState> {
  return ctx.loaders.passwords === undefined ? fail(OFF) : ok(ctx.loaders.passwords);
}

/**
 * What the viewer signs in with, after she showed her password once more; attempts are counted as those to sign in are, so that whoever holds a session
 * cannot guess it. undefined: she has no password yet, and none was to be shown.
 */
export async function shownPassword(
  ctx: Context,
  passwords: PasswordHashes,
  { password, field }: { readonly password: string | null | undefined; readonly field: string },
): Promise<Result<CredentialRow | undefined, InvalidInput | InvalidState>> {
  const { tenantId, userId } = actorOf(ctx.principal);
  const of = { tenantId, account: userId };
  const row = await ctx.db.read((tx) => findCredentials(tx, { tenantId, userId }));
  if (row === undefined || row.passwordHash === null) return ok(undefined);
  const waitSeconds = await ctx.db.write((tx) => countAttempt(tx, of, ctx.clock.now()));
  if (waitSeconds !== undefined) {
    return fail({ kind: 'InvalidState', message: `The password was wrong too often; try again in ${waitSeconds} s.` });
  }
  if (!(await passwords.verify(password ?? '', row.passwordHash))) {
    return fail({ kind: 'InvalidInput', field, message: 'The password that you sign in with was expected.' });
  }
  await ctx.db.write((tx) => forgetAttempts(tx, of));
  return ok(row);
}
