-- In which language a notification was written, and since when its reader has seen it. What was told before is in Spanish.
alter table notifications
  add column language text not null default 'ES' check (language in ('ES', 'EN')),
  add column read_at timestamptz(3);
create index notifications_unread on notifications (tenant_id, user_id) where read_at is null;

-- How a person wants to be told; who has no row has chosen nothing.
create table notification_preferences (
  tenant_id uuid not null,
  user_id uuid not null,
  language text not null check (language in ('ES', 'EN')),
  -- Only what she chose, e.g. {"PROGRESS.EMAIL": true}: what she did not choose follows the defaults, also when these change.
  choices jsonb not null check (jsonb_typeof(choices) = 'object'),
  changed_at timestamptz(3) not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
select academy_isolate('notification_preferences');

-- What is to be brought, or was brought, to a person outside of the academy: one per notification and channel. No address: it is opened when it is used.
create table notification_sendings (
  tenant_id uuid not null,
  notification_id uuid not null,
  channel text not null check (channel in ('EMAIL')),
  status text not null check (status in ('PENDING', 'SENT', 'FAILED', 'DROPPED')),
  attempts integer not null default 0 check (attempts >= 0),
  -- A code of ours, e.g. `SMTP_550`; never the words of the other side, which may hold the address.
  failure text check (failure ~ '^[A-Z0-9_]{1,40}$'),
  created_at timestamptz(3) not null,
  attempted_at timestamptz(3),
  primary key (tenant_id, notification_id, channel),
  foreign key (tenant_id, notification_id) references notifications (tenant_id, id) on delete cascade
);
select academy_isolate('notification_sendings');

-- Addresses that nobody receives mail at, by their blind index: another address of the same person is tried.
create table undeliverable_addresses (
  tenant_id uuid not null,
  user_id uuid not null,
  email_index text not null,
  failure text not null check (failure ~ '^[A-Z0-9_]{1,40}$'),
  since timestamptz(3) not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
select academy_isolate('undeliverable_addresses');
