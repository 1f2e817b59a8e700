import type { IslandName } from '@academy/platform/topology';

/** A mistake that somebody could make in a migration: how it is made, and taken back. */
export type Mistake = {
  readonly name: string;
  readonly island: IslandName;
  readonly make: readonly string[];
  readonly undo: readonly string[];
};

const OWN = `tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)`;
const policy = (table: string, using: string, check = using) => [
  `drop policy tenant_isolation on ${table}`,
  `create policy tenant_isolation on ${table} as permissive for all using (${using}) with check (${check})`,
];
const undoPolicy = (table: string) => policy(table, OWN);

/** Each must be found by random SQL alone, without a look at the catalogue. */
export const MISTAKES: readonly Mistake[] = [
  {
    name: 'row security was never switched on',
    island: 'users',
    make: ['alter table users disable row level security'],
    undo: ['alter table users enable row level security'],
  },
  {
    name: 'row security is not forced on the owner',
    island: 'courses',
    make: ['alter table enrollments no force row level security'],
    undo: ['alter table enrollments force row level security'],
  },
  {
    name: 'the policy lets everything through',
    island: 'certification',
    make: policy('certifications', 'true'),
    undo: undoPolicy('certifications'),
  },
  {
    name: 'the policy is of reading alone: writes are not checked',
    island: 'courses',
    make: policy('courses', OWN, 'true'),
    undo: undoPolicy('courses'),
  },
  {
    name: 'a second permissive policy beside the first',
    island: 'certification',
    make: ['create policy for_reports on certificates for select using (true)'],
    undo: ['drop policy for_reports on certificates'],
  },
  {
    name: 'no tenant means every tenant',
    island: 'courses',
    make: policy('enrollments', `coalesce(${OWN}, true)`),
    undo: undoPolicy('enrollments'),
  },
  {
    name: 'the policy compares the wrong way round',
    island: 'users',
    make: policy('persona_grants', `not (${OWN})`, OWN),
    undo: undoPolicy('persona_grants'),
  },
  {
    name: 'the runtime role bypasses row security',
    island: 'certification',
    make: ['alter role certification_app bypassrls'],
    undo: ['alter role certification_app nobypassrls'],
  },
  {
    name: 'a view of a superuser’s',
    island: 'users',
    make: ['create view names as select tenant_id, id, display_name from users', 'grant select on names to users_app'],
    undo: ['drop view names'],
  },
  {
    name: 'a materialized view',
    island: 'courses',
    make: [
      'create materialized view totals as select tenant_id, course_id, count(*)::int as n from enrollments group by 1, 2',
      'grant select on totals to courses_app',
    ],
    undo: ['drop materialized view totals'],
  },
  {
    name: 'a function with a superuser’s rights',
    island: 'certification',
    make: [
      `create function all_cases() returns setof certifications language sql stable security definer as 'select * from certifications'`,
      'grant execute on function all_cases() to certification_app',
    ],
    undo: ['drop function all_cases()'],
  },
  {
    name: 'a unique key without the tenant',
    island: 'certification',
    make: ['create unique index certificates_folio on certificates (folio)'],
    undo: ['drop index certificates_folio'],
  },
  {
    name: 'the policy trusts a persona that the session names itself',
    island: 'users',
    make: policy('users', `(${OWN}) or current_setting('app.tenant_id', true) = ''`),
    undo: undoPolicy('users'),
  },
  {
    name: 'rows without an owner are everybody’s',
    island: 'courses',
    make: policy('lessons', `(${OWN}) or "position" = 1`),
    undo: undoPolicy('lessons'),
  },
  {
    name: 'another table of the same island was forgotten by a copied migration',
    island: 'analytics',
    make: ['alter table facts disable row level security'],
    undo: ['alter table facts enable row level security'],
  },
];
