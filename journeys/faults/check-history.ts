import type { Content, HistoryRecord } from './history.ts';

/** What must hold of every history, by the names that violations bear. */
export const RULES = {
  LOST: 'an event was never told',
  DUPLICATE: 'an event was told twice',
  ORDER: 'an event was told after a later one',
  PHANTOM: 'an event was told that never happened',
  CONTENT: 'an event says something else than the log',
  BEHIND: 'a client had not caught up at the end',
  RESET: 'a client was told to begin anew where nothing was lost',
  ANEW: 'a client came with a resume token and got a snapshot',
  TENANT: 'a client was told an event of another tenant',
  REFUSED: 'a client was refused for a reason that was none',
  LATE: 'a query was answered after its deadline',
  SILENT: 'an answer had neither data nor a code',
  GAP: 'the log itself has a gap',
  BROKE: 'a process did not do what it should',
  UNFINISHED: 'the run did not come to its end',
} as const;
export type Rule = keyof typeof RULES;

export type Violation = { readonly rule: Rule; readonly what: string; readonly at: number };

/** The gateway answers within 5 s; a second more for the way there and back on a busy machine. */
const ANSWER_WITHIN_MS = 6_000;
/** What happened less than this before the end may still be on its way. */
const ON_ITS_WAY_MS = 10_000;
/** Refusals that tell of an outage; the client comes again. */
const PASSING_CODES: ReadonlySet<string> = new Set(['UNAVAILABLE', 'ANALYTICS_UNAVAILABLE', 'TIMEOUT']);

type Entry = { readonly number: number; readonly at: number; readonly tenant: string; readonly content: Content };
type Client = {
  readonly name: string;
  readonly feed: string;
  readonly tenant: string;
  readonly isCoalesced: boolean;
  hasToken: boolean;
  /** Number of the newest event that it knows of. */
  place: number | undefined;
  readonly told: Set<number>;
  /** Skipped, and not told since. */
  readonly missing: Set<number>;
  mayReset: boolean;
};

/**
 * Compares what each client was told with what happened. Each client must have been told, over all its connections: one snapshot, then every entry of
 * the log that follows it, once, in order, with the log's content, up to the newest; RESET only where a `reset-due` says so.
 */
export function checkHistory(history: readonly HistoryRecord[]): Violation[] {
  const violations: Violation[] = [];
  const break_ = (rule: Rule, at: number, what: string) => violations.push({ rule, at, what });
  const logs = readLogs(history, break_);
  const clients = new Map<string, Client>();
  const endedAt = history.find(({ op }) => op === 'end')?.at;
  const isForeign = (name: string) => {
    const client = clients.get(name);
    const owner = client === undefined ? undefined : logs.get(client.feed)?.[0]?.tenant;
    return owner !== undefined && owner !== client?.tenant;
  };

  for (const record of history) {
    switch (record.op) {
      case 'opens': {
        const known = clients.get(record.client);
        if (known === undefined) clients.set(record.client, newClient(record));
        else known.hasToken = record.after !== undefined;
        break;
      }
      case 'told': {
        const client = clients.get(record.client);
        if (client === undefined) break_('PHANTOM', record.at, `${record.client} was told something and watches nothing`);
        else take(client, record, logs.get(client.feed) ?? [], break_);
        break;
      }
      case 'refused': {
        const odd = record.codes.filter(
          (code) => !PASSING_CODES.has(code) && !(code === 'NOT_FOUND' && isForeign(record.client)),
        );
        if (odd.length > 0) break_('REFUSED', record.at, `${record.client} was refused with ${odd.join(', ')}`);
        break;
      }
      case 'asked':
        if (record.tookMs - record.stalledMs > ANSWER_WITHIN_MS)
          break_('LATE', record.at, `a query was answered after ${record.tookMs} ms`);
        if (record.status !== 0 && !record.hasData && record.codes.length === 0)
          break_('SILENT', record.at, `a query got ${record.status}, no data and no code`);
        break;
      case 'reset-due':
        for (const client of clients.values()) if (client.feed === record.feed) client.mayReset = true;
        break;
      case 'broke':
        break_('BROKE', record.at, record.what);
        break;
      default:
        break;
    }
  }
  if (endedAt === undefined) {
    break_('UNFINISHED', history.at(-1)?.at ?? 0, 'the history has no end');
    return violations;
  }
  for (const client of clients.values()) checkEnd(client, logs.get(client.feed) ?? [], endedAt, break_);
  return violations;
}

type Break = (rule: Rule, at: number, what: string) => void;

function readLogs(history: readonly HistoryRecord[], break_: Break): Map<string, Entry[]> {
  const logs = new Map<string, Entry[]>();
  for (const record of history) {
    if (record.op !== 'happened') continue;
    const { feed, number, at, tenant, content } = record;
    const log = logs.get(feed) ?? [];
    const last = log.at(-1);
    if (last !== undefined && number <= last.number) break_('GAP', at, `${feed} has entry ${number} after ${last.number}`);
    log.push({ number, at, tenant, content });
    logs.set(feed, log);
  }
  return logs;
}

function newClient(record: HistoryRecord & { op: 'opens' }): Client {
  const { client: name, feed, tenant, after, isCoalesced = false } = record;
  return {
    name,
    feed,
    tenant,
    isCoalesced,
    hasToken: after !== undefined,
    place: after,
    told: new Set(),
    missing: new Set(),
    mayReset: false,
  };
}

function take(client: Client, event: HistoryRecord & { op: 'told' }, log: readonly Entry[], break_: Break): void {
  const { name, place } = client;
  const { at, kind, number } = event;
  const entry = log.find((candidate) => candidate.number === number);
  const owner = log[0]?.tenant;
  if (owner !== undefined && owner !== client.tenant)
    break_('TENANT', at, `${name} of ${client.tenant} was told ${number} of ${client.feed}, which is ${owner}'s`);
  const isPast = client.isCoalesced && number <= (log.at(-1)?.number ?? 0);
  if (kind === 'CHANGE' && entry === undefined && !isPast)
    break_('PHANTOM', at, `${name} was told ${number}, which never happened`);
  if (entry !== undefined && event.content !== undefined) {
    const difference = Object.entries(event.content).filter(([key, value]) => entry.content[key] !== value);
    for (const [key, value] of difference)
      break_('CONTENT', at, `${name} was told ${key} ${value} in ${number}; the log says ${entry.content[key]}`);
  }
  if (kind !== 'CHANGE') {
    if (kind === 'RESET' && !client.mayReset) break_('RESET', at, `${name} was told RESET at ${number} and had ${place}`);
    if (kind === 'SNAPSHOT' && client.hasToken)
      break_('ANEW', at, `${name} came with the token of ${place} and got a snapshot at ${number}`);
    client.mayReset = false;
    client.place = number;
    return;
  }
  if (place === undefined) break_('ANEW', at, `${name} was told ${number} before any snapshot`);
  else if (client.missing.delete(number)) break_('ORDER', at, `${name} was told ${number} after ${place}`);
  else if (number <= place) break_('DUPLICATE', at, `${name} was told ${number} again, after ${place}`);
  else if (!client.isCoalesced) for (const skipped of between(log, place, number)) client.missing.add(skipped);
  client.told.add(number);
  client.place = Math.max(place ?? number, number);
}

function checkEnd(client: Client, log: readonly Entry[], endedAt: number, break_: Break): void {
  for (const number of client.missing) break_('LOST', endedAt, `${client.name} was never told ${number}`);
  if (log[0] !== undefined && log[0].tenant !== client.tenant) return;
  const due = log.findLast(({ at }) => at <= endedAt - ON_ITS_WAY_MS);
  if (due !== undefined && (client.place ?? 0) < due.number)
    break_('BEHIND', endedAt, `${client.name} stands at ${client.place ?? 'nothing'}; the log at ${due.number}`);
}

/** Numbers of the log above `after` and below `before`. */
function between(log: readonly Entry[], after: number, before: number): number[] {
  return log.map(({ number }) => number).filter((number) => number > after && number < before);
}
