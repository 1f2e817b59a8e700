-- What the annex answers of: people, papers with a secret, and what was done.
create table people (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  role text not null,
  primary key (tenant_id, id)
);
select academy_isolate('people');
create table papers (
  tenant_id uuid not null,
  -- The certification that it belongs to.
  id uuid not null,
  owner_id uuid not null,
  folio text not null,
  primary key (tenant_id, id)
);
select academy_isolate('papers');
create table acts (
  tenant_id uuid not null,
  id uuid not null default gen_random_uuid(),
  what text not null,
  primary key (tenant_id, id)
);
select academy_isolate('acts', 'select, insert');
