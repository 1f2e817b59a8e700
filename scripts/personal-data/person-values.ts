import { isUuid } from '@academy/kernel';
import { openDatabase } from '@academy/platform/db';
import { createVault, type KeyEncryptionKeys } from '@academy/platform/vault';
import { findIdentities } from '@academy/users/identity';
import type { PersonalValue } from './forms.ts';

const SHORTEST = 5;

/**
 * What identifies a person, as the users island knows her: opened with the key-encryption keys, for nothing but to be looked for. Throws when there is no such
 * person, and when she was erased: her values are then known to nobody, and must come from elsewhere.
 */
export async function valuesOfPerson(
  place: { adminDatabaseUrl: string; databasePrefix: string },
  keys: KeyEncryptionKeys,
  userId: string,
): Promise<PersonalValue[]> {
  if (!isUuid(userId)) throw new Error(`The id of a person was expected, a UUID; got "${userId}".`);
  const url = new URL(place.adminDatabaseUrl);
  url.pathname = `/${place.databasePrefix}_users`;
  const database = openDatabase({ url: url.toString(), maxConnections: 1, name: 'scan-personal-data' });
  try {
    const [user] = await database.pool<{ tenant_id: string; display_name: string }[]>`
      select tenant_id, display_name from users where id = ${userId}`;
    if (user === undefined) throw new Error(`There is no person with the id ${userId}.`);
    const [identity] = await database.inTenant(user.tenant_id, 'read', (tx) =>
      findIdentities(tx, createVault(keys), user.tenant_id, [userId]),
    );
    if (identity === undefined || identity.fullName === null)
      throw new Error(`The person ${userId} was erased: give her values with --values FILE to look for what is left of her.`);
    return valuesOf({
      fullName: identity.fullName,
      email: identity.email,
      curp: identity.curp,
      displayName: user.display_name,
    });
  } finally {
    await database.close();
  }
}

/** The values to look for in what is known of a person: her name also with the surnames first. */
export function valuesOf(person: {
  readonly fullName: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly curp: string | null;
}): PersonalValue[] {
  const words = person.fullName.split(/\s+/);
  const surnamesFirst = words.length > 2 ? [...words.slice(-2), ...words.slice(0, -2)].join(' ') : undefined;
  const values = [
    { label: 'full name', value: person.fullName },
    { label: 'full name, surnames first', value: surnamesFirst },
    { label: 'display name', value: person.displayName },
    { label: 'e-mail', value: person.email },
    { label: 'CURP', value: person.curp },
  ];
  return values.flatMap(({ label, value }) => (value == null || value.trim().length < SHORTEST ? [] : [{ label, value }]));
}
