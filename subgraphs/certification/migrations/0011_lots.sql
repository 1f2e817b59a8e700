-- Internal verification, lots and dictamen: states 7 to 9 of a case.

-- Who verified a case, and the root of the portfolio that she had before her. Once per case.
create table verifications (
  tenant_id uuid not null,
  certification_id uuid not null,
  verifier_id uuid not null,
  -- Null on the automatic path, which seals nothing.
  portfolio_root text check (portfolio_root ~ '^[0-9a-f]{64}$'),
  verified_at timestamptz(3) not null,
  primary key (tenant_id, certification_id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id)
);
create index verifications_by_person on verifications (tenant_id, verifier_id);
select academy_isolate('verifications', 'select, insert');

-- Cases of one centre and one standard that a Grupo de Dictamen rules on together.
create table lots (
  tenant_id uuid not null,
  id uuid not null,
  -- Null: the academy itself.
  centre_id uuid,
  standard_major text not null check (standard_major ~ '^ECM?[0-9]{4}$'),
  status text not null check (status in ('OPEN', 'CLOSED')),
  size integer not null default 0 check (size between 0 and 100),
  -- 32 random bytes in hex, drawn when it is closed: with the members it gives the sample again.
  sample_seed text check (sample_seed ~ '^[0-9a-f]{64}$'),
  sample_size integer check (sample_size between 1 and size),
  opened_by uuid not null,
  opened_at timestamptz(3) not null,
  closed_by uuid,
  closed_at timestamptz(3),
  primary key (tenant_id, id),
  check ((status = 'CLOSED') = (closed_at is not null)),
  check (num_nonnulls(sample_seed, sample_size, closed_by, closed_at) in (0, 4))
);
create index lots_newest on lots (tenant_id, opened_at desc, id desc);
create index lots_of_centre on lots (tenant_id, centre_id, opened_at desc, id desc);
select academy_isolate('lots', 'select, insert, update');

-- What is in a lot: a row goes only when its case is taken out, as it may until the lot is closed.
create table lot_members (
  tenant_id uuid not null,
  lot_id uuid not null,
  certification_id uuid not null,
  added_by uuid not null,
  added_at timestamptz(3) not null,
  is_sampled boolean not null default false,
  -- What the Grupo de Dictamen decided; null until two of it agree.
  outcome text check (outcome in ('VALID', 'INVALID')),
  decided_at timestamptz(3),
  primary key (tenant_id, lot_id, certification_id),
  foreign key (tenant_id, lot_id) references lots (tenant_id, id),
  foreign key (tenant_id, certification_id) references certifications (tenant_id, id),
  check ((outcome is null) = (decided_at is null))
);
create unique index lot_members_of_case on lot_members (tenant_id, certification_id);
select academy_isolate('lot_members', 'select, insert, update, delete');

-- What each of the Grupo de Dictamen said of a member, once; rows are only ever added.
create table dictamen_opinions (
  tenant_id uuid not null,
  id uuid not null,
  lot_id uuid not null,
  certification_id uuid not null,
  ruler_id uuid not null,
  ruler_persona text not null check (ruler_persona in ('certifier', 'verifier')),
  outcome text not null check (outcome in ('VALID', 'INVALID')),
  -- Why the judgement does not follow the norm.
  reason text check (char_length(reason) between 3 and 500),
  -- She looked at the member itself, or what she said of the sample holds for it.
  basis text not null check (basis in ('EXAMINED', 'SAMPLE')),
  ruled_at timestamptz(3) not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, lot_id, certification_id) references lot_members (tenant_id, lot_id, certification_id),
  check ((outcome = 'INVALID') = (reason is not null)),
  check (outcome = 'VALID' or basis = 'EXAMINED')
);
create unique index dictamen_opinions_once on dictamen_opinions (tenant_id, certification_id, ruler_id);
create index dictamen_opinions_of_ruler on dictamen_opinions (tenant_id, ruler_id);
select academy_isolate('dictamen_opinions', 'select, insert, update');
