-- Two tables as the corpus speaks of them.
create table certs (
  tenant_id uuid not null,
  id integer not null,
  code text not null,
  amount integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
select academy_isolate('certs');
create table events (
  tenant_id uuid not null,
  id integer not null,
  note text not null default '',
  primary key (tenant_id, id)
);
select academy_isolate('events');
create view certs_seen with (security_invoker) as select tenant_id, id, code from certs;
do $$ begin execute format('grant select on certs_seen to %I', academy_role('app')); end $$;
