import type { Sql } from './connection.ts';

/** Tables that belong to no tenant: the register of tenants, CONOCER's register with its readings, how authorities answer everybody, and the book of migrations. */
const SHARED = [
  'authority_breakers',
  'authority_totals',
  'instruments',
  'schema_migrations',
  'standard_changes',
  'standard_syncs',
  'standards',
  'tenant_directory',
];
/** The two tables that the relay works on across tenants, and one that it counts. */
const RELAYED = ['authority_quotas', 'due_work', 'outbox'];
/** Functions that run with their owner's rights; what each may do is said where it is made. */
const DEFINERS = ['audit_link'];

/** `says` holds of every row of the catalogue but those that `finds` answers. */
type CatalogueRule = { readonly says: string; readonly finds: string };

const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
const tenantTables = `pg_class k where k.relnamespace = 'public'::regnamespace and k.relkind in ('r', 'p') and k.relname not in (${list(SHARED)})`;
const hasTenant = (columns: string, table: string) =>
  `exists (select from pg_attribute a where a.attrelid = ${table} and a.attname = 'tenant_id' and a.attnum = any(${columns}))`;
const own = `tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif")`;

/** What must hold of every table, view, function and role of an island's database, whatever it is called. */
const RULES: readonly CatalogueRule[] = [
  {
    says: 'a table bears its tenant, which is never null',
    finds: `select k.relname as what from ${tenantTables} and not exists (select from pg_attribute a
      where a.attrelid = k.oid and a.attname = 'tenant_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
  },
  {
    says: 'row security is on, and forced on the owner',
    finds: `select k.relname as what from ${tenantTables} and not (k.relrowsecurity and k.relforcerowsecurity)`,
  },
  {
    says: 'there is one policy, permissive and for all',
    finds: `select k.relname as what from ${tenantTables}
      and (select array_agg(p.polpermissive and p.polcmd = '*') from pg_policy p where p.polrelid = k.oid) is distinct from array[true]`,
  },
  {
    says: 'the policy is that of the tenant, for reading and writing alike, and open to the relay only where it works',
    finds: `select k.relname || ': ' || coalesce(pg_get_expr(p.polqual, k.oid), '-') as what from pg_policy p join pg_class k on k.oid = p.polrelid
      where pg_get_expr(p.polqual, k.oid) is distinct from pg_get_expr(p.polwithcheck, k.oid)
        or pg_get_expr(p.polqual, k.oid) is distinct from case when k.relname in (${list(RELAYED)})
          then $q$((${own}) OR (( SELECT CURRENT_USER AS "current_user") = '$q$ || regexp_replace(pg_get_userbyid(k.relowner), '_owner$', '_relay') || $q$'::name))$q$
          else $q$(${own})$q$ end`,
  },
  {
    says: 'unique keys include the tenant',
    finds: `select i.indexrelid::regclass::text as what from ${tenantTables.replace('pg_class k', 'pg_class k join pg_index i on i.indrelid = k.oid')}
      and i.indisunique and not ${hasTenant('i.indkey', 'k.oid')}`,
  },
  {
    says: 'references between tables of tenants include the tenant',
    finds: `select c.conname as what from ${tenantTables.replace('pg_class k', 'pg_class k join pg_constraint c on c.conrelid = k.oid')}
      and c.contype = 'f' and c.confrelid::regclass::text not in (${list(SHARED)}) and not (${hasTenant('c.conkey', 'c.conrelid')})`,
  },
  {
    says: 'an index begins with the tenant, so that the policy is met by it',
    finds: `select k.relname as what from ${tenantTables} and not exists (select from pg_index i join pg_attribute a on a.attrelid = k.oid
      and a.attnum = i.indkey[0] where i.indrelid = k.oid and a.attname = 'tenant_id')`,
  },
  {
    says: 'views look with the rights of who asks, and nothing is materialized',
    finds: `select k.relname as what from pg_class k where k.relnamespace = 'public'::regnamespace
      and (k.relkind = 'm' or (k.relkind = 'v' and coalesce(array_to_string(k.reloptions, ',') not like '%security_invoker=true%', true)))`,
  },
  {
    says: 'functions run with the rights of who calls',
    finds: `select p.proname as what from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.proname not in (${list(DEFINERS)})`,
  },
  {
    says: 'the roles of islands are ordinary: no superuser, nobody who bypasses policies, nobody with another role’s rights',
    finds: `select r.rolname as what from pg_roles r where r.rolname ~ '_(owner|app|relay)$'
      and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or exists (select from pg_auth_members m where m.member = r.oid))`,
  },
  {
    says: 'the runtime roles own nothing',
    finds: `select k.relname as what from pg_class k where k.relnamespace = 'public'::regnamespace and pg_get_userbyid(k.relowner) !~ '_owner$'
      union all select p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) !~ '_owner$'`,
  },
  {
    says: 'no runtime role may empty a table, watch it or refer to it',
    finds: `select k.relname || ' by ' || r.rolname as what from pg_class k, pg_roles r where k.relnamespace = 'public'::regnamespace and k.relkind in ('r', 'p')
      and r.rolname = any(array[regexp_replace(pg_get_userbyid(k.relowner), '_owner$', '_app'), regexp_replace(pg_get_userbyid(k.relowner), '_owner$', '_relay')])
      and has_table_privilege(r.rolname, k.oid, 'truncate, trigger, references')`,
  },
  {
    says: 'nothing is granted to everybody',
    finds: `select k.relname as what from pg_class k, aclexplode(k.relacl) a where k.relnamespace = 'public'::regnamespace and a.grantee = 0
      union all select 'schema public: ' || a.privilege_type from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee = 0`,
  },
];

/** Every breach of a rule in this database, in words. */
export async function catalogueBreaches(admin: Sql): Promise<string[]> {
  const breaches: string[] = [];
  for (const { says, finds } of RULES) {
    for (const { what } of await admin.unsafe<{ what: string }[]>(finds)) breaches.push(`${what}: expected that ${says}`);
  }
  return breaches;
}
