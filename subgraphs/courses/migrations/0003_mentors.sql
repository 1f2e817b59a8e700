-- Who accompanies a learner through a course: one mentor an enrolment at a time, whom the academy's admin names.
alter table enrollments
  add column mentor_id uuid,
  -- Of the mentoring, growing with every change; 0: nobody was ever named.
  add column mentor_version integer not null default 0;
create index enrollments_of_mentor on enrollments (tenant_id, mentor_id, enrolled_at desc, id desc) where mentor_id is not null;

-- For the list of enrolments: the tenant's, and those of a course, newest first.
create index enrollments_newest on enrollments (tenant_id, enrolled_at desc, id desc);
create index enrollments_of_course on enrollments (tenant_id, course_id, enrolled_at desc, id desc);
