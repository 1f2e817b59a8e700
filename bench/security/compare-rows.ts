import { isDeepStrictEqual } from 'node:util';
import { median, short, table } from '../gateway/measure/figures.ts';
import { ratioOf, told } from '../gateway/measure/ratio.ts';
import { type IndexedQuery, indexedQueries } from './indexed-queries.ts';
import { type FilledTable, fillTables, TENANTS } from './many-rows.ts';
import { type Asked, ask, type Cost, RowSide, setTenant } from './row-sides.ts';

/** A query under row-level security may cost this many times what it does with an explicit predicate. */
const REACH = 1.1;
/** Queries, or transactions, that are measured together. */
const BLOCK = 40;
/** Turns in which statements are prepared, and their plans become those that are kept. */
const WARM_TURNS = 2;

type Pair = readonly [with_: Cost, without: Cost];
type Sides = { readonly bound: RowSide; readonly free: RowSide };

/** Prints what row-level security costs by the query: the policy alone, the statement that sets the tenant, and both as the islands have them. */
export async function compareRows(options: {
  adminDatabaseUrl: string;
  prefix: string;
  rowsOfTenant: number;
  ms: number;
}): Promise<void> {
  const rows = (TENANTS * options.rowsOfTenant).toLocaleString('en');
  console.log(`\nfilling two tables with ${rows} rows of ${TENANTS} tenants each`);
  const { tables, drop } = await fillTables(options);
  try {
    for (const one of tables) await compareTable(one, options.ms / tables.length);
  } finally {
    await drop();
  }
}

async function compareTable(filled: FilledTable, ms: number): Promise<void> {
  const sides: Sides = { bound: await RowSide.open(filled.runtimeUrl), free: await RowSide.open(filled.freeUrl) };
  const queries = indexedQueries(filled.name).map((query) => ({
    query,
    policy: [] as Pair[],
    setting: [] as Pair[],
    whole: [] as Pair[],
  }));
  try {
    const until = performance.now() + ms;
    for (let turn = 0; turn < WARM_TURNS + 4 || performance.now() < until; turn += 1) {
      for (const { query, policy, setting, whole } of queries) {
        const asked = askOf(filled, query, turn);
        const inOne = await policyPair(sides, query, asked, turn);
        const set = await inTurns(
          turn,
          () => transactions(sides.free, asked, query, true),
          () => transactions(sides.free, asked, query, false),
        );
        const both = await inTurns(
          turn,
          () => boundTransactions(sides.bound, asked, query),
          () => transactions(sides.free, asked, query, false),
        );
        if (turn < WARM_TURNS) continue;
        policy.push(inOne);
        setting.push(set);
        whole.push(both);
      }
    }
  } finally {
    await Promise.all([sides.bound.close(), sides.free.close()]);
  }
  const count = (queries[0]?.whole.length ?? 0) * BLOCK;
  console.log(
    `\n${filled.name}: row-level security to an explicit predicate, ${count} of each in turns; processor time of PostgreSQL, medians of blocks of ${BLOCK}, 95 % intervals`,
  );
  const head = ['', 'explicit, ms', 'policy alone', 'set_config alone', 'whole transaction', 'its wall time', ''];
  const lines = queries.map(({ query, policy, setting, whole }) => {
    const by = (pairs: readonly Pair[], figure: keyof Cost) => ratioOf(pairs.map(([one, other]) => [one[figure], other[figure]]));
    const ratio = by(policy, 'cpuMs');
    return [
      query.name,
      short(median(whole.map(([, { cpuMs }]) => cpuMs))),
      told(ratio),
      told(by(setting, 'cpuMs')),
      told(by(whole, 'cpuMs')),
      told(by(whole, 'ms')),
      ratio.middle <= REACH ? `within ${REACH}` : `ABOVE ${REACH}`,
    ];
  });
  console.log(table(head, lines));
}

function askOf({ tenantIds, rowsOf }: FilledTable, query: IndexedQuery, turn: number): Asked {
  const tenantId = tenantIds[(turn * 7) % tenantIds.length] ?? '';
  return { tenantId, parameters: query.parameters(rowsOf.get(tenantId) ?? [], turn) };
}

/** Both with their transactions open and their tenant set: what is left is the policy. Throws where they answer differently. */
function policyPair({ bound, free }: Sides, query: IndexedQuery, asked: Asked, turn: number): Promise<Pair> {
  return bound.begin(async (under) => {
    await setTenant(under, asked);
    return free.begin(async (outside) => {
      const answers = [await ask(under, asked, query, 'policy'), await ask(outside, asked, query, 'explicit')].map(sorted);
      if (!isDeepStrictEqual(answers[0], answers[1])) throw new Error(`${query.name}: the two sides answered differently.`);
      return inTurns(
        turn,
        () => bound.measure(BLOCK, () => ask(under, asked, query, 'policy')),
        () => free.measure(BLOCK, () => ask(outside, asked, query, 'explicit')),
      );
    });
  });
}

/** Reads as the islands' `Database.inTenant` makes them: the tenant goes out with the first query, and is not waited for. */
function boundTransactions(side: RowSide, asked: Asked, query: IndexedQuery): Promise<Cost> {
  return side.measure(BLOCK, () =>
    side.begin(async (client) => {
      void setTenant(client, asked);
      return ask(client, asked, query, 'policy');
    }),
  );
}

/** The same without row-level security, and with or without the statement that sets the tenant. */
function transactions(side: RowSide, asked: Asked, query: IndexedQuery, isTenantSet: boolean): Promise<Cost> {
  return side.measure(BLOCK, () =>
    side.begin(async (client) => {
      if (isTenantSet) void setTenant(client, asked);
      return ask(client, asked, query, 'explicit');
    }),
  );
}

function sorted(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** The costs of both, whoever is first taking turns. */
async function inTurns(turn: number, first: () => Promise<Cost>, second: () => Promise<Cost>): Promise<Pair> {
  if (turn % 2 === 0) return [await first(), await second()];
  const later = await second();
  return [await first(), later];
}
