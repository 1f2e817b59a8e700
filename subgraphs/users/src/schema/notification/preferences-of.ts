import type { UserPrincipal } from '@academy/kernel';
import type { Context } from '../../context.ts';
import { allChoices } from '../../domain/notification-preferences.ts';
import { findPreferences } from '../../store/notification-preferences.ts';
import { findUndeliverable } from '../../store/undeliverable-addresses.ts';

type EmailDelivery = 'WORKING' | 'BOUNCED' | 'OFF';

/** How the person is told of things, as the graph shows it. */
export async function preferencesOf({ tenantId, userId }: UserPrincipal, ctx: Context) {
  const [preferences, isBounced] = await Promise.all([
    ctx.db.read((tx) => findPreferences(tx, { tenantId, userId })),
    isAddressBounced(tenantId, userId, ctx),
  ]);
  const emailDelivery: EmailDelivery = ctx.loaders.isMailOn ? (isBounced ? 'BOUNCED' : 'WORKING') : 'OFF';
  return { language: preferences.language, choices: [...allChoices(preferences)], emailDelivery };
}

async function isAddressBounced(tenantId: string, userId: string, { loaders, db, vault }: Context): Promise<boolean> {
  const email = (await loaders.identity.load(userId))?.email;
  if (email == null) return false;
  return (await db.read((tx) => findUndeliverable(tx, vault, { tenantId, userId, email }))) !== undefined;
}
