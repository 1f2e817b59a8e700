-- Who works with whom by an assignment, told by certification (cases) and by courses (mentoring): whoever evaluates, verifies, audits or accompanies somebody
-- sees her. One row for each case's assignment and for each enrolment.
create table assignments (
  tenant_id uuid not null references tenant_directory (id),
  -- The case's assignment, or the enrolment.
  source_id uuid not null,
  -- Who is assigned; null: nobody any more.
  person_id uuid,
  persona text not null check (persona in ('evaluator', 'verifier', 'auditor', 'mentor')),
  -- The candidate, or the learner.
  subject_id uuid not null,
  -- Of the source, growing: news of an older one changes nothing.
  version integer not null,
  primary key (tenant_id, source_id)
);
create index assignments_of_person on assignments (tenant_id, person_id, persona, subject_id);
select academy_isolate('assignments', 'select, insert, update');

-- Whoever assigns people must know who may act under which persona: told of new grants by event, and here of those from before. The owner too sees no
-- tenant's rows unless the policies are lifted from it for a moment.
alter table persona_grants no force row level security;
alter table outbox no force row level security;
insert into outbox (tenant_id, id, type, subject, data, occurred_at)
select tenant_id, md5('persona-granted ' || tenant_id || ' ' || user_id || ' ' || persona)::uuid, 'mx.madfam.users.persona.granted.v1', user_id::text,
  jsonb_build_object('userId', user_id, 'persona', persona), granted_at
from persona_grants where persona in ('evaluator', 'verifier', 'auditor', 'mentor')
on conflict do nothing;
alter table outbox force row level security;
alter table persona_grants force row level security;
