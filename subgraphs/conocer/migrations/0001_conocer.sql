-- Standards are facts of the public register, the same for every tenant. What a tenant did with them is the tenant's.

create table standards (
  id uuid primary key,
  code text not null unique check (code ~ '^(EC\d{4}(\.\d{2})?|ECM\d{4})$'),
  -- What the versions of a standard share: EC0586 of EC0586.01.
  major text not null,
  version text,
  title text not null,
  level integer not null check (level between 1 and 5),
  sector text not null,
  committee text,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'RETIRED')),
  validity_kind text not null check (validity_kind in ('YEARS', 'INDEFINITE', 'UNSPECIFIED')),
  validity_years integer check ((validity_kind = 'YEARS') = (validity_years is not null)),
  -- Code and title in lower case, without accents, one space between words.
  search text not null
);
create index standards_by_major on standards (major);
do $$ begin execute format('grant select, insert, update on standards to %I', academy_role('app')); end $$;

create table alignments (
  tenant_id uuid not null,
  course_id uuid not null,
  standard_code text not null references standards (code),
  aligned_at timestamptz(3) not null,
  primary key (tenant_id, course_id, standard_code)
);
select academy_isolate('alignments');

create table impact_evidence (
  tenant_id uuid not null,
  course_id uuid not null,
  indicator text not null,
  -- What was observed, in the shape of the indicator.
  value jsonb not null,
  evidence text not null check (evidence in ('DECLARED', 'DOCUMENTED', 'VERIFIED')),
  evidence_ids jsonb not null,
  observed_at timestamptz(3) not null,
  primary key (tenant_id, course_id, indicator)
);
select academy_isolate('impact_evidence');

create table submissions (
  tenant_id uuid not null,
  id uuid not null,
  certification_id uuid not null,
  -- Attempt of the case, from 1: a correctable rejection leads to the next.
  case_attempt integer not null check (case_attempt >= 1),
  candidate_id uuid not null,
  course_id uuid not null,
  standard_code text not null,
  certificate_folio text not null,
  evaluated_on date not null,
  status text not null
    check (status in ('HELD', 'PREPARED', 'SENDING', 'UNKNOWN', 'SENT', 'IN_PROCESS', 'APPROVED', 'REJECTED')),
  is_authority_away boolean not null default false,
  -- How the gate decided, with all that is needed to decide again.
  gate jsonb not null,
  -- Calls begun, and those of them that may have reached the authority.
  calls integer not null default 0,
  attempts integer not null default 0,
  call_started_at timestamptz(3),
  call_ends_at timestamptz(3),
  absent_at timestamptz(3),
  authority_id text,
  sent_at timestamptz(3),
  checked_at timestamptz(3),
  official_folio text,
  issued_on date,
  rejection_reason text,
  is_correctable boolean,
  -- What the other islands were told last.
  told text check (told in ('HELD', 'UNKNOWN', 'SENT', 'ACCEPTED', 'REJECTED', 'ISSUED')),
  -- Waits since the last change, for the length of the next.
  waits integer not null default 0,
  requested_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (tenant_id, id),
  unique (tenant_id, certification_id, case_attempt),
  check (attempts <= calls),
  check (status not in ('SENDING', 'UNKNOWN') or (call_started_at is not null and call_ends_at is not null)),
  check (status not in ('SENT', 'IN_PROCESS', 'APPROVED') or (authority_id is not null and sent_at is not null)),
  check ((status = 'APPROVED') = (official_folio is not null)),
  check ((status = 'APPROVED') = (issued_on is not null)),
  check ((status = 'REJECTED') = (rejection_reason is not null)),
  check ((status = 'REJECTED') = (is_correctable is not null))
);
create unique index submissions_official_folio on submissions (tenant_id, official_folio) where official_folio is not null;
create index submissions_held on submissions (tenant_id, id) where status = 'HELD';
select academy_isolate('submissions', 'select, insert, update');

create table submission_attempts (
  tenant_id uuid not null,
  submission_id uuid not null,
  -- Number of the call within the submission, from 1.
  call integer not null check (call >= 1),
  started_at timestamptz(3) not null,
  -- Nothing is written to the authority after this.
  ends_at timestamptz(3) not null,
  answered_at timestamptz(3),
  -- Null: the call is under way, or its process ended before it could say.
  outcome text check (outcome in ('ACCEPTED', 'REFUSED', 'UNKNOWN', 'UNAVAILABLE')),
  cause text,
  primary key (tenant_id, submission_id, call),
  foreign key (tenant_id, submission_id) references submissions (tenant_id, id),
  check ((outcome is null) = (answered_at is null))
);
select academy_isolate('submission_attempts', 'select, insert, update');
