-- What certification keeps: completed courses, cases with their history, the platform's certificates and their revocations.

-- A course that a learner finished, with the evidence that the judgement rests on; told by courses.
create table completions (
  tenant_id uuid not null,
  enrollment_id uuid not null,
  course_id uuid not null,
  course_title text not null,
  learner_id uuid not null,
  instructor_id uuid not null,
  standard_code text,
  score_percent double precision not null check (score_percent between 0 and 100),
  minimum_score_percent double precision not null check (minimum_score_percent between 0 and 100),
  -- [{id, criterion, weight, isFulfilled}]
  reactivos jsonb not null,
  completed_at timestamptz(3) not null,
  primary key (tenant_id, enrollment_id)
);
select academy_isolate('completions', 'select, insert');

-- A case: where a candidate stands on the way to an official certificate.
create table certifications (
  tenant_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  course_id uuid not null,
  course_title text not null,
  enrollment_id uuid not null,
  instructor_id uuid not null,
  standard_code text,
  -- The standard without its version: EC0586 of EC0586.01.
  standard_major text,
  status text not null check (status in (
    'REGISTERED', 'EVALUATING', 'JUDGED_COMPETENT', 'JUDGED_NOT_YET', 'RESULTS_DELIVERED', 'SUBMISSION_PREPARED',
    'SUBMITTED', 'SUBMISSION_UNKNOWN', 'IN_PROCESS', 'ISSUED', 'REJECTED', 'CLOSED')),
  hold text check (hold in ('SOLARPUNK_COMPLIANCE', 'AUTHORITY_UNAVAILABLE')),
  missed_criteria jsonb not null default '[]',
  -- Submissions prepared so far; 0 before the first.
  attempt integer not null default 0 check (attempt >= 0),
  official_folio text,
  rejection_reason text,
  is_correctable boolean,
  -- Whether something may still happen to the case on its way.
  is_open boolean not null,
  -- Number of the newest entry of the history.
  seq integer not null check (seq >= 1),
  version integer not null default 1,
  opened_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, enrollment_id) references completions (tenant_id, enrollment_id),
  check (hold is null or status = 'SUBMISSION_PREPARED'),
  check ((status = 'ISSUED') = (official_folio is not null)),
  check ((standard_code is null) = (standard_major is null))
);
create unique index certifications_one_open on certifications (tenant_id, candidate_id, standard_major) where is_open;
create unique index certifications_one_open_without_standard on certifications (tenant_id, enrollment_id) where is_open and standard_major is null;
create index certifications_newest on certifications (tenant_id, opened_at desc, id desc);
create index certifications_of_candidate on certifications (tenant_id, candidate_id, opened_at desc, id desc);
create index certifications_of_enrollment on certifications (tenant_id, enrollment_id, opened_at desc, id desc);
select academy_isolate('certifications', 'select, insert, update');

-- The history of each case, without gaps: the truth that live watchers read. Rows are only ever added.
create table certification_events (
  tenant_id uuid not null,
  certification_id uuid not null,
  seq integer not null check (seq >= 1),
  -- Derived from case and seq: the id of the event that tells of it.
  id uuid not null,
  previous_status text,
  status text not null,
  hold text,
  -- What the change rests on: the judgement, the missed criteria, the folio, the reason.
  detail jsonb not null default '{}',
  occurred_at timestamptz(3) not null,
  primary key (tenant_id, certification_id, seq),
  unique (tenant_id, id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id),
  check ((seq = 1) = (previous_status is null))
);
select academy_isolate('certification_events', 'select, insert');

-- The platform's own certificates.
create table certificates (
  tenant_id uuid not null,
  id uuid not null,
  certification_id uuid not null,
  holder_id uuid not null,
  course_id uuid not null,
  status text not null check (status in ('REQUESTED', 'ISSUED', 'REVOKED')),
  folio text not null,
  -- Folio and code as they are looked up: without case, dashes and look-alike letters.
  folio_key text not null,
  verification_code text not null,
  verification_key text not null,
  holder_initials text,
  -- The stored document and the SHA-256 of its bytes, hex; null for certificates that were made elsewhere.
  object_name text,
  sha256 text,
  requested_at timestamptz(3) not null,
  issued_at timestamptz(3),
  revoked_at timestamptz(3),
  revocation_reason text,
  primary key (tenant_id, id),
  unique (tenant_id, certification_id),
  unique (tenant_id, folio_key),
  unique (tenant_id, verification_key),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id),
  check (status <> 'ISSUED' or (issued_at is not null and holder_initials is not null)),
  check ((status = 'REVOKED') = (revoked_at is not null))
);
select academy_isolate('certificates', 'select, insert, update');

-- Proposals to revoke a certificate, and who confirmed them: two persons.
create table revocations (
  tenant_id uuid not null,
  id uuid not null,
  certificate_id uuid not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz(3) not null,
  confirmed_by uuid,
  confirmed_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id, certificate_id) references certificates (tenant_id, id),
  check (confirmed_by <> proposed_by),
  check ((confirmed_by is null) = (confirmed_at is null))
);
create unique index revocations_one_waiting on revocations (tenant_id, certificate_id) where confirmed_at is null;
select academy_isolate('revocations', 'select, insert, update');

-- What a case asked of another island, once, and the answer.
create table requests (
  tenant_id uuid not null,
  certification_id uuid not null,
  kind text not null check (kind in ('SUBMISSION', 'PROFILE_UPDATE', 'NOTIFICATION')),
  -- What is asked, within the kind: the attempt, or the topic.
  key text not null,
  position bigint generated always as identity,
  asked_at timestamptz(3) not null,
  answered_at timestamptz(3),
  -- What the answer names: the portfolio entry, the notification.
  answer_id uuid,
  primary key (tenant_id, certification_id, kind, key),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id)
);
select academy_isolate('requests', 'select, insert, update');
