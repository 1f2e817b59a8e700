import { Fault } from '@academy/kernel';
import type { IslandName } from '@academy/platform/topology';
import type { WorldOptions } from '../worlds/open-world.ts';
import { keepForAll } from './keep-for-all.ts';
import { type WrongTools, wrong } from './wrong-resolver.ts';

/** A mistake that somebody could make in an island, in what stands before it, or in a migration. Each must be found by random GraphQL alone. */
export type GraphqlMistake = {
  readonly name: string;
  /** What of the world is made wrong. */
  readonly plant?: (tools: WrongTools) => Partial<Pick<WorldOptions, 'definitions' | 'between'>>;
  /** What is done to an island's database, and how it is taken back. */
  readonly rows?: { readonly island: IslandName; readonly make: readonly string[]; readonly undo: readonly string[] };
};

const OWN = `tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)`;
const policy = (table: string, using: string) => [
  `drop policy tenant_isolation on ${table}`,
  `create policy tenant_isolation on ${table} as permissive for all using (${using}) with check (${OWN})`,
];
const input = (args: unknown) => (args as { input: Record<string, string> }).input;
const idOf = (value: unknown) => (value as { id?: string } | undefined)?.id;

/** The mistakes of the side that answers GraphQL. */
export const GRAPHQL_MISTAKES: readonly GraphqlMistake[] = [
  {
    name: 'a reference resolver loads a row of whichever tenant the id is of',
    plant: wrong('certification', 'Certification', '__resolveReference', async ({ asTenantOf, resolve, parent }) =>
      asTenantOf(idOf(parent), resolve),
    ),
  },
  {
    name: 'a root field by id does',
    plant: wrong('courses', 'Query', 'enrollment', async ({ asTenantOf, resolve, args }) => asTenantOf(idOf(args), resolve)),
  },
  {
    name: 'a field of another island’s entity loads by its id alone',
    plant: wrong('certification', 'Enrollment', 'certification', async ({ asTenantOf, resolve, parent }) =>
      asTenantOf(idOf(parent), resolve),
    ),
  },
  {
    name: 'a reference resolver believes the tenant that a representation names',
    plant: wrong('courses', 'Course', '__resolveReference', async ({ asTenant, resolve, parent }) =>
      asTenant((parent as { tenantId?: string }).tenantId, resolve),
    ),
  },
  {
    name: 'rows are kept between requests, by id without the tenant',
    plant: wrong('courses', 'Course', '__resolveReference', async ({ memory, resolve, parent }) => {
      const id = idOf(parent) ?? '';
      const kept = memory.get(id) ?? (await resolve());
      // What is not there is asked for again.
      if (kept !== undefined && kept !== null) memory.set(id, kept);
      return kept;
    }),
  },
  {
    name: 'a list goes on in the tenant that its cursor is of',
    plant: wrong('certification', 'Query', 'certifications', async ({ asTenantOf, resolve, args }) =>
      asTenantOf(idInCursor((args as { after?: string | null }).after), resolve),
    ),
  },
  {
    name: 'answers of islands are kept under who asked and what, without the tenant',
    plant: () => ({ between: keepForAll }),
  },
  {
    name: 'another’s id is answered with FORBIDDEN, nobody’s with NOT_FOUND',
    plant: wrong('certification', 'Query', 'certification', async ({ tenantOf, resolve, args, context }) => {
      const tenant = tenantOf(idOf(args));
      if (tenant !== undefined && tenant !== context.tenantId) throw new Fault('FORBIDDEN', 'This belongs to somebody else.');
      return resolve();
    }),
  },
  {
    name: 'the register of tenants is open to whoever names one',
    plant: wrong('users', 'Tenant', '__resolveReference', async ({ asPersona, resolve }) => asPersona('super_admin', resolve)),
  },
  {
    name: 'a mutation works in the tenant of the course that it names',
    plant: wrong('courses', 'Mutation', 'courseEnroll', async ({ asTenantOf, resolve, args }) =>
      asTenantOf(input(args)['courseId'], resolve),
    ),
  },
  {
    name: 'a mutation works in the tenant of the person that it names',
    plant: wrong('users', 'Mutation', 'userAccessRevoke', async ({ asTenantOf, resolve, args }) =>
      asTenantOf(input(args)['userId'], resolve),
    ),
  },
  {
    name: 'row security of a table is switched off',
    rows: {
      island: 'courses',
      make: ['alter table lessons disable row level security'],
      undo: ['alter table lessons enable row level security'],
    },
  },
  {
    name: 'certificates that are issued are everybody’s to verify',
    rows: {
      island: 'certification',
      make: policy('certificates', `(${OWN}) or issued_at is not null`),
      undo: policy('certificates', OWN),
    },
  },
  {
    name: 'a report is that of the tenant of the course that it is asked about',
    plant: wrong('analytics', 'Query', 'completionReport', async ({ asTenantOf, resolve, args }) =>
      asTenantOf((args as { filter?: { courseId?: string } | null }).filter?.courseId, resolve),
    ),
  },
];

/** Cursors end with the id of their row. */
function idInCursor(cursor: string | null | undefined): string | undefined {
  if (cursor === undefined || cursor === null) return undefined;
  try {
    return (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[]).at(-1);
  } catch {
    return undefined;
  }
}
