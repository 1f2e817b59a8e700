-- Evaluation centres (CE) of a tenant, and which of them each of its people stands in.
create table centres (
  tenant_id uuid not null references tenant_directory (id),
  id uuid not null,
  -- As the register writes it: centre, certifier, year. Never another centre's of the tenant, a closed one's included.
  code text not null check (code ~ '^CE[0-9]{4}-(OC|ECE)[0-9]{3,4}-[0-9]{2}$'),
  name text not null check (char_length(name) between 3 and 120),
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  closed_at timestamptz(3),
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
select academy_isolate('centres', 'select, insert, update');

-- Null: the academy itself, which is everybody's centre until she is placed in another.
alter table users add column centre_id uuid;
alter table users add foreign key (tenant_id, centre_id) references centres (tenant_id, id);
-- How often she was placed: what other islands know of it is told in this order.
alter table users add column placements integer not null default 0 check (placements >= 0);
create index users_of_centre on users (tenant_id, centre_id);
