import { hash } from 'node:crypto';
import { generateIssuerKeys } from '@academy/platform/credentials';
import type { Database } from '@academy/platform/db';
import type { Vault } from '@academy/platform/vault';
import { type TenantSlug, tenantIdOf, userIdOf } from '@academy/testing/people';
import { idOf, OWNERS } from './world-objects.ts';

/** Instants of the world. */
type Instants = { readonly now: string; readonly soon: string };

/**
 * The tenant is an issuer, and every case of the world has both kinds of credentials, sealed under their holder's key. `textOf` marks what is the other
 * tenant's.
 */
export async function fillCredentials(
  database: Database,
  vault: Vault,
  tenant: TenantSlug,
  { now, soon }: Instants,
  textOf: (text: string) => string,
): Promise<void> {
  const tenantId = tenantIdOf(tenant);
  const { publicKeys, secretKeys } = await generateIssuerKeys(1);
  await database.inTenant(tenantId, 'write', async (tx) => {
    const sealedKeys = await vault.seal(tx, { tenantId, field: 'issuer.key.1', text: JSON.stringify(secretKeys) });
    const keys = await vault.keysFor(tx, tenantId, holdersOf(tenant));
    const insert = (table: string, row: Readonly<Record<string, unknown>>) => {
      const whole = JSON.stringify({ tenant_id: tenantId, ...row }).replaceAll("'", "''");
      const columns = ['tenant_id', ...Object.keys(row)].join(', ');
      return tx.execute(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, '${whole}'::jsonb) on conflict do nothing`,
      );
    };
    await insert('credential_issuers', {
      did: `did:web:${tenant}.example:${textOf('t')}`,
      base_url: `https://${tenant}.example/${textOf('t')}`,
      name: textOf('Academia'),
      key_number: 1,
      created_at: now,
    });
    const { ed25519Multibase: ed25519, rs256Jwk: rs256 } = publicKeys;
    await insert('issuer_keys', { number: 1, ed25519, rs256, sealed: sealedKeys, created_at: now });
    let place = 0;
    for (const { key, holderId } of ownersOf(tenant)) {
      for (const state of ['issued', 'held']) {
        for (const kind of ['COMPLETION', 'COMPETENCY']) {
          const id = idOf(`credential-${state}-${kind}`, tenant, key);
          const content = { holderName: textOf('Nombre'), json: textOf('{}'), jwt: textOf('a.b.c') };
          place += 1;
          await insert('credentials', {
            id,
            certification_id: idOf(`certification-${state}`, tenant, key),
            kind,
            holder_id: holderId,
            key_number: 1,
            status_list: 1,
            status_index: place,
            sealed: keys.get(holderId)?.seal(`credential.${id}`, JSON.stringify(content)),
            sha256: hash('sha256', id, 'hex'),
            issued_at: now,
            valid_until: soon,
            revoked_at: soon,
          });
        }
      }
    }
  });
}

function ownersOf(tenant: TenantSlug) {
  return OWNERS.filter((owner) => owner.tenant === tenant).map(({ key }) => ({ key, holderId: userIdOf(tenant, key) }));
}

function holdersOf(tenant: TenantSlug): string[] {
  return ownersOf(tenant).map(({ holderId }) => holderId);
}
