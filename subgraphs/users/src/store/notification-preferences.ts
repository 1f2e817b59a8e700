import type { Tx } from '@academy/platform/db';
import { and, eq } from 'drizzle-orm';
import { DEFAULT_PREFERENCES, type Preferences } from '../domain/notification-preferences.ts';
import { notificationPreferences } from '../tables/notifications.ts';

type Person = { readonly tenantId: string; readonly userId: string };

/** How the person wants to be told: what she chose, over the defaults. */
export async function findPreferences(tx: Tx, { tenantId, userId }: Person): Promise<Preferences> {
  const { language, choices } = notificationPreferences;
  const [row] = await tx
    .select({ language, choices })
    .from(notificationPreferences)
    .where(and(eq(notificationPreferences.tenantId, tenantId), eq(notificationPreferences.userId, userId)));
  return row ?? DEFAULT_PREFERENCES;
}

/** She is told so from now on. The caller holds the person's row lock, so that two changes do not undo each other. */
export async function putPreferences(tx: Tx, person: Person, { language, choices }: Preferences, changedAt: Date): Promise<void> {
  const { tenantId, userId } = person;
  const kept = { language, choices, changedAt };
  await tx
    .insert(notificationPreferences)
    .values({ tenantId, userId, ...kept })
    .onConflictDoUpdate({ target: [notificationPreferences.tenantId, notificationPreferences.userId], set: kept });
}
