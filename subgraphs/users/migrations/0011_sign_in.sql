-- How people sign in where no identity provider vouches for them: a password, and a second factor.
create table credentials (
  tenant_id uuid not null,
  user_id uuid not null,
  -- argon2id, as PHC strings write it; null: none was set yet.
  password_hash text,
  -- Sealed by the vault. Null: no second factor; it counts from when a code of it was shown.
  sealed_totp_secret text,
  totp_confirmed_at timestamptz(3),
  -- The last 30 s step whose code was accepted: none is accepted twice.
  totp_last_step bigint not null default 0,
  -- SHA-256 in hex of recovery codes that were not used yet.
  recovery_hashes text[] not null default '{}',
  changed_at timestamptz(3) not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade,
  check (totp_confirmed_at is null or sealed_totp_secret is not null)
);
select academy_isolate('credentials');

-- Attempts to sign in within a window, by account and by address, each under a digest: also for accounts that do not exist.
create table sign_in_attempts (
  tenant_id uuid not null references tenant_directory (id),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  attempts integer not null,
  window_ends_at timestamptz(3) not null,
  primary key (tenant_id, digest)
);
create index sign_in_attempts_end on sign_in_attempts (tenant_id, window_ends_at);
select academy_isolate('sign_in_attempts');
