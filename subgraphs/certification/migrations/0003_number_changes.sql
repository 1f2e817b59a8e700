-- Numbers these events' changes (`tenants[n]` is the tenant of `events[n]`), tenant by tenant under the tenant's own policy, in one round trip; and
-- before them what was published without a number, or never told. Answers each event that is a change: its number, and whether it had it before.
-- A tenant's changes are numbered in the order in which they were written, 5,000 at once; a number is null when it is for a later turn. Two at once
-- wait for each other, so that no number is given twice and none is left out.
create function number_changes(tenants uuid[], events uuid[])
returns table (event_id uuid, event_position bigint, is_committed boolean) language plpgsql as $$
declare
  tenant uuid;
  wanted uuid[];
  known uuid[];
begin
  for tenant, wanted in
    select asked.tenant_id, array_agg(asked.id) from unnest(tenants, events) asked (tenant_id, id) group by 1 order by 1
  loop
    perform set_config('app.tenant_id', tenant::text, true);
    known := array(
      select change.id from unnest(wanted) asked (id)
        join certification_events change on change.tenant_id = tenant and change.id = asked.id and change.position is not null);
    if cardinality(known) < cardinality(wanted) then
      perform pg_advisory_xact_lock(hashtextextended('certification-positions ' || tenant, 0));
      with unnumbered as (
        -- What has no event in the outbox any more, or never had one, is older than what has.
        select change.id,
          row_number() over (order by event.position nulls first, change.occurred_at, change.certification_id, change.seq) as place
        from certification_events change
          left join outbox event on event.tenant_id = change.tenant_id and event.id = change.id
          left join unnest(wanted) asked (id) on asked.id = change.id
        where change.tenant_id = tenant and change.position is null
          and (asked.id is not null or event.id is null or event.published_at is not null)
        order by place limit 5000
      ), newest as (
        select coalesce(max(position), 0) as position from certification_events where tenant_id = tenant
      )
      update certification_events change set position = newest.position + unnumbered.place
      from unnumbered, newest where change.tenant_id = tenant and change.id = unnumbered.id;
    end if;
    return query
      select change.id, change.position, before.id is not null from unnest(wanted) asked (id)
        join certification_events change on change.tenant_id = tenant and change.id = asked.id
        left join unnest(known) before (id) on before.id = change.id;
  end loop;
end $$;
revoke all on function number_changes(uuid[], uuid[]) from public;
do $$ begin
  execute format('grant execute on function number_changes(uuid[], uuid[]) to %I', academy_role('relay'));
end $$;
