-- Who evaluates, verifies or audits which case: what "assigned" means in the permission matrix. Ended assignments stay, so that it is known who saw a case.
create table case_assignments (
  tenant_id uuid not null,
  id uuid not null,
  certification_id uuid not null,
  person_id uuid not null,
  duty text not null check (duty in ('EVALUATOR', 'VERIFIER', 'AUDITOR')),
  -- Null: a process did it.
  assigned_by uuid,
  assigned_at timestamptz(3) not null,
  ended_by uuid,
  -- Null: it lasts.
  ended_at timestamptz(3),
  -- Grows with every change; 1 when made.
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id),
  check (ended_by is null or ended_at is not null)
);
-- A case is evaluated by one person: she signs its plan and its judgement.
create unique index case_assignments_one_evaluator on case_assignments (tenant_id, certification_id) where duty = 'EVALUATOR' and ended_at is null;
create unique index case_assignments_lasting on case_assignments (tenant_id, person_id, duty, certification_id) where ended_at is null;
create index case_assignments_of_case on case_assignments (tenant_id, certification_id, assigned_at desc, id desc);
select academy_isolate('case_assignments', 'select, insert, update');

-- Who accompanied a learner through a course, told by courses: whoever did trained her, and may not judge her. Rows are only ever added.
create table mentorings (
  tenant_id uuid not null,
  enrollment_id uuid not null,
  mentor_id uuid not null,
  learner_id uuid not null,
  standard_code text,
  since timestamptz(3) not null,
  primary key (tenant_id, enrollment_id, mentor_id)
);
create index mentorings_of_pair on mentorings (tenant_id, mentor_id, learner_id);
select academy_isolate('mentorings', 'select, insert');
