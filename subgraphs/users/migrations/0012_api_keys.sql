-- Keys of programs that act for a tenant. The secret is not kept: its SHA-256 is, and for a time after a rotation that of the one before.
create table api_keys (
  tenant_id uuid not null references tenant_directory (id),
  id uuid not null,
  public_id text not null check (public_id ~ '^[0-9A-Za-z]{11}$'),
  name text not null check (char_length(name) between 1 and 80),
  scopes text[] not null check (cardinality(scopes) between 1 and 20),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  previous_digest text check (previous_digest ~ '^[0-9a-f]{64}$'),
  previous_until timestamptz(3),
  version integer not null check (version >= 1),
  -- A person of the tenant; kept also when she is gone.
  created_by uuid not null,
  created_at timestamptz(3) not null,
  rotated_at timestamptz(3),
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),
  primary key (tenant_id, id),
  constraint api_keys_tenant_id_public_id_key unique (tenant_id, public_id),
  check ((previous_digest is null) = (previous_until is null)),
  check (expires_at > created_at)
);
create index api_keys_newest on api_keys (tenant_id, created_at desc, id desc);
select academy_isolate('api_keys', 'select, insert, update');
