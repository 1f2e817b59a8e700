import { createRandom, type Random } from '../../faults/random.ts';
import type { Transaction } from './connection.ts';
import type { Ground } from './ground.ts';
import { ORACLE } from './oracle.ts';
import { literal, SqlWriter } from './random-sql.ts';
import type { Trial } from './reads.ts';
import type { Relation } from './relations.ts';

const KINDS = ['update', 'delete', 'insert foreign', 'move away', 'take over', 'their key'] as const;
/** What a write may be refused with without telling anything: rights, row security, checks and triggers of our own, and parents that are not there. */
const QUIET = new Set(['42501', '23503', '23514', '23001', '428C9', 'P0001', '23502']);

type Write = {
  readonly sql: string;
  readonly kind: (typeof KINDS)[number];
  readonly relation: Relation;
  /** The other tenant's row that it is about, as JSON, and the tenant that writes. */
  readonly theirs: string;
  readonly own: string;
};

/**
 * A random write as the tenant, which is undone. Nothing of another tenant may be changed by it, as many rows be touched as the tenant has, and a key
 * that another tenant uses must be as free as one that nobody does.
 */
export async function tryWrite(ground: Ground, seed: number, tenants: { own: string; other: string }): Promise<Trial> {
  const draft = draftOf(ground, seed, tenants);
  if (draft === undefined) return { kind: 'failed' };
  const [theirs] = await ground.admin.unsafe<{ row: string }[]>(theirRow(draft.relation, tenants.other, seed));
  if (theirs === undefined) return { kind: 'failed' };
  const { kind, relation } = draft;
  const write: Write = { kind, relation, sql: draft.write(theirs.row), theirs: theirs.row, own: tenants.own };
  const said = `${ground.island}: ${write.sql}`;
  let trial: Trial = { kind: 'failed' };
  await ground.admin
    .begin(async (tx) => {
      const foreign = foreignRows(write.relation, tenants.own);
      const [before] = await tx.unsafe<{ sum: string }[]>(foreign);
      await tx.unsafe(`set local role ${ground.role}`);
      await tx.unsafe(`select set_config('app.tenant_id', '${tenants.own}', true)`);
      const outcome = await perform(tx, write.sql);
      await tx.unsafe('reset role');
      const [after] = await tx.unsafe<{ sum: string }[]>(foreign);
      if (before?.sum !== after?.sum) trial = { kind: 'leak', leak: `${said}\n    changed rows of another tenant` };
      else trial = await judge(tx, write, outcome, said);
      throw new Undone();
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof Undone)) throw thrown;
    });
  return trial;
}

class Undone extends Error {}

type Outcome = { readonly rows: number } | { readonly code: string; readonly message: string; readonly constraint: string };

async function perform(tx: Transaction, sql: string): Promise<Outcome> {
  try {
    return await tx.savepoint(async (inner) => ({ rows: (await inner.unsafe(sql)).count ?? 0 }));
  } catch (thrown) {
    const { code = '', message, constraint_name: constraint = '' } = thrown as Refused;
    return { code, message, constraint };
  }
}

type Refused = { code?: string; message: string; constraint_name?: string };

/** Whether the tenant itself has a row with the values of this unique key, so that it may be told so. */
async function hasOwn(tx: Transaction, { relation, theirs, own }: Write, key: string): Promise<boolean> {
  const table = `public."${relation.name}"`;
  const columns = await tx.unsafe<{ name: string }[]>(
    `select a.attname as name from pg_class c join pg_index i on i.indexrelid = c.oid join pg_attribute a on a.attrelid = i.indrelid
     and a.attnum = any(i.indkey) where c.relname = ${literal(key)} and a.attname <> 'tenant_id'`,
  );
  const alike = columns.map(({ name }) => `t."${name}" = r."${name}"`).join(' and ');
  const [found] = await tx.unsafe<{ has: boolean }[]>(
    `select exists (select from ${table} t, jsonb_populate_record(null::${table}, ${literal(theirs)}::jsonb) r
     where t.tenant_id = ${literal(own)} and ${alike === '' ? 'true' : alike}) as has`,
  );
  return found?.has ?? false;
}

async function judge(tx: Transaction, write: Write, outcome: Outcome, said: string): Promise<Trial> {
  const leak = (what: string): Trial => ({ kind: 'leak', leak: `${said}\n    ${what}` });
  if ('code' in outcome) {
    if (write.kind === 'their key' && outcome.code === '23505' && !(await hasOwn(tx, write, outcome.constraint))) {
      return leak(`tells that another tenant has the key: ${outcome.message}`);
    }
    return QUIET.has(outcome.code) || outcome.code === '23505' ? { kind: 'same' } : { kind: 'failed' };
  }
  if (write.kind === 'insert foreign' || write.kind === 'move away') {
    return outcome.rows === 0 ? { kind: 'same' } : leak(`wrote ${outcome.rows} rows of another tenant`);
  }
  if (write.kind === 'their key' || write.kind === 'take over') return { kind: 'same' };
  const condition = write.sql.slice(write.sql.indexOf(' where ') + ' where '.length);
  const [expected] = await tx
    .savepoint(async (inner) => {
      await inner.unsafe(`set local search_path = ${ORACLE.tenant}`);
      return inner.unsafe<{ c: number }[]>(`select count(*)::int as c from ${write.relation.source} t where ${condition}`);
    })
    .catch(() => []);
  await tx.unsafe('set local search_path = public');
  if (expected === undefined || expected.c === outcome.rows) return { kind: 'same' };
  return leak(`touched ${outcome.rows} rows, the tenant has ${expected.c}`);
}

type Draft = { readonly kind: (typeof KINDS)[number]; readonly relation: Relation; write(theirs: string): string };

function draftOf(ground: Ground, seed: number, { own, other }: { own: string; other: string }): Draft | undefined {
  const random = createRandom(seed);
  const tables = ground.words.relations.filter(
    ({ isTable, columns }) => isTable && columns.some(({ name }) => name === 'tenant_id'),
  );
  if (tables.length === 0) return undefined;
  const relation = random.pick(tables);
  const kind = random.pick(KINDS);
  const condition = new SqlWriter(random, ground.words).condition(relation, 't');
  const column = `"${random.pick(relation.columns.filter(({ name }) => name !== 'tenant_id')).name}"`;
  const table = `"${relation.name}"`;
  switch (kind) {
    case 'update':
      return { kind, relation, write: () => `update ${table} t set ${column} = ${column} where ${condition}` };
    case 'delete':
      return { kind, relation, write: () => `delete from ${table} t where ${condition}` };
    case 'move away':
      return { kind, relation, write: () => `update ${table} t set tenant_id = ${literal(other)} where ${condition}` };
    case 'take over':
      return {
        kind,
        relation,
        write: () => `update ${table} t set tenant_id = ${literal(own)} where tenant_id = ${literal(other)}`,
      };
    case 'insert foreign':
      return { kind, relation, write: (theirs) => insertion(relation, renamed(JSON.parse(theirs), relation, random)) };
    case 'their key':
      return { kind, relation, write: (theirs) => insertion(relation, { ...JSON.parse(theirs), tenant_id: own }) };
  }
}

type Row = Readonly<Record<string, unknown>>;

/** The same row as another one of theirs: with keys that nobody has, so that none is taken. */
function renamed(row: Row, relation: Relation, random: Random): Row {
  const fresh = (kind: string) => {
    const number = random.whole(0, 1e9);
    return kind === 'uuid' ? `5c0f6c3e-0000-4000-8000-${String(number).padStart(12, '0')}` : `x${number}`;
  };
  // An id that refers to a parent stays: it would not be found.
  const keys = relation.columns.filter(({ name, kind, isInKey }) => isInKey && (name === 'id' || kind === 'text'));
  return { ...row, ...Object.fromEntries(keys.map(({ name, kind }) => [name, fresh(kind)])) };
}

function insertion({ name, columns }: Relation, row: Row): string {
  const table = `"${name}"`;
  const written = columns.filter(({ isGenerated }) => !isGenerated).map((column) => `"${column.name}"`);
  return `insert into ${table} (${written.join(', ')}) select ${written.join(', ')} from jsonb_populate_record(null::${table}, ${literal(JSON.stringify(row))}::jsonb)`;
}

/** One figure over everything in the table that is not the tenant's. */
function foreignRows(relation: Relation, own: string): string {
  return `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from public."${relation.name}" t where tenant_id <> ${literal(own)}`;
}

/** One of the other tenant's rows, as JSON. */
function theirRow(relation: Relation, other: string, seed: number): string {
  return `select to_jsonb(t)::text as row from public."${relation.name}" t where tenant_id = ${literal(other)} order by md5(t::text || '${seed}') limit 1`;
}
