import type { FilledRow, FilledTable } from './many-rows.ts';

/** One indexed query, under a policy that names the tenant and with the tenant in its own predicate as `$1`. */
export type IndexedQuery = {
  readonly name: string;
  readonly underPolicy: string;
  readonly explicit: string;
  /** Whether it is prepared once per connection; statements with long lists are not, as in the islands. */
  readonly isPrepared: boolean;
  /** What it is asked with, besides the tenant. */
  parameters(rows: readonly FilledRow[], number: number): string[];
};

const BATCH = 100;
const PAGE = 21;

/** What islands ask of such a table: one row, a page by index, a batch of references, a count. */
export function indexedQueries(table: FilledTable['name']): IndexedQuery[] {
  const [instant, person] = table === 'certifications' ? ['opened_at', 'candidate_id'] : ['enrolled_at', 'learner_id'];
  const list = (from: number) => Array.from({ length: BATCH }, (_, at) => `$${at + from}`).join(', ');
  const order = `order by ${instant} desc, id desc limit ${PAGE}`;
  // Enrolments are paged by learner, as there is no index over all of a tenant's.
  const page =
    table === 'certifications'
      ? { underPolicy: `select * from ${table} ${order}`, explicit: `select * from ${table} where tenant_id = $1 ${order}` }
      : {
          underPolicy: `select * from ${table} where ${person} = $1 ${order}`,
          explicit: `select * from ${table} where tenant_id = $1 and ${person} = $2 ${order}`,
        };
  const rowAt = (rows: readonly FilledRow[], number: number) => rows[(number * 37) % rows.length];
  const idAt = (rows: readonly FilledRow[], number: number) => rowAt(rows, number)?.id ?? '';
  return [
    {
      name: 'one row by id',
      underPolicy: `select * from ${table} where id = $1`,
      explicit: `select * from ${table} where tenant_id = $1 and id = $2`,
      isPrepared: true,
      parameters: (rows, number) => [idAt(rows, number)],
    },
    {
      name: table === 'certifications' ? 'page of 20, newest first' : "page of a learner's, newest first",
      ...page,
      isPrepared: true,
      parameters: (rows, number) => (table === 'certifications' ? [] : [rowAt(rows, number)?.person ?? '']),
    },
    {
      name: `${BATCH} rows by id`,
      underPolicy: `select * from ${table} where id in (${list(1)})`,
      explicit: `select * from ${table} where tenant_id = $1 and id in (${list(2)})`,
      isPrepared: false,
      parameters: (rows, number) => Array.from({ length: BATCH }, (_, at) => idAt(rows, number + at)),
    },
    {
      name: 'count of a tenant',
      underPolicy: `select count(*) from ${table}`,
      explicit: `select count(*) from ${table} where tenant_id = $1`,
      isPrepared: true,
      parameters: () => [],
    },
  ];
}
