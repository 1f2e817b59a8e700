-- Every phase of a case: both paths, lots and dictamen, later lives of a certificate, holds, and cases that follow another.

alter table certifications
  -- Who judges; fixed when the case is opened.
  add column path text not null default 'AUTOMATIC_FROM_ASSESSMENT'
    check (path in ('AUTOMATIC_FROM_ASSESSMENT', 'ACCREDITED_EVALUATOR', 'REVERSAL')),
  add column readiness text check (readiness in ('LOW', 'MEDIUM', 'HIGH')),
  -- {evaluatorId, standardCode, evaluatesOn, dueOn}: as proposed, and from PLAN_AGREED on as both signed it.
  add column plan jsonb,
  -- Who has signed this plan: CANDIDATE, EVALUATOR.
  add column plan_signed_by jsonb not null default '[]' check (jsonb_typeof(plan_signed_by) = 'array'),
  -- Merkle root of the sealed portfolio, SHA-256 in hex.
  add column portfolio_root text check (portfolio_root ~ '^[0-9a-f]{64}$'),
  add column lot_id uuid,
  -- Why the dictamen ruled it invalid, or why the official certificate was revoked.
  add column outcome_reason text,
  add column reissued_folio text,
  add column held_from text,
  add column held_for text check (held_for in ('SEPARATION_OF_DUTIES', 'ARCO', 'LATE_REVERSAL')),
  -- The case that this one tries again, redoes, or of which it holds what the authority told after its end.
  add column retry_of uuid,
  add column redo_of uuid,
  add column reversal_of uuid,
  -- The contradiction that the authority told: {kind, attempt, officialFolio | reason}.
  add column reversal jsonb,
  add foreign key (tenant_id, retry_of) references certifications (tenant_id, id),
  add foreign key (tenant_id, redo_of) references certifications (tenant_id, id),
  add foreign key (tenant_id, reversal_of) references certifications (tenant_id, id),
  add check (num_nonnulls(retry_of, redo_of, reversal_of) <= 1),
  add check ((path = 'REVERSAL') = (reversal_of is not null and reversal is not null)),
  add check (path <> 'ACCREDITED_EVALUATOR' or standard_code is not null),
  add check ((status = 'ON_HOLD') = (held_from is not null)),
  add check ((held_from is null) = (held_for is null)),
  add check (held_from in ('REGISTERED', 'DIAGNOSED', 'PLAN_AGREED', 'EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED', 'VERIFIED',
    'IN_LOT', 'RULED_VALID', 'RULED_INVALID', 'REDO_REQUIRED', 'REJECTED')),
  add check (coalesce(held_from, status) <> 'PLAN_AGREED' or plan is not null),
  add check (coalesce(held_from, status) not in ('IN_LOT', 'RULED_VALID', 'RULED_INVALID', 'REDO_REQUIRED') or lot_id is not null),
  add check (coalesce(held_from, status) not in ('RULED_INVALID', 'REDO_REQUIRED') or outcome_reason is not null);

alter table certifications drop constraint certifications_status_check;
alter table certifications add constraint certifications_status_check check (status in (
  'REGISTERED', 'DIAGNOSED', 'PLAN_AGREED', 'EVALUATING', 'JUDGED_COMPETENT', 'JUDGED_NOT_YET', 'RESULTS_DELIVERED', 'VERIFIED', 'IN_LOT',
  'RULED_VALID', 'RULED_INVALID', 'REDO_REQUIRED', 'SUBMISSION_PREPARED', 'SUBMISSION_UNKNOWN', 'SUBMITTED', 'IN_PROCESS', 'ISSUED', 'REJECTED',
  'CLOSED', 'DELIVERED', 'EXPIRED', 'REISSUED', 'REVOKED', 'WITHDRAWN', 'LAPSED', 'ON_HOLD'));

-- The folio stays with the certificate through its later lives.
do $$ declare name text; begin
  select conname into strict name from pg_constraint
    where conrelid = 'certifications'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%ISSUED%official_folio IS NOT NULL%';
  execute format('alter table certifications drop constraint %I', name);
end $$;
alter table certifications add check (
  (status in ('ISSUED', 'DELIVERED', 'EXPIRED', 'REISSUED', 'REVOKED')) = (official_folio is not null));
alter table certifications add check (reissued_folio is null or official_folio is not null);

-- A case that only waits for a person's decision on a late reversal stands in nobody's way.
drop index certifications_one_open;
create unique index certifications_one_open on certifications (tenant_id, candidate_id, standard_major) where is_open and path <> 'REVERSAL';
drop index certifications_one_open_without_standard;
create unique index certifications_one_open_without_standard on certifications (tenant_id, enrollment_id)
  where is_open and standard_major is null and path <> 'REVERSAL';

-- No two cases bear one folio; each contradiction opens one case; a case is followed by one at most.
create unique index certifications_folio on certifications (tenant_id, official_folio) where official_folio is not null;
create unique index certifications_reversal on certifications (tenant_id, reversal_of, reversal) where reversal_of is not null;
create unique index certifications_retry on certifications (tenant_id, retry_of) where retry_of is not null;
create unique index certifications_redo on certifications (tenant_id, redo_of) where redo_of is not null;

-- Cases that waited for an evaluator because their tenant wants one wait for her by their own path now. The owner too sees no tenant's rows
-- unless the policies are lifted from it for a moment.
alter table certifications no force row level security;
alter table tenant_policies no force row level security;
update certifications target set path = 'ACCREDITED_EVALUATOR'
from tenant_policies decided
where decided.tenant_id = target.tenant_id and decided.policies ->> 'evaluation' = 'ACCREDITED_EVALUATOR'
  and target.status = 'REGISTERED' and target.standard_code is not null;
alter table tenant_policies force row level security;
alter table certifications force row level security;
