-- Data keys: one per subject, wrapped by a key-encryption key that no database holds. A subject is a person, or the tenant itself for its secrets.
create table data_keys (
  tenant_id uuid not null,
  subject uuid not null,
  version integer not null check (version >= 1),
  wrapped text,
  -- Name of the key that wrapped it, e.g. `ring:2026-01`.
  wrapped_by text not null,
  wrapped_hash text not null check (wrapped_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz(3) not null,
  destroyed_at timestamptz(3),
  primary key (tenant_id, subject),
  check ((wrapped is null) = (destroyed_at is not null)),
  check (wrapped is null or wrapped_hash = encode(sha256(convert_to(wrapped, 'UTF8')), 'hex'))
);
select academy_isolate('data_keys', 'select, insert, update');

-- What is destroyed stays so: no update brings a key back, and what proves its destruction cannot be changed.
create function data_keys_stay_destroyed() returns trigger language plpgsql as $$
begin
  raise exception 'The data key of % was destroyed, and its record cannot change.', old.subject using errcode = 'restrict_violation';
end $$;
create trigger data_keys_stay_destroyed before update on data_keys
  for each row when (old.destroyed_at is not null) execute function data_keys_stay_destroyed();

-- Destroying takes the key away and leaves the hash of exactly what was there.
create function data_keys_destroy_honestly() returns trigger language plpgsql as $$
begin
  raise exception 'A destroyed data key keeps the hash of what it was.' using errcode = 'check_violation';
end $$;
create trigger data_keys_destroy_honestly before update on data_keys
  for each row when (new.destroyed_at is not null and (new.wrapped_hash <> old.wrapped_hash or new.wrapped_by <> old.wrapped_by))
  execute function data_keys_destroy_honestly();
