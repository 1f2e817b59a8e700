-- Facts stay when a person is erased, under another pseudonym that leads nowhere: sums and distinct people are what they were.
create table erased_learners (
  tenant_id uuid not null,
  learner_id uuid not null,
  -- What stands in the facts in its place; of no other person or thing.
  pseudonym uuid not null,
  erased_at timestamptz(3) not null,
  primary key (tenant_id, learner_id)
);
select academy_isolate('erased_learners', 'select, insert, delete');
create index facts_of_learner on facts (tenant_id, learner_id);
do $$ begin execute format('grant update (learner_id) on facts to %I', academy_role('app')); end $$;

-- The right above is for whoever was erased alone, and for her pseudonym alone: a fact is never somebody else's.
create function facts_keep_learner() returns trigger language plpgsql as $$
begin
  if exists (select from erased_learners where tenant_id = old.tenant_id and learner_id = old.learner_id and pseudonym = new.learner_id) then
    return new;
  end if;
  raise exception 'A fact gets another learner only when its own is erased: her pseudonym.' using errcode = 'insufficient_privilege';
end $$;
create trigger facts_keep_learner before update of learner_id on facts for each row execute function facts_keep_learner();
