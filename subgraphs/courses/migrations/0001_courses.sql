-- The catalogue, enrolments, and what learners have done.

-- A text without case and accents, as titles are sorted and words are looked for: "Diseño" and "DISENO" are the same.
create function fold_text(original text) returns text language sql immutable strict parallel safe as
$$ select lower(regexp_replace(normalize(original, NFKD), '[\u0300-\u036f]', '', 'g')) $$;

create type course_level as enum ('BASIC', 'INTERMEDIATE', 'ADVANCED');

create table courses (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  summary text not null,
  level course_level not null,
  price_mxn integer not null check (price_mxn >= 0),
  -- Code of the standard that the author aligned the course to.
  standard_code text,
  instructor_id uuid not null,
  -- Null: not offered (yet, or any more).
  published_at timestamptz(3),
  title_key text not null generated always as (fold_text(title)) stored,
  search_text text not null generated always as (fold_text(title || ' ' || summary)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, slug)
);
create index courses_by_title on courses (tenant_id, title_key collate "C", id) where published_at is not null;
create index courses_by_standard on courses (tenant_id, standard_code) where published_at is not null;
select academy_isolate('courses', 'select, insert, update');

create table modules (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  position integer not null check (position between 1 and 50),
  title text not null,
  primary key (tenant_id, id),
  unique (tenant_id, course_id, position),
  -- So that a lesson's module and course cannot disagree.
  unique (tenant_id, course_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id) on delete cascade
);
select academy_isolate('modules', 'select, insert');

create table lessons (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  module_id uuid not null,
  position integer not null check (position between 1 and 50),
  title text not null,
  minutes integer not null check (minutes > 0),
  is_required boolean not null,
  body text not null,
  primary key (tenant_id, id),
  unique (tenant_id, module_id, position),
  foreign key (tenant_id, course_id, module_id) references modules (tenant_id, course_id, id) on delete cascade
);
create index lessons_by_course on lessons (tenant_id, course_id);
select academy_isolate('lessons', 'select, insert');

create table assessments (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  passing_score_percent double precision not null check (passing_score_percent between 0 and 100),
  primary key (tenant_id, id),
  unique (tenant_id, course_id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id) on delete cascade
);
select academy_isolate('assessments', 'select, insert');

create table assessment_items (
  tenant_id uuid not null,
  id uuid not null,
  assessment_id uuid not null,
  position integer not null check (position between 1 and 100),
  prompt text not null,
  is_multiple_choice boolean not null,
  -- [{key, text}] in order. The right ones are apart, so that what is shown is read without them.
  choices jsonb not null check (jsonb_typeof(choices) = 'array'),
  right_choice_keys text[] not null check (cardinality(right_choice_keys) > 0),
  -- Peso relativo.
  weight double precision not null check (weight > 0),
  reactivo_id text not null,
  criterion text not null,
  primary key (tenant_id, id),
  unique (tenant_id, assessment_id, position),
  foreign key (tenant_id, assessment_id) references assessments (tenant_id, id) on delete cascade
);
select academy_isolate('assessment_items', 'select, insert');

create type enrollment_status as enum ('ACTIVE', 'COMPLETED', 'CANCELLED');

create table enrollments (
  tenant_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  learner_id uuid not null,
  status enrollment_status not null default 'ACTIVE',
  progress_percent double precision not null default 0 check (progress_percent between 0 and 100),
  enrolled_at timestamptz(3) not null,
  completed_at timestamptz(3),
  primary key (tenant_id, id),
  foreign key (tenant_id, course_id) references courses (tenant_id, id),
  check ((status = 'COMPLETED') = (completed_at is not null))
);
-- Whoever gave a course up may enrol again.
create unique index enrollments_one_per_learner on enrollments (tenant_id, course_id, learner_id) where status <> 'CANCELLED';
create index enrollments_by_learner on enrollments (tenant_id, learner_id, enrolled_at desc, id desc);
select academy_isolate('enrollments', 'select, insert, update');

create table lesson_completions (
  tenant_id uuid not null,
  enrollment_id uuid not null,
  lesson_id uuid not null,
  completed_at timestamptz(3) not null,
  primary key (tenant_id, enrollment_id, lesson_id),
  foreign key (tenant_id, enrollment_id) references enrollments (tenant_id, id) on delete cascade,
  foreign key (tenant_id, lesson_id) references lessons (tenant_id, id)
);
select academy_isolate('lesson_completions', 'select, insert');

create table assessment_attempts (
  tenant_id uuid not null,
  id uuid not null,
  enrollment_id uuid not null,
  score_percent double precision not null check (score_percent between 0 and 100),
  is_passed boolean not null,
  -- [{id, criterion, weight, isFulfilled}]: all that is kept of the answers.
  reactivos jsonb not null check (jsonb_typeof(reactivos) = 'array'),
  submitted_at timestamptz(3) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, enrollment_id) references enrollments (tenant_id, id) on delete cascade
);
create index assessment_attempts_best on assessment_attempts (tenant_id, enrollment_id, score_percent desc, submitted_at, id);
select academy_isolate('assessment_attempts', 'select, insert');
