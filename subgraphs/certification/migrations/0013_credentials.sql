-- Signed credentials: who issues a tenant's, under which keys, and which there are. None holds a name in the clear.

-- The tenant as an issuer: its DID never changes, whatever the academy is called or reached under later.
create table credential_issuers (
  tenant_id uuid not null primary key,
  did text not null,
  -- URL that the DID's document, status lists, credentials and the verification page are under; no slash at the end.
  base_url text not null,
  name text not null,
  -- The generation of keys that signs now.
  key_number integer not null check (key_number >= 1),
  created_at timestamptz(3) not null
);
select academy_isolate('credential_issuers', 'select, insert, update');

-- Generations of keys. The public ones stay for good; of the private ones only that which signs now is kept, sealed under the tenant's key.
create table issuer_keys (
  tenant_id uuid not null,
  number integer not null check (number >= 1),
  ed25519 text not null,
  -- A JWK without private members.
  rs256 jsonb not null check (not rs256 ?| array['d', 'p', 'q', 'dp', 'dq', 'qi']),
  sealed text,
  created_at timestamptz(3) not null,
  retired_at timestamptz(3),
  primary key (tenant_id, number),
  check ((sealed is null) = (retired_at is not null))
);
select academy_isolate('issuer_keys', 'select, insert, update');

create table credentials (
  tenant_id uuid not null,
  id uuid not null,
  certification_id uuid not null,
  -- COMPLETION: what the academy's certificate says. COMPETENCY: that the holder has an official certificate.
  kind text not null check (kind in ('COMPLETION', 'COMPETENCY')),
  holder_id uuid not null,
  key_number integer not null,
  -- Where its status stands: which of the tenant's lists, and which bit of it.
  status_list integer not null check (status_list >= 1),
  status_index integer not null check (status_index >= 0 and status_index < 131072),
  -- The signed forms and the holder's name, sealed under her key; null once she was erased.
  sealed text,
  -- Of the JSON form, hex.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz(3) not null,
  valid_until timestamptz(3),
  revoked_at timestamptz(3),
  primary key (tenant_id, id),
  unique (tenant_id, certification_id, kind),
  unique (tenant_id, status_list, status_index),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id),
  foreign key (tenant_id, key_number) references issuer_keys (tenant_id, number)
);
create index credentials_revoked on credentials (tenant_id, status_list, status_index) where revoked_at is not null;
create index credentials_of_holder on credentials (tenant_id, holder_id, id);
select academy_isolate('credentials', 'select, insert, update');
