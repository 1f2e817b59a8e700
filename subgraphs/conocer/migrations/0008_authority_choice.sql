-- With whom the submission was begun and is to be finished; null: the installation's, in rows from before tenants could choose.
alter table submissions add column authority text
  check (authority in ('SANDBOX', 'HTTP', 'MANUAL_LOT', 'OPEN_BADGES'));
