-- A name of its own under which a tenant is reached. Anybody may claim one; it counts, and is hers alone, once a TXT record with the token was seen.
alter table tenant_directory
  add column domain_name text check (domain_name = lower(domain_name) and length(domain_name) <= 253),
  add column domain_token text,
  add column domain_verified_at timestamptz(3),
  add constraint tenant_directory_domain_check check (
    (domain_name is null) = (domain_token is null) and (domain_verified_at is null or domain_name is not null)
  );
create unique index tenant_directory_domain_name_key on tenant_directory (domain_name) where domain_verified_at is not null;

-- Where a tenant wants to be told of what happens: one address each.
create table webhooks (
  tenant_id uuid not null references tenant_directory (id),
  url text not null,
  topics text[] not null,
  -- Sealed by the vault: what deliveries are signed with is in no backup in the clear.
  sealed_secret text not null,
  created_at timestamptz(3) not null,
  primary key (tenant_id)
);
select academy_isolate('webhooks');

-- What was, or is to be, brought to a webhook, and how that went. Bodies hold ids only.
create table webhook_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  topic text not null,
  body jsonb not null,
  status text not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts integer not null default 0,
  -- Of the last attempt: the answer's status, or why there was none.
  status_code integer,
  failure text,
  created_at timestamptz(3) not null,
  attempted_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id) references webhooks (tenant_id) on delete cascade
);
create index webhook_deliveries_newest on webhook_deliveries (tenant_id, created_at desc, id desc);
select academy_isolate('webhook_deliveries');
