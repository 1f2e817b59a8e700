-- What every island has: isolation by tenant, outbox, inbox, due work, idempotency keys, dead letters, saga state.

revoke all on schema public from public;

-- The runtime role of this database: users_owner -> users_app.
create function academy_role(kind text) returns text language sql stable as
$$ select regexp_replace(current_user::text, '_owner$', '_' || kind) $$;

do $$ begin
  execute format('grant usage on schema public to %I, %I', academy_role('app'), academy_role('relay'));
end $$;

-- Isolates a table by tenant: row security on and forced (the owner too), one permissive policy, and the runtime role's rights.
-- `is_relayed` lets the relay role see the rows of every tenant, and is for the two tables that it works on.
create function academy_isolate(target regclass, rights text default 'select, insert, update, delete', is_relayed boolean default false)
returns void language plpgsql as $$
declare
  condition text := 'tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)';
begin
  if is_relayed then
    condition := format('(%s) or (select current_user) = %L', condition, academy_role('relay'));
    execute format('grant select, update, delete on %s to %I', target, academy_role('relay'));
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant_isolation on %s as permissive for all using (%s) with check (%s)', target, condition, condition);
  execute format('grant %s on %s to %I', rights, target, academy_role('app'));
end $$;
revoke all on function academy_isolate(regclass, text, boolean) from public;
revoke all on function academy_role(text) from public;

create table outbox (
  tenant_id uuid not null,
  position bigint generated always as identity,
  id uuid not null,
  type text not null,
  subject text not null,
  data jsonb not null,
  occurred_at timestamptz(3) not null,
  published_at timestamptz(3),
  primary key (tenant_id, id)
);
create index outbox_unpublished on outbox (position) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
select academy_isolate('outbox', 'select, insert', true);

-- Wakes the relay after commit; the relay also looks by itself once a second.
create function outbox_notify() returns trigger language plpgsql as $$ begin perform pg_notify('outbox', ''); return null; end $$;
create trigger outbox_notify after insert on outbox for each statement execute function outbox_notify();

create table inbox (
  tenant_id uuid not null,
  event_id uuid not null,
  reaction text not null,
  handled_at timestamptz(3) not null default now(),
  primary key (tenant_id, event_id, reaction)
);
select academy_isolate('inbox', 'select, insert');

create table due_work (
  tenant_id uuid not null,
  job text not null,
  key text not null,
  payload jsonb not null,
  due_at timestamptz(3) not null,
  -- How often the work was handed out since it was scheduled.
  handouts integer not null default 0,
  primary key (tenant_id, job, key)
);
create index due_work_by_time on due_work (due_at);
select academy_isolate('due_work', 'select, insert, update, delete', true);

create table idempotency_keys (
  tenant_id uuid not null,
  actor_id uuid not null,
  operation text not null,
  key text not null,
  input_hash text not null,
  answer jsonb not null,
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, actor_id, operation, key)
);
select academy_isolate('idempotency_keys', 'select, insert');

create table dead_letters (
  tenant_id uuid not null,
  id uuid not null,
  -- `event:<type>` or `job:<name>`.
  source text not null,
  reference text not null,
  payload jsonb not null,
  error text not null,
  attempts integer not null,
  buried_at timestamptz(3) not null default now(),
  resolved_at timestamptz(3),
  primary key (tenant_id, id)
);
select academy_isolate('dead_letters');

create table sagas (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  -- Id of the aggregate that the saga works for.
  subject text not null,
  state jsonb not null,
  phase text not null check (phase in ('FORWARD', 'BACKWARD', 'DONE', 'UNDONE', 'PARKED')),
  step integer not null,
  version integer not null default 1,
  started_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (tenant_id, id),
  unique (tenant_id, name, subject)
);
select academy_isolate('sagas');

create table saga_steps (
  tenant_id uuid not null,
  saga_id uuid not null,
  step text not null,
  status text not null check (status in ('INTENDED', 'WAITING', 'DONE', 'UNDONE', 'PARKED')),
  attempts integer not null default 0,
  output jsonb,
  error text,
  intended_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (tenant_id, saga_id, step),
  foreign key (tenant_id, saga_id) references sagas (tenant_id, id) on delete cascade
);
select academy_isolate('saga_steps');

-- What this island knows of its tenants' policies, by event from users.
create table tenant_policies (
  tenant_id uuid primary key,
  slug text not null,
  policies jsonb not null,
  changed_at timestamptz(3) not null
);
select academy_isolate('tenant_policies');
