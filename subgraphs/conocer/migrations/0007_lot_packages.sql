-- What people carry to an authority that has no protocol, and what they bring back.

-- The lot that a dictamen ruled the case in; null: none.
alter table submissions add column lot_id uuid;
create index submissions_of_lot on submissions (tenant_id, lot_id, id);

-- A package of a lot. Its bytes lie sealed in the object storage under a key of its own: discarding it destroys the key.
create table lot_packages (
  tenant_id uuid not null,
  id uuid not null,
  -- Null: of cases that are in no lot.
  lot_id uuid,
  status text not null check (status in ('REQUESTED', 'READY', 'FAILED', 'HANDED_OVER', 'DISCARDED')),
  size integer not null check (size between 0 and 100),
  -- [{name, bytes, sha256}]: names of files and hashes, nothing of a person.
  files jsonb not null default '[]' check (jsonb_typeof(files) = 'array'),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  requested_by uuid not null,
  requested_at timestamptz(3) not null,
  ready_at timestamptz(3),
  expires_at timestamptz(3),
  handed_over_by uuid,
  handed_over_at timestamptz(3),
  primary key (tenant_id, id),
  check (status not in ('READY', 'HANDED_OVER') or (sha256 is not null and ready_at is not null and expires_at is not null)),
  check ((status = 'HANDED_OVER') = (handed_over_at is not null))
);
create index lot_packages_newest on lot_packages (tenant_id, requested_at desc, id desc);
-- Of one lot one package at a time waits to be handed over.
create unique index lot_packages_waiting on lot_packages (tenant_id, coalesce(lot_id, '00000000-0000-0000-0000-000000000000'))
  where status in ('REQUESTED', 'READY');
select academy_isolate('lot_packages', 'select, insert, update');

create table lot_package_members (
  tenant_id uuid not null,
  package_id uuid not null,
  submission_id uuid not null,
  -- By which the CURP of an outcome is compared: an HMAC under the tenant's key. Null before it is built, and once the candidate was erased.
  curp_index text,
  primary key (tenant_id, package_id, submission_id),
  foreign key (tenant_id, package_id) references lot_packages (tenant_id, id),
  foreign key (tenant_id, submission_id) references submissions (tenant_id, id)
);
create index lot_package_members_of_submission on lot_package_members (tenant_id, submission_id);
select academy_isolate('lot_package_members', 'select, insert, update, delete');

-- Outcome files that were imported: what became of each line, by codes and ids.
create table lot_outcomes (
  tenant_id uuid not null,
  id uuid not null,
  package_id uuid not null,
  -- Of the file.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- [{line, kind, certificationId}]
  entries jsonb not null check (jsonb_typeof(entries) = 'array'),
  imported_by uuid not null,
  imported_at timestamptz(3) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, package_id) references lot_packages (tenant_id, id)
);
create unique index lot_outcomes_once on lot_outcomes (tenant_id, package_id, sha256);
select academy_isolate('lot_outcomes', 'select, insert');
