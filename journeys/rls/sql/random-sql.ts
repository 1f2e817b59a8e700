import type { Random } from '../../faults/random.ts';
import type { Column, Kind, Relation } from './relations.ts';

/** What statements are made of. */
export type Vocabulary = { readonly relations: readonly Relation[]; readonly values: ReadonlyMap<string, readonly string[]> };

type Source = { readonly alias: string; readonly columns: readonly Column[] };
type Scope = readonly Source[];

const DEEPEST = 2;
const COMPARED: readonly Kind[] = ['uuid', 'text', 'number', 'instant', 'boolean'];

/** Writes statements whose answers do not depend on the order in which rows come, so that two runs over the same rows agree. */
export class SqlWriter {
  readonly #random: Random;
  readonly #words: Vocabulary;
  #names = 0;

  constructor(random: Random, words: Vocabulary) {
    this.#random = random;
    this.#words = words;
  }

  /** A `select` with joins, subqueries, aggregates, windows, set operations and common table expressions. */
  query(depth = 0): string {
    if (depth === 0 && this.#below(6) === 0) {
      const word = this.#random.pick(['union', 'union all', 'except', 'intersect']);
      return `${this.#column(this.#word())} ${word} ${this.#column(this.#word())}`;
    }
    if (depth === 0 && this.#below(5) === 0) return this.#withCommonTable();
    return this.#select(depth);
  }

  /** A condition on rows of one relation, as it stands after `where`. */
  condition(relation: Relation, alias: string): string {
    return this.#predicate([{ alias, columns: relation.columns }], 1);
  }

  #withCommonTable(): string {
    const relation = this.#relation();
    const name = this.#word();
    const kept = this.#random.pick(['', 'materialized ', 'not materialized ']);
    const inner = this.#word();
    const scope = [{ alias: inner, columns: relation.columns }];
    const where = this.#below(2) === 0 ? '' : ` where ${this.#predicate(scope, DEEPEST)}`;
    const body = `select ${inner}.* from ${relation.source} ${inner}${where}`;
    return `with ${name} as ${kept}(${body}) ${this.#projected([{ alias: name, columns: relation.columns }], name)}`;
  }

  #select(depth: number): string {
    const first = this.#source();
    const scope: Source[] = [first.source];
    let from = `${first.text}`;
    for (let joins = this.#below(3); joins > 0; joins -= 1) {
      const next = this.#source();
      const kind = this.#random.pick(['join', 'left join', 'full join', 'cross join', 'join lateral']);
      const on = this.#joinCondition(scope, next.source);
      if (kind === 'cross join' || on === undefined) continue;
      from +=
        kind === 'join lateral'
          ? ` cross join lateral (select * from ${next.text} where ${on}) ${next.source.alias}_l`
          : ` ${kind} ${next.text} on ${on}`;
      scope.push(kind === 'join lateral' ? { ...next.source, alias: `${next.source.alias}_l` } : next.source);
    }
    return this.#projected(scope, from, depth);
  }

  /** The `select` list, conditions and grouping over what is in scope. */
  #projected(scope: Scope, from: string, depth = 0): string {
    const where = this.#below(4) === 0 ? '' : ` where ${this.#predicate(scope, depth + 1)}`;
    switch (this.#below(5)) {
      case 0:
        return `select count(*) as c, ${this.#aggregate(scope)} as a from ${from}${where}`;
      case 1: {
        const key = this.#anyColumn(scope);
        const having = this.#below(2) === 0 ? '' : ' having count(*) > 1';
        return `select ${key}::text as k, count(*) as c, ${this.#aggregate(scope)} as a from ${from}${where} group by ${key}${having}`;
      }
      case 2: {
        const key = this.#anyColumn(scope);
        return `select ${key}::text as k, count(*) over (partition by ${this.#anyColumn(scope)}) as w from ${from}${where}`;
      }
      default: {
        const many = 1 + this.#below(3);
        const list = Array.from({ length: many }, (_, i) => `${this.#expression(scope, depth + 1)} as e${i}`);
        return `select ${this.#below(4) === 0 ? 'distinct ' : ''}${list.join(', ')} from ${from}${where}`;
      }
    }
  }

  #below(limit: number): number {
    return this.#random.whole(0, limit - 1);
  }

  #column(alias: string): string {
    const relation = this.#relation();
    const scope = [{ alias, columns: relation.columns }];
    return `select ${this.#anyColumn(scope)}::text as v from ${relation.source} ${alias} where ${this.#predicate(scope, 1)}`;
  }

  #expression(scope: Scope, depth: number): string {
    const column = this.#anyColumn(scope);
    switch (this.#below(depth > DEEPEST ? 5 : 9)) {
      case 0:
        return `md5(${column}::text)`;
      case 1:
        return `length(${column}::text)`;
      case 2:
        return `coalesce(${column}::text, '-')`;
      case 3:
        return `row_to_json(${this.#random.pick(scope).alias})::text`;
      case 5:
        return `(select count(*) from ${this.#correlated(scope, depth)})`;
      case 6:
        return `exists (select from ${this.#correlated(scope, depth)})`;
      case 7: {
        const relation = this.#relation();
        const alias = this.#word();
        const of = this.#anyColumn([{ alias, columns: relation.columns }]);
        return `(select string_agg(${of}::text, ',' order by ${of}::text) from ${relation.source} ${alias})`;
      }
      case 8:
        return `(case when ${this.#predicate(scope, depth + 1)} then ${column}::text end)`;
      default:
        return `${column}::text`;
    }
  }

  #aggregate(scope: Scope): string {
    const column = `${this.#anyColumn(scope)}::text`;
    return this.#random.pick([
      `min(${column})`,
      `max(${column})`,
      `count(distinct ${column})`,
      `md5(string_agg(${column}, ',' order by ${column}))`,
      `jsonb_agg(${column} order by ${column})::text`,
    ]);
  }

  #predicate(scope: Scope, depth: number): string {
    const deep = depth > DEEPEST ? 6 : 9;
    switch (this.#below(deep)) {
      case 0:
        return 'true';
      case 1:
        return `${this.#anyColumn(scope)} is ${this.#random.pick(['null', 'not null'])}`;
      case 6:
        return `(${this.#predicate(scope, depth + 1)} ${this.#random.pick(['and', 'or'])} ${this.#predicate(scope, depth + 1)})`;
      case 7:
        return `not (${this.#predicate(scope, depth + 1)})`;
      case 8:
        return `exists (select from ${this.#correlated(scope, depth)})`;
      default:
        return this.#comparison(scope);
    }
  }

  #comparison(scope: Scope): string {
    const source = this.#random.pick(scope);
    const columns = source.columns.filter(({ kind }) => COMPARED.includes(kind));
    if (columns.length === 0) return 'true';
    const { name, kind } = this.#random.pick(columns);
    const column = `${source.alias}."${name}"`;
    const value = this.#value(kind);
    if (kind === 'boolean' || value === undefined) return `${column} is not null`;
    if (kind === 'text' && this.#below(3) === 0)
      return `${column} like ${literal(`%${value.slice(1, 4).replaceAll(/[\\%_]/g, '')}%`)}`;
    if (this.#below(3) === 0) return `${column}::text in (${literal(value)}, ${literal(this.#value(kind) ?? value)})`;
    return `${column}::text ${this.#random.pick(['=', '<>', '<', '>=', 'is distinct from'])} ${literal(value)}`;
  }

  #correlated(scope: Scope, depth: number): string {
    const { text, source } = this.#source();
    const on = this.#joinCondition(scope, source) ?? 'true';
    return `${text} where ${on} and ${this.#predicate([source], depth + 1)}`;
  }

  #joinCondition(scope: Scope, next: Source): string | undefined {
    const left = this.#random.pick(scope);
    const pairs = left.columns.flatMap((one) =>
      next.columns
        .filter((other) => other.kind === one.kind && one.kind === 'uuid')
        .map((other) => [one.name, other.name] as const),
    );
    if (pairs.length === 0) return undefined;
    const [one, other] = this.#random.pick(pairs);
    return `${left.alias}."${one}" = ${next.alias}."${other}"`;
  }

  #source(): { readonly text: string; readonly source: Source } {
    const relation = this.#relation();
    const alias = this.#word();
    return { text: `${relation.source} ${alias}`, source: { alias, columns: relation.columns } };
  }

  #anyColumn(scope: Scope): string {
    const source = this.#random.pick(scope);
    return `${source.alias}."${this.#random.pick(source.columns).name}"`;
  }

  #relation(): Relation {
    return this.#random.pick(this.#words.relations);
  }

  #value(kind: Kind): string | undefined {
    const pool = this.#words.values.get(kind) ?? [];
    return pool.length === 0 ? undefined : this.#random.pick(pool);
  }

  #word(): string {
    this.#names += 1;
    return `x${this.#names}`;
  }
}

/** A text as SQL writes it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
