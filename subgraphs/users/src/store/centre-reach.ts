import type { Tx } from '@academy/platform/db';
import type { Actor } from './audit.ts';
import { findCentreOfUser } from './person-place.ts';

/** Whether the actor's power reaches the person of her tenant: that of a centre's admin reaches the people of her centre alone. */
export async function isInReach(tx: Tx, actor: Actor, userId: string): Promise<boolean> {
  if (actor.persona !== 'centre_admin') return true;
  const { tenantId } = actor;
  return (await findCentreOfUser(tx, tenantId, userId)) === (await findCentreOfUser(tx, tenantId, actor.userId));
}
