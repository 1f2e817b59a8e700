-- Which state of its facts a report shows: a number that grows in the transaction of every fact that can change the report's figures.
-- A report of which no such fact is known has no row: its version is 0.
create table report_versions (
  tenant_id uuid not null,
  report text not null check (report in ('COMPLETION')),
  version integer not null check (version >= 1),
  -- When this version came to be; it never goes back.
  changed_at timestamptz(3) not null,
  primary key (tenant_id, report)
);
select academy_isolate('report_versions', 'select, insert, update');
