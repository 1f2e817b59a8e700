import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  type PgTableExtraConfigValue,
  pgPolicy,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** Name of the one policy that every tenant table has. */
export const TENANT_POLICY = 'tenant_isolation';

/** The tenant of the open transaction; no row matches outside one. Inside `(select …)`, so that it is computed once per query. */
export const CURRENT_TENANT = sql`(select nullif(current_setting('app.tenant_id', true), '')::uuid)`;

/** The column that every table with tenant data begins with. */
export const tenantId = () => uuid('tenant_id').notNull();

/** An instant, with time zone, read as Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/**
 * Declares a table of tenant data: its policy shows only rows of the open transaction's tenant.
 * The migration that creates the table must call `academy_isolate('table')`, which also forces the policy on the owner.
 */
export const tenantTable: typeof pgTable = ((
  name: string,
  columns: never,
  extra?: (self: unknown) => PgTableExtraConfigValue[],
) =>
  pgTable(name, columns, (self) => [
    pgPolicy(TENANT_POLICY, {
      as: 'permissive',
      for: 'all',
      using: sql`tenant_id = ${CURRENT_TENANT}`,
      withCheck: sql`tenant_id = ${CURRENT_TENANT}`,
    }),
    ...(extra === undefined ? [] : extra(self)),
  ])) as unknown as typeof pgTable;

export { bigint, boolean, date, doublePrecision, integer, jsonb, text, uuid };
