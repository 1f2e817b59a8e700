import type { Result } from '@academy/kernel';
import type { Tx } from '@academy/platform/db';
import { type Choice, type NotificationLanguage, withChanges } from '../domain/notification-preferences.ts';
import type { InvalidInput, InvalidState } from '../domain/refusal.ts';
import { findPreferences, putPreferences } from './notification-preferences.ts';
import { forgetUndeliverable } from './undeliverable-addresses.ts';
import { lockPerson } from './users.ts';

/** What a person changes of how she is told of things. */
export type PreferenceChange = {
  readonly language?: NotificationLanguage | undefined;
  readonly choices: readonly Choice[];
  readonly retryEmail: boolean;
};

/** She is told of things as she says, from the next one on; or nothing changes, and why. */
export async function changePreferences(
  tx: Tx,
  person: { readonly tenantId: string; readonly userId: string },
  change: PreferenceChange,
  now: Date,
): Promise<Result<true, InvalidInput | InvalidState>> {
  const { tenantId, userId } = person;
  await lockPerson(tx, tenantId, userId);
  const changed = withChanges(await findPreferences(tx, person), change);
  if (!changed.ok) return changed;
  await putPreferences(tx, person, changed.value, now);
  if (change.retryEmail) await forgetUndeliverable(tx, person);
  return { ok: true, value: true };
}
