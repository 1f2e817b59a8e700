-- What waited when the first lane of the tenant looked last: for totals over all tenants.
alter table authority_quotas
  add column waiting integer not null default 0,
  add column oldest_at timestamptz(3);

-- The totals are made by the role that moves work of all tenants; it reads no more of a tenant than these rows.
do $$
declare
  condition text := format(
    '(tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)) or (select current_user) = %L', academy_role('relay'));
begin
  execute format('alter policy tenant_isolation on authority_quotas using (%s) with check (%s)', condition, condition);
  execute format('grant select on authority_quotas to %I', academy_role('relay'));
end $$;

-- Whether calls to an authority are held back, as the worker that saw it last told. No tenant's: an authority is away for everybody.
create table authority_breakers (
  authority text not null,
  side text not null check (side in ('SUBMIT', 'ASK')),
  state text not null check (state in ('CLOSED', 'OPEN', 'HALF_OPEN')),
  since timestamptz(3) not null,
  primary key (authority, side)
);

-- Totals over all tenants: numbers, and no tenant's name.
create table authority_totals (
  authority text primary key,
  waiting integer not null,
  oldest_at timestamptz(3),
  -- Tenants for which the authority is away.
  tenants_away integer not null,
  answered_at timestamptz(3),
  counted_at timestamptz(3) not null
);
do $$ begin
  execute format('grant select, insert, update on authority_breakers, authority_totals to %I', academy_role('app'));
end $$;
