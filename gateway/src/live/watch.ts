import { Fault, isUuid, SECOND_MS } from '@academy/kernel';
import type { LiveReaders } from '@academy/platform/live';
import type { Admission } from '../guard.ts';
import type { CertificationLog, LogPage } from './certification-log.ts';
import { type AnnouncedEntry, entryOf, type HistoryEntry, type LiveEvent } from './live-event.ts';
import type { ResumeTokens } from './resume-token.ts';
import { maySeeCertification } from './visibility.ts';

/** Events that wait for a slow client; with more, they are forgotten and read from the log when the client comes to them. */
const MAX_WAITING = 256;
/** One look at the log may take this long. */
const LOG_DEADLINE_MS = 5 * SECOND_MS;
/** Wait before the log is asked again when its island was away. */
const LOG_RETRY_MS = SECOND_MS;

/** What a watching client is told, and the token to go on from there. */
export type Told = { readonly event: LiveEvent; readonly resume: string };

export type WatchParts = {
  readonly readers: LiveReaders;
  readonly log: CertificationLog;
  readonly tokens: ResumeTokens;
  readonly onGap: () => void;
};

export type WatchRequest = {
  readonly admission: Admission;
  readonly requestId: string;
  readonly certificationId: string;
  /** Token of the last event that the client had; undefined: it begins with a snapshot. */
  readonly after: string | undefined;
  readonly signal: AbortSignal;
};

/**
 * Tells one client of one certification: a snapshot, or what followed `after`, then every change, in order, each once, until `signal`
 * aborts. What the stream brings is only believed as far as its numbers follow one another; anything missing is read from the log.
 * Throws a Fault: NOT_FOUND when the viewer may not see it (any more), BAD_USER_INPUT for a token that is not his.
 */
export async function* watchCertification(parts: WatchParts, request: WatchRequest): AsyncGenerator<Told, void, void> {
  const { admission, certificationId, signal } = request;
  const { principal } = admission;
  if (!isUuid(certificationId)) throw notFound();
  const scope = { principal, certificationId };
  const place = request.after === undefined ? undefined : parts.tokens.read(scope, request.after);
  if (request.after !== undefined && place === undefined) {
    throw new Fault('BAD_USER_INPUT', 'after must be the resume token of an event of this subscription; start again without it.');
  }
  const inbox = openInbox(signal);
  const stop = await parts.readers.watch(principal.tenantId, certificationId, {
    onEvent: (event) => {
      const entry = entryOf(event);
      if (entry !== undefined) inbox.put(entry);
    },
    onLoss: () => inbox.lose(),
  });
  const tell = (kind: LiveEvent['kind'], entry: HistoryEntry): Told => ({
    event: {
      kind,
      seq: entry.seq,
      previousStatus: entry.previousStatus,
      status: entry.status,
      hold: entry.hold,
      occurredAt: entry.occurredAt,
    },
    resume: parts.tokens.issue(scope, { seq: entry.seq, epoch: epochOf(entry) }),
  });
  const read = (afterSeq: number) =>
    parts.log.read(
      { principal, requestId: request.requestId },
      certificationId,
      afterSeq,
      AbortSignal.any([signal, AbortSignal.timeout(LOG_DEADLINE_MS)]),
    );

  try {
    let next: number;
    if (place === undefined) {
      const newest = await newestOf(read, 0);
      yield tell('SNAPSHOT', newest);
      next = newest.seq + 1;
    } else {
      const page = await read(place.seq - 1);
      const [same] = page.entries;
      if (same === undefined || same.seq !== place.seq || epochOf(same) !== place.epoch) {
        const newest = await newestOf(read, 0);
        yield tell('RESET', newest);
        next = newest.seq + 1;
      } else {
        next = place.seq + 1;
        inbox.lose();
      }
    }
    for (;;) {
      const news = await inbox.take();
      if (news === 'stopped') return;
      if (news !== 'lost' && news.seq < next) continue;
      if (news !== 'lost' && news.seq === next) {
        if (!maySeeCertification(principal, news.candidateId)) throw notFound();
        yield tell('CHANGE', news);
        next += 1;
        continue;
      }
      if (news !== 'lost') parts.onGap();
      const page = await readPatiently(read, next - 1, signal);
      if (page === undefined) return;
      for (const entry of page.entries) {
        if (entry.seq !== next) continue;
        yield tell('CHANGE', entry);
        next += 1;
      }
      if (page.seq >= next) inbox.lose();
    }
  } finally {
    stop();
  }
}

async function newestOf(read: (afterSeq: number) => Promise<LogPage>, afterSeq: number): Promise<HistoryEntry> {
  const page = await read(afterSeq);
  const newest = page.entries.find((entry) => entry.seq === page.seq);
  return newest ?? newestOf(read, page.seq - 1);
}

/** A page of the log; an island that is away is waited for. Undefined when nobody waits any more. */
async function readPatiently(
  read: (afterSeq: number) => Promise<LogPage>,
  afterSeq: number,
  signal: AbortSignal,
): Promise<LogPage | undefined> {
  while (!signal.aborted) {
    try {
      return await read(afterSeq);
    } catch (thrown) {
      if (signal.aborted) return undefined;
      if (!(thrown instanceof Fault) || !thrown.isRetryable) throw thrown;
      await pause(LOG_RETRY_MS, signal);
    }
  }
  return undefined;
}

type Inbox = { put(entry: AnnouncedEntry): void; lose(): void; take(): Promise<AnnouncedEntry | 'lost' | 'stopped'> };

function openInbox(signal: AbortSignal): Inbox {
  let waiting: AnnouncedEntry[] = [];
  let hasLost = false;
  let wake: (() => void) | undefined;
  signal.addEventListener('abort', () => wake?.(), { once: true });
  return {
    put(entry) {
      if (waiting.length >= MAX_WAITING) {
        waiting = [];
        hasLost = true;
      } else waiting.push(entry);
      wake?.();
    },
    lose() {
      hasLost = true;
      wake?.();
    },
    async take() {
      for (;;) {
        if (signal.aborted) return 'stopped';
        const entry = waiting.shift();
        if (entry !== undefined) return entry;
        if (hasLost) {
          hasLost = false;
          return 'lost';
        }
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
        wake = undefined;
      }
    },
  };
}

function epochOf(entry: HistoryEntry): number {
  return new Date(entry.occurredAt).getTime();
}

function notFound(): Fault {
  return new Fault('NOT_FOUND', 'There is no such certification.');
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
  });
}
