-- Candidates who were erased: what is asked to be submitted for one of them later is not sent.
create table erased_candidates (
  tenant_id uuid not null,
  candidate_id uuid not null,
  erased_at timestamptz(3) not null,
  primary key (tenant_id, candidate_id)
);
select academy_isolate('erased_candidates', 'select, insert');
create index submissions_of_candidate on submissions (tenant_id, candidate_id, id);
