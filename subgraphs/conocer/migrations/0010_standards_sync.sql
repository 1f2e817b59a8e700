-- The register is read daily: what each standard has become, which version follows which, and what was found in each reading.
alter table standards drop constraint standards_status_check;
alter table standards add constraint standards_status_check check (status in ('ACTIVE', 'SUPERSEDED', 'RETIRED'));
-- Codes of the versions before and after it, as far as they are known here.
alter table standards add column supersedes text;
alter table standards add column superseded_by text;
-- The last good reading that listed it; null: none did. How many good readings in a row did not, since.
alter table standards add column listed_at timestamptz(3);
alter table standards add column absences integer not null default 0 check (absences >= 0);
-- How far it serves what the academy stands for, with all that is needed to compute it again; null when too little is known.
alter table standards add column alignment jsonb;
alter table standards add column alignment_score double precision check (alignment_score between 0 and 100);
alter table standards add check ((alignment is null) = (alignment_score is null));
alter table standards add check ((status = 'SUPERSEDED') = (superseded_by is not null) or status = 'RETIRED');

-- What is searched: the title's words, then its code, the code that versions share, and that code's digits.
update standards set search = substr(search, length(code) + 2) || ' ' || lower(code) || ' ' || lower(major) || ' ' || regexp_replace(major, '\D', '', 'g');
-- The words as they are, not as a dictionary would have them: the text is without accents already.
alter table standards add column words tsvector generated always as (array_to_tsvector(string_to_array(search, ' '))) stored;
create index standards_by_word on standards using gin (words);

-- One reading of the register, whoever asked for it. The register belongs to no tenant, and so do its readings.
create table standard_syncs (
  id uuid primary key,
  cause text not null check (cause in ('DAILY', 'REQUESTED')),
  -- Where it was read; null: not begun.
  source text,
  state text not null check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
  requested_at timestamptz(3) not null,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  failure text,
  -- A code or figure, never a text of the other side.
  failure_detail text,
  -- Rows as they came, standards read from them, rows that could not be read.
  received integer,
  listed integer,
  unreadable integer,
  added integer,
  changed integer,
  retired integer,
  -- Known standards that this reading did not list.
  absent integer,
  -- What could not be read, row by row: the first 100.
  problems jsonb not null default '[]',
  check ((state in ('SUCCEEDED', 'FAILED')) = (ended_at is not null)),
  check ((state = 'FAILED') = (failure is not null)),
  check (state <> 'SUCCEEDED' or (received is not null and listed is not null and unreadable is not null and added is not null
    and changed is not null and retired is not null and absent is not null))
);
-- One at a time.
create unique index standard_syncs_open on standard_syncs ((true)) where state in ('QUEUED', 'RUNNING');
create index standard_syncs_newest on standard_syncs (requested_at desc, id desc);
do $$ begin execute format('grant select, insert, update on standard_syncs to %I', academy_role('app')); end $$;

-- What a reading changed, numbered in the order in which it is told to tenants.
create table standard_changes (
  number bigint generated always as identity primary key,
  sync_id uuid not null references standard_syncs (id),
  code text not null references standards (code),
  kind text not null check (kind in ('ADDED', 'CHANGED', 'RETIRED')),
  fields text[] not null,
  before jsonb,
  after jsonb not null,
  changed_at timestamptz(3) not null
);
create index standard_changes_of_sync on standard_changes (sync_id, number);
do $$ begin execute format('grant select, insert on standard_changes to %I', academy_role('app')); end $$;

-- How far each tenant was told of the register's changes.
create table register_followers (
  tenant_id uuid primary key,
  told_through bigint not null
);
select academy_isolate('register_followers', 'select, insert, update');

-- Tenants that are known already follow from now on: their owner sees across them for this one statement.
alter table alignments no force row level security;
alter table tenant_policies no force row level security;
alter table due_work no force row level security;
insert into due_work (tenant_id, job, key, payload, due_at)
  select tenant_id, 'follow-register', 'register', '{}'::jsonb, now() from (select tenant_id from alignments union select tenant_id from tenant_policies) known;
alter table register_followers no force row level security;
insert into register_followers (tenant_id, told_through)
  select tenant_id, 0 from (select tenant_id from alignments union select tenant_id from tenant_policies) known;
alter table register_followers force row level security;
alter table alignments force row level security;
alter table tenant_policies force row level security;
alter table due_work force row level security;
