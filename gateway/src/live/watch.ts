import { Fault, isUuid, SECOND_MS } from '@academy/kernel';
import type { LiveReaders } from '@academy/platform/live';
import type { Admission } from '../guard.ts';
import type { CertificationLog, LogPage } from './certification-log.ts';
import { openInbox } from './inbox.ts';
import { entryOf, type HistoryEntry, type LiveEvent } from './live-event.ts';
import type { ResumePlace, ResumeTokens } from './resume-token.ts';
import { maySeeCertification } from './visibility.ts';

/** One look at the log may take this long. */
const LOG_DEADLINE_MS = 5 * SECOND_MS;
/** Wait before the log is asked again when its island was away. */
const LOG_RETRY_MS = SECOND_MS;
/** Looks for the newest entry of a history that grows meanwhile: each look may miss one page of 100. */
const NEWEST_LOOKS = 3;

/** What a watching client is told, and the token to go on from there. */
export type Told = { readonly event: LiveEvent; readonly resume: string };

export type WatchParts = {
  readonly readers: LiveReaders;
  readonly log: CertificationLog;
  readonly tokens: ResumeTokens;
  /** Runs when the stream left out an entry, which is then read from the log. */
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

type Read = (afterSeq: number) => Promise<LogPage>;

/**
 * Tells one client of one certification: a snapshot, or what followed `after`, then every change, in order, each once, until `signal`
 * aborts. What the stream brings is only believed as far as its numbers follow one another; anything missing is read from the log, and
 * waited for while its island is away. A log that does not have the client's place any more is told as RESET with the state now.
 * Throws a Fault: NOT_FOUND when the viewer may not see it (any more), BAD_USER_INPUT for a token that is not his, and before a snapshot
 * UNAVAILABLE or TIMEOUT when the island is away.
 */
export async function* watchCertification(parts: WatchParts, request: WatchRequest): AsyncGenerator<Told, void, void> {
  const { admission, certificationId, requestId, signal } = request;
  const { principal } = admission;
  if (!isUuid(certificationId)) throw notFound();
  const scope = { principal, certificationId };
  const after = request.after === undefined ? undefined : parts.tokens.read(scope, request.after);
  if (request.after !== undefined && after === undefined) {
    throw new Fault('BAD_USER_INPUT', 'after must be the resume token of an event of this subscription; start again without it.');
  }
  const inbox = openInbox(signal);
  const read: Read = (afterSeq) =>
    parts.log.read(
      { principal, requestId },
      certificationId,
      afterSeq,
      AbortSignal.any([signal, AbortSignal.timeout(LOG_DEADLINE_MS)]),
    );
  const tell = (kind: LiveEvent['kind'], { seq, previousStatus, status, hold, occurredAt }: HistoryEntry): Told => ({
    event: { kind, seq, previousStatus, status, hold, occurredAt },
    resume: parts.tokens.issue(scope, placeOf({ seq, occurredAt })),
  });

  // The stream is listened to before the log is read, so that nothing can happen in between.
  const stop = await parts.readers.watch(principal.tenantId, certificationId, {
    onEvent: (event) => {
      const entry = entryOf(event);
      if (entry !== undefined) inbox.put(entry);
    },
    onLoss: inbox.lose,
  });
  try {
    let place: ResumePlace;
    if (after === undefined) {
      const newest = await newestOf(read);
      yield tell('SNAPSHOT', newest);
      place = placeOf(newest);
    } else {
      place = after;
      inbox.lose();
    }
    for (;;) {
      const news = await inbox.take();
      if (news === 'stopped') return;
      if (news !== 'lost') {
        if (news.seq <= place.seq) continue;
        if (news.seq === place.seq + 1) {
          if (!maySeeCertification(principal, news.candidateId)) throw notFound();
          yield tell('CHANGE', news);
          place = placeOf(news);
          continue;
        }
        parts.onGap();
      }
      const known = place;
      const page = await patiently(() => read(known.seq - 1), signal);
      if (page === undefined) return;
      const [same, ...following] = page.entries;
      if (same === undefined || !isAt(known, same)) {
        const newest = await patiently(() => newestOf(read), signal);
        if (newest === undefined) return;
        yield tell('RESET', newest);
        place = placeOf(newest);
        continue;
      }
      for (const entry of following) {
        yield tell('CHANGE', entry);
        place = placeOf(entry);
      }
      if (page.seq > place.seq) inbox.lose();
    }
  } finally {
    stop();
  }
}

async function newestOf(read: Read): Promise<HistoryEntry> {
  let afterSeq = 0;
  for (let look = 0; look < NEWEST_LOOKS; look += 1) {
    const { seq, entries } = await read(afterSeq);
    const newest = entries.find((entry) => entry.seq === seq);
    if (newest !== undefined) return newest;
    afterSeq = seq - 1;
  }
  throw new Fault('UNAVAILABLE', 'The history could not be read; try again shortly.');
}

/** Asks again and again while an island is away. Undefined when nobody waits any more. */
async function patiently<Answer>(ask: () => Promise<Answer>, signal: AbortSignal): Promise<Answer | undefined> {
  while (!signal.aborted) {
    try {
      return await ask();
    } catch (thrown) {
      if (signal.aborted) return undefined;
      if (!(thrown instanceof Fault) || !thrown.isRetryable) throw thrown;
      await pause(LOG_RETRY_MS, signal);
    }
  }
  return undefined;
}

function placeOf({ seq, occurredAt }: Pick<HistoryEntry, 'seq' | 'occurredAt'>): ResumePlace {
  return { seq, epoch: new Date(occurredAt).getTime() };
}

function isAt(place: ResumePlace, entry: HistoryEntry): boolean {
  const { seq, epoch } = placeOf(entry);
  return seq === place.seq && epoch === place.epoch;
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
