-- Where the signed credential of an entry is; null for entries from before credentials were signed.
alter table portfolio_entries add column credential_url text;
