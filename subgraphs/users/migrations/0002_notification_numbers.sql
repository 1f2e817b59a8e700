-- A person's notifications are numbered from 1 without gaps, so that whoever watches them can tell that one is missing.
-- The number is given here and not by the code that inserts, so that a worker of the version before, which runs on during a deploy, numbers too.
alter table notifications add column number integer not null default 0;

-- Row security is forced on the owner as well: each tenant's rows are numbered as that tenant.
do $$
declare
  tenant uuid;
begin
  for tenant in select id from tenant_directory loop
    perform set_config('app.tenant_id', tenant::text, true);
    update notifications n set number = ordered.number
    from (
      select id, row_number() over (partition by user_id order by sent_at, id) as number from notifications where tenant_id = tenant
    ) ordered
    where n.tenant_id = tenant and n.id = ordered.id;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;

alter table notifications
  add constraint notifications_number_check check (number >= 1),
  add constraint notifications_tenant_id_user_id_number_key unique (tenant_id, user_id, number);

-- Whoever numbers holds the person's row until she commits: numbers are given in the order of commits, and one that is rolled back is given again.
create function number_notification() returns trigger language plpgsql as $$
begin
  perform from users where tenant_id = new.tenant_id and id = new.user_id for update;
  select coalesce(max(number), 0) + 1 into new.number from notifications where tenant_id = new.tenant_id and user_id = new.user_id;
  return new;
end $$;
create trigger number_notification before insert on notifications for each row execute function number_notification();
