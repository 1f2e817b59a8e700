import { seedId } from '@academy/kernel';
import type { IslandName } from '@academy/platform/topology';
import { tenantIdOf, userIdOf } from '@academy/testing/people';
import { AWAY_MARK } from '../../../permissions/fill-world.ts';
import { AWAY, HOME, idOf, OWNERS } from '../../../permissions/world-objects.ts';
import type { Sql } from '../../sql/connection.ts';

/** Newer than the seed, as what the permission matrix fills in. */
const MADE_AT = '2030-01-01T00:00:00Z';
const ENDS_AT = '2031-01-01T00:00:00Z';
const KEYS = 4;

type Rows = readonly (readonly [table: string, rows: readonly object[]])[];

/** Both tenants have rows afterwards of what neither seed nor permission matrix fills in: API keys, deliveries, proposed revocations. */
export async function addRows(island: IslandName, admin: Sql): Promise<void> {
  for (const tenant of [HOME, AWAY] as const) {
    for (const [table, rows] of ROWS[island]?.(tenant) ?? []) {
      for (const row of rows) {
        const whole = { tenant_id: tenantIdOf(tenant), ...row };
        const columns = Object.keys(whole).join(', ');
        await admin.unsafe(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1::text::jsonb)`,
          [JSON.stringify(whole)],
        );
      }
    }
  }
}

type Tenant = typeof HOME | typeof AWAY;

const ROWS: Partial<Record<IslandName, (tenant: Tenant) => Rows>> = {
  users: (tenant) => [
    [
      'api_keys',
      Array.from({ length: KEYS }, (_, at) => ({
        id: seedId(`fuzz:api-key:${tenant}:${at}`),
        public_id: `${tenant.slice(0, 6)}Key0${at}`.padEnd(11, 'x'),
        name: marked(tenant, `Llave ${at}`),
        scopes: ['PROFILE_READ'],
        digest: String(at).repeat(64),
        version: 1,
        created_by: userIdOf(tenant, tenant === HOME ? 'carla' : 'fabian'),
        created_at: MADE_AT,
        expires_at: ENDS_AT,
        ...(at === 0 ? { revoked_at: MADE_AT } : {}),
      })),
    ],
    [
      'webhook_deliveries',
      Array.from({ length: 2 }, (_, at) => ({
        id: seedId(`fuzz:delivery:${tenant}:${at}`),
        topic: 'CERTIFICATE_ISSUED',
        body: {},
        status: 'FAILED',
        attempts: 1,
        failure: marked(tenant, 'Sin respuesta'),
        created_at: MADE_AT,
        attempted_at: MADE_AT,
      })),
    ],
  ],
  certification: (tenant) => [
    [
      'revocations',
      OWNERS.filter((owner) => owner.tenant === tenant)
        .slice(0, 3)
        .map(({ key }) => ({
          id: seedId(`fuzz:revocation:${tenant}:${key}`),
          certificate_id: idOf('certificate-issued', tenant, key),
          reason: marked(tenant, 'Motivo'),
          proposed_by: userIdOf(tenant, tenant === HOME ? 'cosme' : 'clara'),
          proposed_at: MADE_AT,
        })),
    ],
  ],
};

function marked(tenant: Tenant, text: string): string {
  return tenant === AWAY ? `${text} ${AWAY_MARK}` : text;
}
