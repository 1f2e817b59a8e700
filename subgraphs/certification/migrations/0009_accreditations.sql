-- What lets a person evaluate, told by conocer: guards ask for it in the transaction that rests on it.
create table accreditations (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('CEDULA', 'EC0076')),
  -- Null for EC0076.
  standard_major text,
  issued_on date not null,
  -- Null: it has no last day.
  valid_through date,
  is_ended boolean not null,
  -- Growing: news of an older one changes nothing.
  version integer not null,
  primary key (tenant_id, id),
  check ((kind = 'CEDULA') = (standard_major is not null))
);
create index accreditations_of_person on accreditations (tenant_id, person_id) where not is_ended;
select academy_isolate('accreditations', 'select, insert, update');

-- What a candidate consented to, and that she acknowledged her rights and duties: a receipt for each version of each text that she was shown. A receipt is
-- withdrawn, never deleted.
create table consents (
  tenant_id uuid not null,
  id uuid not null,
  certification_id uuid not null,
  purpose text not null check (purpose in ('EVALUATION_DATA', 'RENAP_PUBLICATION', 'RIGHTS_AND_DUTIES')),
  -- Which text she was shown.
  text_version text not null,
  given_at timestamptz(3) not null,
  withdrawn_at timestamptz(3) check (withdrawn_at >= given_at),
  primary key (tenant_id, id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id),
  -- That she was told of her rights and duties cannot be undone.
  check (purpose <> 'RIGHTS_AND_DUTIES' or withdrawn_at is null)
);
create unique index consents_standing on consents (tenant_id, certification_id, purpose, text_version) where withdrawn_at is null;
create index consents_of_case on consents (tenant_id, certification_id, given_at desc, id desc);
select academy_isolate('consents', 'select, insert, update');
