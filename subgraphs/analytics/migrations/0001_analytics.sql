-- Facts: what happened, one row per event that counts, in monthly partitions; and how far they reach.

create type fact_kind as enum (
  'ENROLLMENT_STARTED',
  'COURSE_COMPLETED',
  'CERTIFICATE_ISSUED',
  'CERTIFICATE_REVOKED',
  'OFFICIAL_CERTIFICATE_ISSUED'
);

create table facts (
  tenant_id uuid not null,
  -- The event that it was taken from.
  event_id uuid not null,
  kind fact_kind not null,
  -- Null only where the event does not say.
  course_id uuid check (course_id is not null or kind = 'CERTIFICATE_REVOKED'),
  -- A pseudonym: the person's opaque id. Who she is, only users knows.
  learner_id uuid not null,
  -- The enrolment, certificate or case that it happened to.
  object_id uuid not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null default now(),
  -- An event always bears the same instant, so that the partition key does not make room for a second copy.
  primary key (tenant_id, event_id, occurred_at)
) partition by range (occurred_at);
create index facts_by_kind on facts (tenant_id, kind, course_id, learner_id);
select academy_isolate('facts', 'select, insert');

-- A partition that is read directly asks its own policy, not its parent's: each is isolated like a table, and written through the parent only.
do $$
declare
  month timestamp;
  partition text;
begin
  for month in select generate_series(timestamp '2025-01-01', timestamp '2028-12-01', interval '1 month') loop
    partition := format('facts_%s', to_char(month, 'YYYY_MM'));
    execute format(
      'create table %I partition of facts for values from (%L) to (%L)',
      partition, month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC'
    );
    perform academy_isolate(partition::regclass, 'select');
  end loop;
end $$;
create table facts_default partition of facts default;
select academy_isolate('facts_default', 'select');

-- Per island whose events are counted: every event of it that happened before has been counted.
create table watermarks (
  tenant_id uuid not null,
  producer text not null check (producer in ('courses', 'certification')),
  counted_until timestamptz(3) not null,
  primary key (tenant_id, producer)
);
select academy_isolate('watermarks', 'select, insert, update');
