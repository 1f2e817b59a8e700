-- Names, addresses and CURPs are sealed under a key per person (the platform's data_keys). SQL cannot seal: this makes room, `npm start` and `prepare` seal
-- what there is (store/seal-identities.ts) and empty the columns in the clear, and a migration of a later version drops those.
alter table user_identities
  alter column full_name drop not null,
  alter column email drop not null,
  add column full_name_sealed text,
  add column email_sealed text,
  add column curp_sealed text,
  -- What equal values have in common, under a key of the tenant: an address is unique, and both can be looked up.
  add column email_index text,
  add column curp_index text,
  add constraint user_identities_tenant_id_email_index_key unique (tenant_id, email_index),
  -- Not valid: rows from before may break it until they are sealed. Whatever is written from now on may not.
  add constraint user_identities_are_sealed check (
    full_name is null and email is null and curp is null
    and full_name_sealed is not null and email_sealed is not null and email_index is not null
    and (curp_sealed is null) = (curp_index is null)
  ) not valid;
create index user_identities_curp on user_identities (tenant_id, curp_index) where curp_index is not null;

-- A new database has nothing to seal, and is held to it from the start.
do $$ begin
  alter table user_identities validate constraint user_identities_are_sealed;
exception when check_violation then null;
end $$;

-- Who was shown what of a person, and why. Rows are only ever added; the person herself and the privacy officer read them.
create table disclosures (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  item text not null check (item in ('CURP')),
  actor_id uuid not null,
  actor_persona text not null,
  purpose text not null check (purpose in ('OWN_COPY', 'IDENTITY_VERIFICATION', 'CERTIFICATION_CASE', 'AUDIT', 'PRIVACY_REQUEST', 'LEGAL_OBLIGATION')),
  note text,
  disclosed_at timestamptz(3) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index disclosures_newest on disclosures (tenant_id, user_id, disclosed_at desc, id desc);
create index disclosures_of_actor on disclosures (tenant_id, actor_id, disclosed_at);
select academy_isolate('disclosures', 'select, insert');
