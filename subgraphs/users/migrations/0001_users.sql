-- The register of tenants: which there are, and what operators decided for them. It holds no tenant's data and no personal data, and the gateway
-- reads all of it before it knows who asks, so it is not isolated by tenant. It is the only place that a tenant is kept: a second, isolated
-- copy would need a way around its policy for the directory and for suspensions, and no such way exists.
create table tenant_directory (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,62}$'),
  name text not null,
  status text not null check (status in ('ACTIVE', 'SUSPENDED')),
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),
  changed_at timestamptz(3) not null
);
do $$ begin execute format('grant select, insert, update on tenant_directory to %I', academy_role('app')); end $$;

create table users (
  tenant_id uuid not null references tenant_directory (id),
  id uuid not null,
  display_name text not null,
  -- Tokens issued before are refused; null: none was revoked yet.
  access_revoked_before timestamptz(3),
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
select academy_isolate('users', 'select, insert, update');

-- What identifies a person outside of the academy, apart from the row that other tables and readers need.
create table user_identities (
  tenant_id uuid not null,
  user_id uuid not null,
  full_name text not null,
  email text not null check (email = lower(email)),
  curp text,
  primary key (tenant_id, user_id),
  constraint user_identities_tenant_id_email_key unique (tenant_id, email),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
select academy_isolate('user_identities');

create table persona_grants (
  tenant_id uuid not null,
  user_id uuid not null,
  persona text not null check (persona in ('learner', 'instructor', 'mentor', 'evaluator', 'verifier', 'certifier', 'centre_admin',
    'analyst', 'auditor', 'employer', 'privacy_officer', 'admin', 'super_admin')),
  granted_at timestamptz(3) not null,
  primary key (tenant_id, user_id, persona),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
select academy_isolate('persona_grants');

create table portfolio_entries (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  certification_id uuid not null,
  kind text not null check (kind in ('PLATFORM_CERTIFICATE', 'CONOCER_CERTIFICATE')),
  title text not null,
  folio text,
  earned_at timestamptz(3) not null,
  primary key (tenant_id, id),
  constraint portfolio_entries_tenant_id_certification_id_kind_key unique (tenant_id, certification_id, kind),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index portfolio_entries_newest on portfolio_entries (tenant_id, user_id, earned_at desc, id desc);
select academy_isolate('portfolio_entries');

create table notifications (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  certification_id uuid not null,
  topic text not null,
  text text not null,
  sent_at timestamptz(3) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
create index notifications_newest on notifications (tenant_id, user_id, sent_at desc, id desc);
select academy_isolate('notifications');

-- What persons with power did, and why. Rows are only ever added. The tenant is the actor's own, also where the subject is another tenant.
create table audit_entries (
  tenant_id uuid not null,
  id uuid not null,
  action text not null check (action in ('tenant.configure', 'tenant.suspend', 'tenant.reactivate', 'access.revoke')),
  actor_id uuid not null,
  subject_id uuid not null,
  reason text,
  recorded_at timestamptz(3) not null,
  primary key (tenant_id, id)
);
create index audit_entries_newest on audit_entries (tenant_id, recorded_at desc, id desc);
select academy_isolate('audit_entries', 'select, insert');
