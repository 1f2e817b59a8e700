-- Candidates who were erased: what courses tells late of one of them opens no case.
create table erased_holders (
  tenant_id uuid not null,
  holder_id uuid not null,
  erased_at timestamptz(3) not null,
  primary key (tenant_id, holder_id)
);
select academy_isolate('erased_holders', 'select, insert');

-- A certificate outlives what says who holds it: folio, standard, dates, state and hash stay.
alter table certificates add column holder_erased_at timestamptz(3);
do $$
declare
  name text;
begin
  for name in
    select conname from pg_constraint
    where conrelid = 'certificates'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%holder_initials%'
  loop
    execute format('alter table certificates drop constraint %I', name);
  end loop;
  execute format('grant update (score_percent, minimum_score_percent, reactivos) on completions to %I', academy_role('app'));
  execute format('grant update (detail) on certification_events to %I', academy_role('app'));
end $$;
alter table certificates
  add constraint certificates_issued_to_somebody check (status <> 'ISSUED' or (issued_at is not null and (holder_initials is not null or holder_erased_at is not null))),
  add constraint certificates_holder_erased check (holder_erased_at is null or holder_initials is null);
create index certificates_of_holder on certificates (tenant_id, holder_id, id);
create index completions_of_learner on completions (tenant_id, learner_id, enrollment_id);

-- The rights above are for emptying alone, and for people who were erased alone: evidence and history stay what they were otherwise.
create function completions_keep() returns trigger language plpgsql as $$
begin
  if new.score_percent = 0 and new.minimum_score_percent = 0 and new.reactivos = '[]'
    and exists (select from erased_holders where tenant_id = old.tenant_id and holder_id = old.learner_id) then
    return new;
  end if;
  raise exception 'The evidence of a completion is emptied when its learner is erased, and never changed.' using errcode = 'insufficient_privilege';
end $$;
create trigger completions_keep before update on completions for each row execute function completions_keep();

create function certification_events_keep_detail() returns trigger language plpgsql as $$
begin
  if new.detail = '{}' and exists (
    select from certifications one join erased_holders erased on erased.tenant_id = one.tenant_id and erased.holder_id = one.candidate_id
    where one.tenant_id = old.tenant_id and one.id = old.certification_id) then
    return new;
  end if;
  raise exception 'What a step rested on is emptied when its candidate is erased, and never changed.' using errcode = 'insufficient_privilege';
end $$;
create trigger certification_events_keep_detail before update of detail on certification_events
  for each row execute function certification_events_keep_detail();
