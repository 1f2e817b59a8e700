-- Who evaluates, verifies or audits which case, told by certification: by it they see what was submitted for the case.
create table case_assignments (
  tenant_id uuid not null,
  id uuid not null,
  certification_id uuid not null,
  person_id uuid not null,
  duty text not null check (duty in ('EVALUATOR', 'VERIFIER', 'AUDITOR')),
  is_ended boolean not null,
  -- Growing: news of an older one changes nothing.
  version integer not null,
  primary key (tenant_id, id)
);
create index case_assignments_lasting on case_assignments (tenant_id, person_id, duty, certification_id) where not is_ended;
select academy_isolate('case_assignments', 'select, insert, update');
