-- What this island knows of who may act under which persona, by event from users. A persona that was taken stays as a row, so that older news of it
-- that comes late changes nothing.
create table persona_holders (
  tenant_id uuid not null,
  person_id uuid not null,
  persona text not null,
  is_held boolean not null,
  changed_at timestamptz(3) not null,
  primary key (tenant_id, person_id, persona)
);
select academy_isolate('persona_holders', 'select, insert, update');
