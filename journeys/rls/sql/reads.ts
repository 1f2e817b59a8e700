import { createRandom } from '../../faults/random.ts';
import type { Sql } from './connection.ts';
import type { Ground } from './ground.ts';
import { ORACLE } from './oracle.ts';
import { SqlWriter } from './random-sql.ts';

/** Under what a statement runs, and which copies say what it must answer. */
type Session = { readonly as: 'app' | 'owner'; readonly tenant: 'own' | 'none' | 'empty' | 'unknown'; readonly oracle: string };

const SESSIONS: readonly Session[] = [
  ...Array.from({ length: 7 }, () => ({ as: 'app', tenant: 'own', oracle: ORACLE.tenant }) as const),
  { as: 'app', tenant: 'none', oracle: ORACLE.nobody },
  { as: 'app', tenant: 'empty', oracle: ORACLE.nobody },
  { as: 'app', tenant: 'unknown', oracle: ORACLE.nobody },
  { as: 'owner', tenant: 'own', oracle: ORACLE.tenant },
];
const UNKNOWN_TENANT = '5c0f6c3e-0000-4000-8000-000000000000';

/** What came of one statement. `leak` tells what was told that must not be, or kept back that must not. */
export type Trial = { readonly kind: 'same' | 'failed' | 'too long' } | { readonly kind: 'leak'; readonly leak: string };

/** A random question to one island, asked under row security and of the oracle. */
export async function tryRead(ground: Ground, seed: number, tenantId: string): Promise<Trial> {
  const random = createRandom(seed);
  const session = random.pick(SESSIONS);
  const sql = new SqlWriter(random, ground.words).query();
  const [got, expected] = await Promise.all([
    answerOf(ground[session.as], sql, settingsOf(session, tenantId)),
    answerOf(ground.admin, sql, [`set local search_path = ${session.oracle}`]),
  ]);
  if (got.kind === 'timeout' || expected.kind === 'timeout') return { kind: 'too long' };
  if (got.kind === 'error' && expected.kind === 'error') return { kind: 'failed' };
  if (got.kind === 'rows' && expected.kind === 'rows' && same(got.rows, expected.rows)) return { kind: 'same' };
  const said = `${ground.island}, ${session.as}, tenant ${session.tenant}: ${sql}`;
  return { kind: 'leak', leak: `${said}\n    got      ${shown(got)}\n    expected ${shown(expected)}` };
}

function settingsOf({ tenant }: Session, tenantId: string): string[] {
  if (tenant === 'none') return [];
  const value = { own: tenantId, empty: '', unknown: UNKNOWN_TENANT }[tenant];
  return [`select set_config('app.tenant_id', '${value}', true)`];
}

type Answer =
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  | { readonly kind: 'error' | 'timeout'; readonly message: string };

/** The rows as texts, in any order; nothing is kept of what the statement did. */
async function answerOf(connection: Sql, sql: string, settings: readonly string[]): Promise<Answer> {
  let rows: readonly string[] = [];
  try {
    await connection.begin(async (tx) => {
      for (const setting of settings) await tx.unsafe(setting);
      rows = (await tx.unsafe(sql)).map((row) => JSON.stringify(row));
      throw new Undone();
    });
    return { kind: 'rows', rows };
  } catch (thrown) {
    if (thrown instanceof Undone) return { kind: 'rows', rows };
    const { code, message } = thrown as { code?: string; message: string };
    return { kind: code === '57014' ? 'timeout' : 'error', message: `${code ?? ''} ${message}` };
  }
}

/** Ends a transaction without keeping it. */
class Undone extends Error {}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
}

function shown(answer: Answer): string {
  if (answer.kind !== 'rows') return answer.message;
  return `${answer.rows.length} rows: ${answer.rows.toSorted().join(' ').slice(0, 300)}`;
}
