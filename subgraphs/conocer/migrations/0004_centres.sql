-- Which evaluation centre each person stands in, told by users.
create table person_centres (
  tenant_id uuid not null,
  user_id uuid not null,
  -- Null: the academy itself, as for who has no row.
  centre_id uuid,
  -- Number of her placements that this row shows: a later one wins, in whatever order they arrive.
  placement integer not null check (placement >= 1),
  primary key (tenant_id, user_id)
);
select academy_isolate('person_centres', 'select, insert, update');

-- The centre that the case was opened in; null: the academy itself.
alter table submissions add column centre_id uuid;
