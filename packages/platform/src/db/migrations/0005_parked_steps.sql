-- A step of a saga that waits has a deadline; how often it failed counts apart from how often it was begun, which a crash or an outage adds to.
alter table saga_steps
  add column deadline_at timestamptz(3),
  add column failures integer not null default 0,
  -- How often a person had it tried again.
  add column retries integer not null default 0,
  drop constraint saga_steps_status_check,
  add constraint saga_steps_status_check check (status in ('INTENDED', 'WAITING', 'DONE', 'UNDONE', 'PARKED', 'RESOLVED'));

-- Steps that only a person can settle: one row each time that a saga was parked, open until somebody, or a late answer, settled it.
create table parked_steps (
  tenant_id uuid not null,
  id uuid not null,
  saga_id uuid not null,
  saga text not null,
  subject text not null,
  step text not null,
  direction text not null check (direction in ('FORWARD', 'BACKWARD')),
  cause text not null check (cause in ('FAILED', 'REFUSED', 'DEADLINE', 'NEVER_ENDED')),
  error text not null,
  attempts integer not null check (attempts >= 0),
  parked_at timestamptz(3) not null,
  settlement text check (settlement in ('RETRIED', 'RESOLVED', 'ANSWERED')),
  settled_at timestamptz(3),
  settled_by uuid,
  reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, saga_id) references sagas (tenant_id, id) on delete cascade,
  check ((settlement is null) = (settled_at is null)),
  check ((settlement in ('RETRIED', 'RESOLVED')) = (settled_by is not null)),
  check (settlement is distinct from 'RESOLVED' or reason is not null)
);
-- A saga is parked at one step.
create unique index parked_steps_open on parked_steps (tenant_id, saga_id) where settlement is null;
create index parked_steps_waiting on parked_steps (tenant_id, id) where settlement is null;
select academy_isolate('parked_steps', 'select, insert, update');

-- Sagas that are parked now. The owner too sees no tenant's rows unless the policy is lifted from it for a moment.
alter table sagas no force row level security;
alter table saga_steps no force row level security;
alter table parked_steps no force row level security;
insert into parked_steps (tenant_id, id, saga_id, saga, subject, step, direction, cause, error, attempts, parked_at)
select saga.tenant_id, gen_random_uuid(), saga.id, saga.name, saga.subject, regexp_replace(step.step, '^undo:', ''),
  case when step.step like 'undo:%' then 'BACKWARD' else 'FORWARD' end, 'FAILED', coalesce(step.error, 'not recorded'), step.attempts, step.changed_at
from sagas saga join saga_steps step on step.tenant_id = saga.tenant_id and step.saga_id = saga.id and step.status = 'PARKED'
where saga.phase = 'PARKED'
on conflict do nothing;
alter table sagas force row level security;
alter table saga_steps force row level security;
alter table parked_steps force row level security;
