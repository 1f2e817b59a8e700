-- What ended sessions before their tokens did: one session, all that a person had under a persona, or all of a person. Kept for as long as such a token
-- may live, so that whoever must refuse them can learn all of them anew. People are named without a foreign key: a provider of the tenant's own may
-- vouch for somebody of whom nothing is kept here.
create table access_revocations (
  tenant_id uuid not null references tenant_directory (id),
  id uuid not null,
  kind text not null check (kind in ('SESSION', 'PERSONA', 'USER')),
  user_id uuid not null,
  session_id text check (length(session_id) between 1 and 128),
  persona text,
  -- Tokens issued before are refused; of a session: all.
  revoked_before timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  -- From here on no token lives that this could refuse.
  matters_until timestamptz(3) not null,
  primary key (tenant_id, id),
  constraint access_revocations_tenant_id_user_id_session_id_key unique (tenant_id, user_id, session_id),
  check ((kind = 'SESSION') = (session_id is not null) and (kind = 'PERSONA') = (persona is not null))
);
create index access_revocations_end on access_revocations (tenant_id, matters_until);
select academy_isolate('access_revocations', 'select, insert, delete');

-- What matters still of before. Row security is forced on the owner too: each tenant's rows are copied as that tenant.
do $$
declare
  tenant uuid;
begin
  for tenant in select id from tenant_directory loop
    perform set_config('app.tenant_id', tenant::text, true);
    insert into access_revocations (tenant_id, id, kind, user_id, revoked_before, recorded_at, matters_until)
    select tenant_id, gen_random_uuid(), 'USER', id, access_revoked_before, access_revoked_before, access_revoked_before + interval '25 hours'
    from users where tenant_id = tenant and access_revoked_before > now() - interval '25 hours';
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
