import type { Random } from '../../../faults/random.ts';
import type { Place } from './slot.ts';

/** Values of one kind: of the asking tenant (or of nobody), and of the others. */
export type Pool = { readonly own: readonly string[]; readonly others: readonly string[] };

/** What the values of arguments are drawn from. */
export type Pools = {
  /** By table: `certifications`. */
  readonly ids: ReadonlyMap<string, Pool>;
  /** By column: `standard_code`; of all tables that have it. */
  readonly texts: ReadonlyMap<string, Pool>;
  /** By field: `Query.courses`. */
  readonly cursors: ReadonlyMap<string, Pool>;
  /** Words that texts are searched for. */
  readonly words: Pool;
  /** In RFC 3339. */
  readonly instants: readonly string[];
};

/** Who asks, as far as it decides what she asks about. */
export type Curiosity = {
  /** Ids of a type that are her own. */
  mine(type: string): readonly string[];
  /** Whether she is shown objects of this type of other tenants too: their ids are not given to her. */
  crosses(type: string): boolean;
};

/** Nobody has it. */
export const NOBODY = '5c0f6c3e-0000-4000-8000-000000000000';

/** Columns whose values an argument takes that is not called like them. */
const COLUMNS_OF: Readonly<Record<string, readonly string[]>> = {
  'Query.certificateVerification code': ['folio', 'verification_code', 'official_folio'],
  'CertificationFilter standardCode': ['standard_code', 'code'],
  'CourseFilter standardCode': ['standard_code'],
};

/** An id for this place: mostly of the kind that belongs there, of the asker's own, of her tenant's, of another's, or of nobody. */
export function chooseId(random: Random, pools: Pools, place: Place, asker: Curiosity): string {
  const type = typeOf(place);
  const tables = [...pools.ids.keys()];
  const table = tableOf(type);
  const pool = pools.ids.get(pools.ids.has(table) && random.next() < 0.96 ? table : random.pick(tables)) ?? EMPTY;
  const chance = random.next();
  const mine = asker.mine(type);
  if (mine.length > 0 && chance < 0.35) return random.pick(mine);
  if (pool.own.length > 0 && chance < 0.7) return random.pick(pool.own);
  if (asker.crosses(type)) return NOBODY;
  return pool.others.length > 0 && chance < 0.96 ? random.pick(pool.others) : NOBODY;
}

/** A text for this place: a cursor, a value of the column that is called like it, or a word. */
export function chooseText(random: Random, pools: Pools, place: Place): string {
  const { name, of } = place;
  if (name === 'idempotencyKey') return `k${random.whole(1, 1_000_000)}`;
  if (name === 'after')
    return chooseFrom(random, pools.cursors.get(random.next() < 0.95 ? of : random.pick([...pools.cursors.keys()])));
  if (name === 'text') return chooseFrom(random, pools.words);
  const columns = COLUMNS_OF[`${of} ${name}`] ?? [snake(name)];
  const pool = pools.texts.get(random.pick(columns));
  return chooseFrom(random, pool ?? pools.words);
}

const EMPTY: Pool = { own: [], others: [] };

function chooseFrom(random: Random, pool: Pool = EMPTY): string {
  const { own, others } = pool;
  const chance = random.next();
  if (own.length > 0 && (chance < 0.6 || others.length === 0)) return random.pick(own);
  return others.length > 0 && chance < 0.98 ? random.pick(others) : 'nothing-of-anybody';
}

/** What the id is the id of: `courseId` of a course, `id` of what the field answers with, or of what the input is about. */
function typeOf({ of, name, target }: Place): string {
  const named = /^(.+)Ids?$/.exec(name)?.[1];
  if (named !== undefined)
    return named === 'actor' || named === 'learner' ? 'User' : `${named.slice(0, 1).toUpperCase()}${named.slice(1)}`;
  return of.includes('.')
    ? target
    : (/^(.+?)(Create|Revoke|Rotate|Start|End|Set|Propose|Confirm|Request|Update)?Input$/.exec(of)?.[1] ?? target);
}

function tableOf(type: string): string {
  return `${snake(type)}s`;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '_'}${letter.toLowerCase()}`);
}
