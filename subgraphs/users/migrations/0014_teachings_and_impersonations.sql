-- Who teaches whom, told by courses: an instructor sees the people of her own courses. One row for a pair, whatever the number of courses.
create table teachings (
  tenant_id uuid not null references tenant_directory (id),
  instructor_id uuid not null,
  learner_id uuid not null,
  since timestamptz(3) not null,
  primary key (tenant_id, instructor_id, learner_id)
);
select academy_isolate('teachings', 'select, insert');

-- Sessions in which an operator acted in a person's name: kept for good, so that the person can see them.
create table impersonations (
  tenant_id uuid not null,
  id uuid not null,
  impersonator_id uuid not null,
  user_id uuid not null,
  persona text not null,
  reason text not null,
  started_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  -- When it was ended before its time.
  ended_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade,
  check (user_id <> impersonator_id),
  check (expires_at > started_at and expires_at <= started_at + interval '30 minutes')
);
create index impersonations_newest on impersonations (tenant_id, user_id, started_at desc, id desc);
select academy_isolate('impersonations', 'select, insert, update, delete');
