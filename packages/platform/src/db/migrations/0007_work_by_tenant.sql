-- Due work is taken in turns of tenants: for each, the oldest.
create index due_work_by_tenant on due_work (tenant_id, due_at);
