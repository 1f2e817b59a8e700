-- Official certificates are looked up again every day: when last, how often in a row the authority did not know it, and what it says against it.
alter table submissions add column revalidated_at timestamptz(3);
alter table submissions add column revalidation_misses integer not null default 0 check (revalidation_misses >= 0);
alter table submissions add column disputed text check (disputed in ('UNKNOWN', 'WITHDRAWN', 'ANOTHER_FOLIO'));
create index submissions_approved on submissions (tenant_id, id) where status = 'APPROVED';
