-- A question that was never answered is asked again when an operator has its step tried again: how often it was.
alter table requests add column retries integer not null default 0 check (retries >= 0);
