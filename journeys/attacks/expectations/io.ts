import type { Observed } from '../observed.ts';
import { foreignRows, valueDiffers } from './rows.ts';

/** What the checks know of the academy under attack. */
export type CheckedWorld = {
  readonly tenantIds: Readonly<Record<'A' | 'B', string>>;
  /** Texts that tenant A must never read. */
  readonly secretsOfB: readonly string[];
};

type Check = (expected: unknown, observed: Observed, world: CheckedWorld) => string[];

/** The checks of what transports to sockets, streams, Redis and databases see, by key of an expectation. Each answers what is wrong, in words. */
export const IO_CHECKS: Readonly<Record<string, Check>> = {
  gapless: (expected, { events = [], resumed }) => {
    if (expected !== true) return [];
    if (resumed === undefined) return ['nothing was resumed'];
    const missed = events.slice(resumed.after).map(({ seq }) => seq);
    const told = resumed.events.map(({ seq }) => seq);
    const all = [...events.slice(0, resumed.after).map(({ seq }) => seq), ...told];
    const hasGap = all.some((seq, index) => index > 0 && seq !== (all[index - 1] ?? Number.NaN) + 1);
    const isSame = missed.every((seq, index) => told[index] === seq);
    return hasGap || !isSame ? [`expected ${missed.join()} after the resume, without a gap, and got ${told.join()}`] : [];
  },
  disjointIds: (expected, { events = [], resumed }) => {
    const before = new Set(events.map(({ seq }) => seq));
    const again = (resumed?.events ?? []).filter(({ seq }) => before.has(seq));
    return expected === true && resumed !== undefined && again.length > 0
      ? [`told twice: ${again.map(({ seq }) => seq).join()}`]
      : [];
  },
  closedWithinMs: (expected, { closedAfterMs }) => {
    if (closedAfterMs === undefined) return ['it was not closed'];
    return closedAfterMs <= Number(expected)
      ? []
      : [`closed after ${Math.round(closedAfterMs)} ms, within ${String(expected)} ms was expected`];
  },
  contains: (expected, { body }) => {
    const missing = [expected].flat().filter((text) => !body.includes(String(text)));
    return missing.map((text) => `expected ${String(text)} in ${body.slice(0, 200)}`);
  },
  errorMatches: (expected, { error, body }) => {
    if (error === undefined) return [`expected a refusal like ${String(expected)}, and it was done: ${body.slice(0, 200)}`];
    return new RegExp(String(expected)).test(error) ? [] : [`expected a refusal like ${String(expected)}, got ${error}`];
  },
  violations: (expected, { violations }) => {
    if (violations === undefined) return ['nothing was scanned'];
    return violations.length === expected
      ? []
      : [`expected ${String(expected)} violations, found ${violations.length}: ${violations.slice(0, 5).join(', ')}`];
  },
  conocerSubmissions: (expected, { conocerSubmissions }) =>
    conocerSubmissions === expected ? [] : [`expected ${String(expected)} submissions, the authority has ${conocerSubmissions}`],
  jobState: (expected, { jobEnds = [] }) => {
    const allowed = [expected].flat().map((state) => SAME_STATE[String(state)] ?? String(state));
    const others = jobEnds.filter((end) => !allowed.includes(end));
    if (jobEnds.length === 0) return ['no job was enqueued'];
    return others.length === 0
      ? []
      : [`expected every job to be ${allowed.join(' or ')}, and ${others.length} of ${jobEnds.length} are ${others[0]}`];
  },
  rowsWritten: (expected, { rowsWritten }) =>
    rowsWritten === expected ? [] : [`expected ${String(expected)} rows to be written, got ${rowsWritten}`],
  deadLetter: (expected, { deadLetters }) => {
    const wanted = expected === true ? 1 : expected === false ? 0 : expected;
    return deadLetters === wanted ? [] : [`expected ${String(wanted)} dead letters, got ${deadLetters}`];
  },
  foreignRows: (expected, { sql = [] }, { tenantIds, secretsOfB }) => {
    const found = sql.reduce((sum, { outcome }) => sum + foreignRows(outcome, tenantIds, secretsOfB), 0);
    return found === expected ? brokenBy(sql) : [`expected ${String(expected)} foreign rows, found ${found}`];
  },
  foreignUnchanged: (expected, { isForeignUnchanged, sql = [] }) => {
    if (isForeignUnchanged === undefined) return ['nothing was compared'];
    return isForeignUnchanged === expected ? brokenBy(sql) : ['rows of the other tenant changed'];
  },
  sqlstate: (expected, { sql = [] }) => {
    const found = sql.at(-1)?.outcome.sqlstate;
    return [expected].flat().includes(found)
      ? []
      : [`expected SQLSTATE ${[expected].flat().join(' or ')}, got ${found ?? 'none: it was done'}`];
  },
  value: (expected, { sql = [] }) => {
    const last = new Map(sql.map((one) => [one.name, one]));
    return sql.length === 0 ? ['no statement was run'] : valueDiffers(expected as Record<string, unknown>, [...last.values()]);
  },
  same: (expected, { inserts }) => {
    if (inserts === undefined) return ['nothing was compared'];
    const isSame = inserts.used === inserts.unused;
    return isSame === expected
      ? []
      : [`a key that the other tenant uses: ${inserts.used}; one that nobody uses: ${inserts.unused}`];
  },
};

/** A job that was refused has failed, and is removed. */
const SAME_STATE: Readonly<Record<string, string>> = {
  refused: 'failed',
  rejected: 'failed',
  dead: 'failed',
  unknown: 'failed',
  removed: 'failed',
};

/** Statements that were no attack, because they name what there is not or do not parse. A refusal for want of privilege is an answer. */
function brokenBy(sql: NonNullable<Observed['sql']>): string[] {
  return sql.flatMap(({ outcome: { sqlstate, message } }) =>
    sqlstate !== undefined && /^42(?!501)/.test(sqlstate) ? [`the statement is broken: ${sqlstate} ${message}`] : [],
  );
}
