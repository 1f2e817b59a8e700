-- What lets a person evaluate, as certifiers put it on record. Rows are never deleted: who could evaluate when is asked for years.
create table accreditations (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('CEDULA', 'EC0076')),
  -- EC0325 of EC0325.01: a cédula is for every version of its standard.
  standard_major text check (standard_major ~ '^(EC|ECM)\d{4}$'),
  -- What the document itself bears.
  folio text not null check (char_length(folio) between 3 and 40),
  issued_on date not null,
  -- The last day; null: it has none. A cédula always has one, the first 30 June.
  valid_through date check (valid_through >= issued_on),
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null,
  ended_by uuid,
  ended_at timestamptz(3),
  end_reason text,
  -- Grows with every change; 1 when recorded.
  version integer not null default 1,
  primary key (tenant_id, id),
  check ((kind = 'CEDULA') = (standard_major is not null)),
  check (kind <> 'CEDULA' or valid_through is not null),
  check ((ended_at is null) = (ended_by is null)),
  check ((ended_at is null) = (end_reason is null))
);
create unique index accreditations_document on accreditations (tenant_id, kind, coalesce(standard_major, ''), folio) where ended_at is null;
create index accreditations_newest on accreditations (tenant_id, recorded_at desc, id desc);
create index accreditations_of_person on accreditations (tenant_id, person_id, recorded_at desc, id desc);
select academy_isolate('accreditations', 'select, insert, update');

-- Instruments (IEC) are of the standards' versions, and as the standards of no tenant.
create table instruments (
  standard_code text primary key references standards (code),
  -- SAMPLE: written by the academy, never passed off as the authority's.
  origin text not null check (origin in ('SAMPLE', 'OFFICIAL')),
  minimum_score double precision not null check (minimum_score > 0),
  -- [{id, statement}], [{id, kind, criterion, weight, statement}]
  criteria jsonb not null check (jsonb_typeof(criteria) = 'array'),
  reactivos jsonb not null check (jsonb_typeof(reactivos) = 'array'),
  recorded_at timestamptz(3) not null
);
do $$ begin execute format('grant select, insert, update on instruments to %I', academy_role('app')); end $$;
