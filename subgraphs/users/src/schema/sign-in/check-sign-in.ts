import { Fault } from '@academy/kernel';
import { recordAudit } from '@academy/platform/audit';
import type { Context } from '../../context.ts';
import { findCredentials, lockCredentials, passesSecondFactor } from '../../store/credentials.ts';
import { findUserIdBy } from '../../store/identity.ts';
import { countAttempt, forgetAttempts } from '../../store/sign-in-attempts.ts';
import { findGrants, lockPerson } from '../../store/users.ts';
import type { Persona, SignInCheckInput } from '../types.generated.ts';
import { PERSONA_NAMES } from '../user/persona-names.ts';

/** Names nobody: looked up where an address is unknown, so that it costs what every other does. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Longer ones are hashed no longer, and are nobody's. */
const MAX_TEXT = 320;

type Outcome = { userId: string | null; personas: Persona[]; retryAfterSeconds: number | null };
const REFUSED: Outcome = { userId: null, personas: [], retryAfterSeconds: null };

/**
 * Who signs in. Every attempt is counted before it is looked at. One answer to an unknown address, a wrong password, a person without one, and a wrong or
 * missing code, after the same work: a password is hashed in each case. What was accepted is on record.
 */
export async function checkSignIn(ctx: Context, { email, password, code, address }: SignInCheckInput): Promise<Outcome> {
  const { db, vault, clock, tenantId } = ctx;
  const { passwords } = ctx.loaders;
  if (passwords === undefined) throw new Fault('NOT_FOUND', 'Nobody signs in with a password here.');
  const of = { tenantId, account: email, address };
  const retryAfterSeconds = await db.write((tx) => countAttempt(tx, of, clock.now()));
  if (retryAfterSeconds !== undefined) return { ...REFUSED, retryAfterSeconds };
  const isSane = email.length <= MAX_TEXT && password.length <= MAX_TEXT && (code?.length ?? 0) <= MAX_TEXT;
  const { userId, kept } = await db.write(async (tx) => {
    const found = isSane ? await findUserIdBy(tx, vault, { tenantId, field: 'email', value: email }) : undefined;
    const row = await findCredentials(tx, { tenantId, userId: found ?? NOBODY });
    return { userId: found, kept: row?.passwordHash ?? undefined };
  });
  const isRight = await passwords.verify(isSane ? password : '', kept);
  if (!isRight || userId === undefined) return REFUSED;
  return db.write(async (tx) => {
    const at = clock.now();
    // Before her credentials, as an erasure does it. Of who is blocked, nothing lets in.
    if ((await lockPerson(tx, tenantId, userId))?.blockedAt != null) return REFUSED;
    const row = await lockCredentials(tx, { tenantId, userId });
    // The password may have been changed since it was looked at.
    if (row === undefined || row.passwordHash !== kept || !(await passesSecondFactor(tx, vault, row, code, at))) return REFUSED;
    await forgetAttempts(tx, of);
    const personas = (await findGrants(tx, [userId])).map(({ persona }) => PERSONA_NAMES[persona]);
    await recordAudit(tx, { principal: ctx.principal, action: 'session.start', subject: userId, at });
    return { userId, personas, retryAfterSeconds: null };
  });
}
