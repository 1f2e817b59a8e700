-- The evaluator's path: what she judges by, what was recorded, how she judged, and the portfolio that is sealed over all of it.

-- What conocer says of the standard that a case is to be evaluated by; asked again while the plan is open.
create table case_standards (
  tenant_id uuid not null,
  certification_id uuid not null,
  standard_code text not null,
  is_active boolean not null,
  -- {origin, minimumScore, criteria: [{id, statement}], reactivos: [{id, kind, criterion, weight, statement}]}; null: the register knows none.
  instrument jsonb,
  asked_at timestamptz(3) not null,
  primary key (tenant_id, certification_id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id)
);
select academy_isolate('case_standards', 'select, insert, update');

-- The instrument that a plan was proposed with: whatever conocer says later, the case is judged by this one.
create table case_instruments (
  tenant_id uuid not null,
  certification_id uuid not null,
  standard_code text not null,
  instrument jsonb not null,
  -- SHA-256 of the instrument, hex.
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  pinned_at timestamptz(3) not null,
  primary key (tenant_id, certification_id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id)
);
select academy_isolate('case_instruments', 'select, insert, update');

-- What shows how the candidate did: digest, kind and size; the content stays where it is.
create table evidence (
  tenant_id uuid not null,
  id uuid not null,
  certification_id uuid not null,
  label text not null check (char_length(label) between 3 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  added_by uuid not null,
  added_at timestamptz(3) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id)
);
create unique index evidence_content on evidence (tenant_id, certification_id, sha256);
create index evidence_of_case on evidence (tenant_id, certification_id, added_at desc, id desc);
select academy_isolate('evidence', 'select, insert, update, delete');

-- The evaluator's answers: one for each reactivo, as last recorded.
create table reactivo_answers (
  tenant_id uuid not null,
  certification_id uuid not null,
  reactivo_id text not null,
  is_fulfilled boolean not null,
  -- Ids of evidence of the case.
  evidence_ids jsonb not null default '[]' check (jsonb_typeof(evidence_ids) = 'array'),
  note text,
  answered_by uuid not null,
  answered_at timestamptz(3) not null,
  primary key (tenant_id, certification_id, reactivo_id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id)
);
select academy_isolate('reactivo_answers', 'select, insert, update, delete');

-- The cédula de evaluación: how the evaluator judged, what the rule said, and why they differ where they do.
create table judgements (
  tenant_id uuid not null,
  certification_id uuid not null,
  is_competent boolean not null,
  is_competent_by_rule boolean not null,
  score double precision not null,
  minimum_score double precision not null,
  -- [{kind, ...}], as the rule gives them; empty: it says competent.
  reasons jsonb not null,
  override_reason text,
  -- {bestPractices, improvements, incidents, recommendations}, each of which may be missing.
  remarks jsonb not null default '{}',
  judged_by uuid not null,
  judged_at timestamptz(3) not null,
  primary key (tenant_id, certification_id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id),
  check (is_competent = is_competent_by_rule or override_reason is not null)
);
select academy_isolate('judgements', 'select, insert, update, delete');

-- A portfolio, sealed by the root of a Merkle tree over its leaves.
create table portfolios (
  tenant_id uuid not null,
  certification_id uuid not null,
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  -- Keeps digests of what can be guessed from telling it; null once the candidate was erased.
  salt text,
  leaf_count integer not null check (leaf_count >= 1),
  sealed_by uuid not null,
  sealed_at timestamptz(3) not null,
  primary key (tenant_id, certification_id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id)
);
select academy_isolate('portfolios', 'select, insert, update');

create table portfolio_leaves (
  tenant_id uuid not null,
  certification_id uuid not null,
  -- From 0, as in the tree.
  position integer not null check (position >= 0),
  kind text not null check (kind in ('DIAGNOSIS', 'CONSENT', 'PLAN', 'INSTRUMENT', 'EVIDENCE', 'ANSWER', 'JUDGEMENT')),
  -- Canonical JSON: what was hashed, with 0x00 before it. Null once the candidate was erased.
  content text,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (tenant_id, certification_id, position),
  foreign key (tenant_id, certification_id) references portfolios (tenant_id, certification_id)
);
select academy_isolate('portfolio_leaves', 'select, insert, update');
