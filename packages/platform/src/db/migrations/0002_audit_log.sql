-- What persons and processes with power did, and what left the house: rows are only ever added, and each bears the hash of the one before it.

-- The newest number and hash of each tenant's chain. Only the trigger below writes here.
create table audit_heads (
  tenant_id uuid primary key,
  number bigint not null,
  hash bytea not null
);
select academy_isolate('audit_heads', 'select');

create table audit_log (
  tenant_id uuid not null,
  -- From 1 without gaps, in the order of commits.
  number bigint not null check (number >= 1),
  action text not null check (action ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
  actor_kind text not null check (actor_kind in ('user', 'service', 'anonymous')),
  -- A user's id, or the name of a process; empty for a visitor.
  actor text not null,
  persona text,
  impersonator_id uuid,
  subject text not null,
  why text,
  -- JSON, kept as the text that was hashed.
  detail text not null default '{}' check (detail::jsonb is not null),
  recorded_at timestamptz(3) not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, number)
);
create index audit_log_of_subject on audit_log (tenant_id, subject, number desc);
create index audit_log_of_actor on audit_log (tenant_id, actor, number desc);
select academy_isolate('audit_log', 'select, insert');

-- A text with its length before it, so that no two lists of texts look alike once joined.
create function audit_part(part text) returns text language sql immutable as
$$ select coalesce(octet_length(convert_to(part, 'UTF8'))::text || ':' || part || ',', '-,') $$;

-- The same as `hashOf` of the platform's audit/chain.ts.
create function audit_hash(entry audit_log) returns bytea language sql immutable as $$
  select sha256(entry.previous_hash || convert_to(
    audit_part(entry.tenant_id::text) || audit_part(entry.number::text) || audit_part(entry.action) || audit_part(entry.actor_kind)
    || audit_part(entry.actor) || audit_part(entry.persona) || audit_part(entry.impersonator_id::text) || audit_part(entry.subject)
    || audit_part(entry.why) || audit_part(entry.detail) || audit_part(((extract(epoch from entry.recorded_at) * 1000)::bigint)::text),
    'UTF8'))
$$;

-- Number and hashes are given here, whatever was inserted. The head's row lock makes writers of one tenant wait for one another until they
-- commit. Runs as the owner, whom the policy binds as well: the runtime role has no way to a head.
create function audit_link() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into audit_heads as head (tenant_id, number, hash) values (new.tenant_id, 1, '')
    on conflict (tenant_id) do update set number = head.number + 1
    returning head.number, head.hash into new.number, new.previous_hash;
  new.hash := audit_hash(new);
  update audit_heads set hash = new.hash where tenant_id = new.tenant_id;
  return new;
end $$;
revoke all on function audit_link() from public;
create trigger audit_link before insert on audit_log for each row execute function audit_link();

create function audit_keep() returns trigger language plpgsql as $$
begin
  raise exception 'Entries of the audit log are kept as they are.' using errcode = 'restrict_violation';
end $$;
create trigger audit_keep before update or delete on audit_log for each row execute function audit_keep();
create trigger audit_keep_all before truncate on audit_log for each statement execute function audit_keep();

do $$ begin
  execute format('grant execute on function audit_part(text), audit_hash(audit_log) to %I', academy_role('app'));
end $$;
