-- What is to be sent waits here, and is taken in turn by lanes of its tenant: the urgent first, then the oldest.
alter table submissions
  -- Why it goes before others of its tenant.
  add column priority text not null default 'NORMAL'
    check (priority in ('NORMAL', 'REQUESTED', 'EVALUATION_OLD', 'STANDARD_RETIRED')),
  -- Until then a lane has it in hand.
  add column claimed_until timestamptz(3),
  -- The last day after its results of which the tenant was told that the authority is silent; null: none yet.
  add column silent_days integer;
create index submissions_waiting on submissions (tenant_id, authority, (priority = 'NORMAL'), requested_at, id) where status = 'PREPARED';
create index submissions_ageing on submissions (tenant_id, evaluated_on) where status = 'PREPARED' and priority = 'NORMAL';

-- How a tenant stands with an authority. Whoever changes it holds its lock, and then waits for no submission.
create table authority_quotas (
  tenant_id uuid not null,
  authority text not null check (authority in ('SANDBOX', 'HTTP', 'MANUAL_LOT', 'OPEN_BADGES')),
  -- From then on the next submission is within the agreed rate.
  free_at timestamptz(3) not null,
  -- Set while the authority is away: since when, why (a code), until when nothing is sent, and after how many vain tries.
  away_since timestamptz(3),
  away_cause text,
  held_until timestamptz(3),
  tries integer not null default 0,
  -- When it last answered a submission of the tenant.
  answered_at timestamptz(3),
  primary key (tenant_id, authority),
  check ((away_since is null) = (held_until is null)),
  check ((away_since is null) = (away_cause is null))
);
select academy_isolate('authority_quotas', 'select, insert, update');
