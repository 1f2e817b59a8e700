-- What people ask about their data (ARCO): requests with their clocks, what each island did, and exports until they are read or expire.

-- A person whose erasure was accepted: kept from everybody whom the law does not send; then a tombstone.
alter table users
  add column blocked_at timestamptz(3),
  add column erased_at timestamptz(3),
  add constraint users_blocked_before_erased check (erased_at is null or blocked_at is not null);

create table data_requests (
  tenant_id uuid not null references tenant_directory (id),
  id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('EXPORT', 'ERASURE')),
  status text not null check (status in ('RECEIVED', 'ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'REFUSED')),
  opened_at timestamptz(3) not null,
  -- Ends of the last business day on which the answer, and its effect, are in time.
  answer_due_at timestamptz(3) not null,
  answer_extended_at timestamptz(3),
  answer_extension_reason text,
  resolved_at timestamptz(3),
  resolved_by uuid,
  refusal_ground text check (refusal_ground in ('LEGAL_DUTY', 'CONTRACT', 'RIGHTS_OF_OTHERS', 'NOT_THE_HOLDER', 'ALREADY_ANSWERED')),
  refusal_reason text,
  effect_due_at timestamptz(3),
  effect_extended_at timestamptz(3),
  effect_extension_reason text,
  completed_at timestamptz(3),
  -- SHA-256 in hex of the code that finds the receipt; the code itself follows from the tenant's key.
  code_digest text not null check (code_digest ~ '^[0-9a-f]{64}$'),
  receipt text,
  receipt_sha256 text,
  -- Of an export: the whole document's SHA-256 in hex, and until when it is kept.
  document_sha256 text,
  expires_at timestamptz(3),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code_digest),
  foreign key (tenant_id, subject_id) references users (tenant_id, id),
  check ((status = 'RECEIVED') = (resolved_at is null)),
  check ((resolved_at is null) = (resolved_by is null)),
  check ((status = 'REFUSED') = (refusal_ground is not null and refusal_reason is not null)),
  check ((status in ('ACCEPTED', 'IN_PROGRESS', 'COMPLETED')) = (effect_due_at is not null)),
  check ((status = 'COMPLETED') = (completed_at is not null and receipt is not null and receipt_sha256 is not null)),
  check ((answer_extended_at is null) = (answer_extension_reason is null)),
  check ((effect_extended_at is null) = (effect_extension_reason is null))
);
create unique index data_requests_one_open on data_requests (tenant_id, subject_id, kind) where status in ('RECEIVED', 'ACCEPTED', 'IN_PROGRESS');
create index data_requests_newest on data_requests (tenant_id, opened_at desc, id desc);
create index data_requests_of_subject on data_requests (tenant_id, subject_id, opened_at desc, id desc);
select academy_isolate('data_requests', 'select, insert, update');

create table data_request_parts (
  tenant_id uuid not null,
  request_id uuid not null,
  island text not null check (island in ('users', 'courses', 'certification', 'conocer', 'analytics')),
  status text not null check (status in ('PENDING', 'WAITING', 'DONE')),
  waiting_for text check (waiting_for in ('AUTHORITY', 'CASE', 'OPERATOR')),
  records integer,
  sha256 text,
  key_hash text,
  -- The entry of an audit log that says so: of the island's own when it erased, of users' when it was exported.
  audit_number bigint,
  audit_hash text,
  done_at timestamptz(3),
  primary key (tenant_id, request_id, island),
  foreign key (tenant_id, request_id) references data_requests (tenant_id, id),
  check ((status = 'WAITING') = (waiting_for is not null)),
  check ((status = 'DONE') = (records is not null and sha256 is not null and audit_number is not null and audit_hash is not null and done_at is not null))
);
select academy_isolate('data_request_parts', 'select, insert, update');

-- An export's document in pieces, each sealed under the person's key.
create table data_export_pieces (
  tenant_id uuid not null,
  request_id uuid not null,
  -- Of the island, in the order of the document; then of the piece in its part, both from 0.
  part integer not null check (part >= 0),
  number integer not null check (number >= 0),
  sealed text not null check (sealed ~ '^s1\.'),
  primary key (tenant_id, request_id, part, number),
  foreign key (tenant_id, request_id) references data_requests (tenant_id, id)
);
select academy_isolate('data_export_pieces', 'select, insert, delete');

do $$ begin
  execute format('grant delete on teachings to %I', academy_role('app'));
  execute format('grant update (note) on disclosures to %I', academy_role('app'));
end $$;

-- A note goes when its person is erased, and is never another.
create function disclosures_keep_note() returns trigger language plpgsql as $$
begin
  if new.note is null then
    return new;
  end if;
  raise exception 'A note of a disclosure is taken away when its person is erased, and never changed.' using errcode = 'insufficient_privilege';
end $$;
create trigger disclosures_keep_note before update of note on disclosures for each row execute function disclosures_keep_note();
