import type { Sql } from './connection.ts';

/** What a column holds, as far as an expression must know. */
export type Kind = 'uuid' | 'text' | 'number' | 'instant' | 'boolean' | 'json' | 'other';

export type Column = {
  readonly name: string;
  readonly kind: Kind;
  /** Whether a unique key has it. */
  readonly isInKey: boolean;
  /** The database gives its value. */
  readonly isGenerated: boolean;
};

/** Something in `from` that the runtime role may read. */
export type Relation = {
  readonly name: string;
  /** As it stands in `from`: a function is called. */
  readonly source: string;
  readonly columns: readonly Column[];
  readonly isTable: boolean;
};

const KINDS: Readonly<Record<string, Kind>> = {
  uuid: 'uuid',
  text: 'text',
  varchar: 'text',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'number',
  timestamptz: 'instant',
  date: 'instant',
  bool: 'boolean',
  jsonb: 'json',
  json: 'json',
};

type Found = {
  name: string;
  source: string;
  is_table: boolean;
  columns: { name: string; type: string; in_key: boolean; generated: boolean }[];
};

/**
 * Every table, view and materialized view of the schema `public` of which the role may read all columns, and every function without arguments that
 * it may call and that answers rows of such a shape.
 */
export async function readableRelations(admin: Sql, role: string): Promise<Relation[]> {
  const rows = await admin<Found[]>`
    with columns as (
      select attrelid, jsonb_agg(jsonb_build_object('name', attname, 'type', t.typname, 'generated', a.attgenerated <> '' or a.attidentity = 'a', 'in_key',
        exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique and a.attnum = any(i.indkey))) order by attnum) as columns
      from pg_attribute a join pg_type t on t.oid = a.atttypid where attnum > 0 and not attisdropped group by attrelid)
    select c.relname as name, quote_ident(c.relname) as source, c.relkind in ('r', 'p') as is_table, columns.columns
    from pg_class c join columns on columns.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'schema_migrations'
      and has_table_privilege(${role}, c.oid, 'select')
    union all
    select p.proname, quote_ident(p.proname) || '()', false, columns.columns
    from pg_proc p join pg_type t on t.oid = p.prorettype join columns on columns.attrelid = t.typrelid
    where p.pronamespace = 'public'::regnamespace and p.proretset and p.pronargs = 0 and has_function_privilege(${role}, p.oid, 'execute')
    order by 1`;
  return rows.map(({ name, source, is_table: isTable, columns }) => ({
    name,
    source,
    isTable,
    columns: columns.map((column) => ({
      name: column.name,
      kind: KINDS[column.type] ?? 'other',
      isInKey: column.in_key,
      isGenerated: column.generated,
    })),
  }));
}
