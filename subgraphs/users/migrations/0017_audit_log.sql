-- What was recorded so far becomes the beginning of the chained log; its own table ends.

-- The owner too sees no tenant's rows unless the policy is lifted from it for a moment.
alter table audit_entries no force row level security;
alter table audit_log no force row level security;
alter table audit_heads no force row level security;
insert into audit_log (tenant_id, number, action, actor_kind, actor, subject, why, recorded_at, previous_hash, hash)
select tenant_id, 1, action, 'user', actor_id::text, subject_id::text, reason, recorded_at, '', ''
from audit_entries order by tenant_id, recorded_at, id;
alter table audit_heads force row level security;
alter table audit_log force row level security;
drop table audit_entries;
