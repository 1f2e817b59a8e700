import { seedId } from '@academy/kernel';
import type { Sql } from '../../sql/connection.ts';

/** The tenant that has everything that the asking one has, under the same ids, and in other words. */
export const TWIN = { id: seedId('tenant:gemela'), slug: 'gemela' } as const;

/** In the texts of the twin. */
export const TWIN_MARK = 'OF-THE-TWIN';

/** Columns that people write into; others are codes, states and keys, of which the twin has the same. */
const TEXTS = new Set([
  'title',
  'summary',
  'body',
  'prompt',
  'text',
  'display_name',
  'note',
  'reason',
  'rejection_reason',
  'revocation_reason',
  'course_title',
  'holder_initials',
  'subject',
]);

type Table = { name: string; columns: { name: string; type: string }[] };

/**
 * The twin exists afterwards: a copy of every row of the tenant, with the same ids, and with `TWIN_MARK` in its texts. Whatever looks for a row by its id
 * alone finds two.
 */
export async function addTwin(admin: Sql, tenantId: string): Promise<void> {
  const tables = await admin<Table[]>`
    select c.relname as name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname having bool_or(a.attname = 'tenant_id')`;
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const { name, columns } of tables) {
      const names = columns.map((column) => `"${column.name}"`).join(', ');
      const values = columns.map((column) => twinValue(column)).join(', ');
      await tx.unsafe(
        `insert into public."${name}" (${names}) overriding system value select ${values} from public."${name}" where tenant_id = $1`,
        [tenantId],
      );
    }
    const [directory] = await tx`select to_regclass('public.tenant_directory') as there`;
    if (directory?.['there'] === null) return;
    await tx.unsafe(
      `insert into tenant_directory (id, slug, name, status, settings, changed_at)
       select $1, $2, name || ' ${TWIN_MARK}', status, settings, changed_at from tenant_directory where id = $3`,
      [TWIN.id, TWIN.slug, tenantId],
    );
  });
}

function twinValue({ name, type }: Table['columns'][number]): string {
  if (name === 'tenant_id') return `'${TWIN.id}'::uuid`;
  return TEXTS.has(name) && type === 'text' ? `"${name}" || ' ${TWIN_MARK}'` : `"${name}"`;
}
