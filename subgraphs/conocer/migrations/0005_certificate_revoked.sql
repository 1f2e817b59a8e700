-- Since when nothing may be handed in for the case: its certificate was revoked.
alter table submissions add column certificate_revoked_at timestamptz(3);
