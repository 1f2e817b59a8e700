import type { HistoryRecord } from './history.ts';

/** How long one client that came back had to wait, and what had happened to it. */
export type Resume = { readonly ms: number; readonly faults: readonly string[]; readonly transport: string };

export type Figures = {
  readonly events: number;
  readonly told: number;
  readonly connections: number;
  readonly cuts: number;
  readonly resets: number;
  readonly queries: number;
  readonly refusals: number;
  readonly resumes: readonly Resume[];
  /** Ms from an event's commit to its arrival, of those that came over a connection which was there already. */
  readonly delays: readonly number[];
};

/** A fault may show itself in a connection's end this long after it is over. */
const AFTERMATH_MS = 1_500;

/** Counts a history of one run; who was never told anything, as an intruder, does not count. */
export function figuresOf(whole: readonly HistoryRecord[]): Figures {
  const admitted = new Set(whole.flatMap((record) => (record.op === 'told' ? [record.client] : [])));
  const history = whole.filter((record) => !('client' in record) || admitted.has(record.client));
  const count = (op: HistoryRecord['op']) => history.filter((record) => record.op === op).length;
  const { resumes, delays } = timesOf(history);
  return {
    events: eventsOf(history),
    told: count('told'),
    connections: count('opens'),
    cuts: count('ended'),
    resets: history.filter((record) => record.op === 'told' && record.kind === 'RESET').length,
    queries: count('asked'),
    refusals: count('refused'),
    resumes,
    delays,
  };
}

/** What happened in the run itself; the log of a tenant has the entries of its certifications once more. */
function eventsOf(history: readonly HistoryRecord[]): number {
  const beganAt = history[0]?.at ?? 0;
  return history.filter(
    (record) => record.op === 'happened' && record.at >= beganAt && !record.feed.startsWith('certifications:'),
  ).length;
}

/**
 * A client that was cut off waits from the cut, or from when it could be served again, until it is told something on a new connection; where there was
 * nothing to tell, until it was accepted, and then from the event's own time. What it waits for by its own choice before it comes back is included.
 */
function timesOf(history: readonly HistoryRecord[]): Pick<Figures, 'resumes' | 'delays'> {
  const resumes: Resume[] = [];
  const delays: number[] = [];
  const outages = spans(history, 'away', 'back');
  const faults = faultSpans(history);
  const waiting = new Map<string, { cutAt: number; acceptedAt: number | undefined }>();
  const transports = new Map<string, string>();
  for (const record of history) {
    if (record.op === 'opens') transports.set(record.client, record.transport);
    if (record.op === 'ended' && !waiting.has(record.client))
      waiting.set(record.client, { cutAt: record.at, acceptedAt: undefined });
    const wait = 'client' in record ? waiting.get(record.client) : undefined;
    if (record.op === 'ended' && wait !== undefined) wait.acceptedAt = undefined;
    if (record.op === 'accepted' && wait !== undefined) wait.acceptedAt = record.at;
    if (record.op !== 'told') continue;
    const happenedAt = record.content?.['occurredAt'];
    if (wait === undefined) {
      if (record.kind === 'CHANGE' && typeof happenedAt === 'number') delays.push(record.at - happenedAt);
      continue;
    }
    waiting.delete(record.client);
    const from = reachableFrom(wait.cutAt, record.at, outages);
    const acceptedMs = (wait.acceptedAt ?? record.at) - from;
    const toldMs = record.at - Math.max(from, typeof happenedAt === 'number' ? happenedAt : from);
    resumes.push({
      ms: Math.max(0, acceptedMs, toldMs),
      faults: faults
        .filter(({ begins, over }) => wait.cutAt >= begins && wait.cutAt <= over + AFTERMATH_MS)
        .map(({ name }) => name),
      transport: transports.get(record.client) ?? '',
    });
  }
  return { resumes, delays };
}

type Span = { readonly name: string; readonly begins: number; readonly over: number };

function spans(history: readonly HistoryRecord[], begin: 'away', end: 'back'): Span[] {
  return history.flatMap((record, index) => {
    if (record.op !== begin) return [];
    const over = history.slice(index).find((other) => other.op === end && other.what === record.what);
    return [{ name: record.what, begins: record.at, over: over?.at ?? Number.POSITIVE_INFINITY }];
  });
}

function faultSpans(history: readonly HistoryRecord[]): Span[] {
  return history.flatMap((record, index) => {
    if (record.op !== 'fault' || record.phase !== 'begins') return [];
    const over = history
      .slice(index)
      .find((other) => other.op === 'fault' && other.phase === 'over' && other.name === record.name);
    return [{ name: record.name, begins: record.at, over: over?.at ?? Number.POSITIVE_INFINITY }];
  });
}

/** The cut, or the end of the last outage between it and the answer. */
function reachableFrom(cutAt: number, answeredAt: number, outages: readonly Span[]): number {
  const between = outages.filter(({ begins, over }) => begins < answeredAt && over > cutAt && over <= answeredAt);
  return Math.max(cutAt, ...between.map(({ over }) => over));
}

/** The value below which this share of a list lies; undefined for an empty list. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
