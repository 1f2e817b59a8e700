-- The tenant's log: every change of a case gets a number in its tenant, from 1 without gaps, after it was committed and before it is told.

alter table certification_events add column position bigint check (position >= 1);

-- The owner too sees no tenant's rows unless the policy is lifted from it for a moment. Within a case the order is that of seq, whatever
-- the clocks of the processes said.
alter table certification_events no force row level security;
update certification_events target set position = numbered.position
from (
  select tenant_id, id, row_number() over (partition by tenant_id order by reached_at, certification_id, seq) as position
  from (
    select *, max(occurred_at) over (partition by tenant_id, certification_id order by seq) as reached_at from certification_events
  ) ordered
) numbered
where numbered.tenant_id = target.tenant_id and numbered.id = target.id;
alter table certification_events force row level security;

alter table certification_events add unique (tenant_id, position);
create index certification_events_unnumbered on certification_events (tenant_id) where position is null;

-- The relay numbers events, tenant by tenant under the tenant's policy: nobody else may, and it may change nothing else.
do $$ begin
  execute format(
    'grant select (tenant_id, id, certification_id, seq, occurred_at, position), update (position) on certification_events to %I',
    academy_role('relay'));
end $$;

-- A number that was given is never another event's.
create function certification_events_keep_position() returns trigger language plpgsql as $$
begin
  raise exception 'The position of a certification event was given already and cannot change.' using errcode = 'restrict_violation';
end $$;
create trigger certification_events_keep_position before update of position on certification_events
  for each row when (old.position is not null) execute function certification_events_keep_position();

-- Narrowed to one course, newest first.
create index certifications_of_course on certifications (tenant_id, course_id, opened_at desc, id desc);
