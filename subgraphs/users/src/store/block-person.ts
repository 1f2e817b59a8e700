import { accessRevoked, personaRevoked } from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { emit } from '@academy/platform/events';
import { and, eq } from 'drizzle-orm';
import { personaGrants, users } from '../tables/people.ts';
import { addRevocation } from './access-revocations.ts';

/** Later than any token is issued: whatever an identity provider still says of her, no session of hers is let in. */
const FOR_GOOD = new Date('9999-01-01T00:00:00.000Z');

/**
 * The person cannot sign in any more, her sessions end within 5 s, she holds no persona, so that what was assigned under one is free for others, and who she is is
 * shown only to whom the law sends. The caller holds her row's lock. Done again it changes nothing.
 */
export async function blockPerson(tx: Tx, person: { tenantId: string; userId: string }, now: Date): Promise<void> {
  const { tenantId, userId } = person;
  await tx
    .update(users)
    .set({ blockedAt: now, accessRevokedBefore: FOR_GOOD, changedAt: now })
    .where(and(eq(users.tenantId, tenantId), eq(users.id, userId)));
  await addRevocation(tx, { kind: 'USER', tenantId, userId, revokedBefore: FOR_GOOD, at: now });
  await emit(tx, accessRevoked, {
    tenantId,
    subject: userId,
    occurredAt: now,
    data: { userId, revokedBeforeSeconds: FOR_GOOD.getTime() / SECOND_MS },
  });
  const held = await tx
    .delete(personaGrants)
    .where(and(eq(personaGrants.tenantId, tenantId), eq(personaGrants.userId, userId)))
    .returning({ persona: personaGrants.persona });
  for (const { persona } of held) {
    const data = { userId, persona, revokedBeforeSeconds: FOR_GOOD.getTime() / SECOND_MS };
    await emit(tx, personaRevoked, { tenantId, subject: userId, occurredAt: now, data });
  }
}
