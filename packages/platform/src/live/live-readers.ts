import type { DomainEvent, LiveTopic } from '@academy/contracts';
import { describeThrown, Fault, SECOND_MS } from '@academy/kernel';
import type { SigningKey } from '../access/signature.ts';
import { liveStreamKey, liveWakeChannel } from '../events/stream.ts';
import { openStreamCursor } from '../events/stream-cursor.ts';
import type { Logger } from '../logger/index.ts';
import type { RedisDoor } from '../redis/index.ts';
import { createWakes } from './wakes.ts';

/** Someone in this process who waits for events. Both functions return at once and do not throw. */
export type Watcher = {
  /** An event that is waited for. It may have come before, and others may be missing before it: its data has a number. */
  onEvent(event: DomainEvent): void;
  /** Events may have been lost: look at the log. */
  onLoss(): void;
};

/** What a watcher waits for. */
export type Watched = {
  readonly tenantId: string;
  readonly topic: LiveTopic;
  /** undefined: every subject of the tenant. */
  readonly subject: string | undefined;
};

/** Reads live streams for the watchers of one process. */
export type LiveReaders = {
  /**
   * Every event of the subject that is appended to the topic's stream of the tenant after this resolves reaches the watcher, or `onLoss` is called, until the
   * returned function is called. Resolves within a second even while Redis cannot be reached. Rejects with Fault UNAVAILABLE when closed.
   */
  watch(watched: Watched, watcher: Watcher): Promise<() => void>;
  /** Streams that are read now. */
  openReaders(): number;
  close(): Promise<void>;
};

/** A reader looks by itself this often, should a wake-up be lost. */
const LOOK_EVERY_MS = 5 * SECOND_MS;
const RETRY_MS = 500;
/** The watch begins without the stream after this long; it is told of a loss once the stream can be read. */
const READY_WAIT_MS = SECOND_MS;
/** A reader without watchers is kept for this long: clients that were cut off come back. */
const LINGER_MS = 30 * SECOND_MS;

type Reader = {
  readonly ready: Promise<void>;
  isReady(): boolean;
  add(subject: string | undefined, watcher: Watcher): () => void;
  stop(): void;
};

/** Readers: one per tenant and topic that has watchers, however many they are. */
export function createLiveReaders(options: {
  redis: RedisDoor;
  signingKeys: readonly SigningKey[];
  /** How long a reader outlives its last watcher; 30 s unless told: a stream read for nobody, against a new start for each who comes back. */
  lingerMs?: number;
  logger: Logger;
}): LiveReaders {
  const { redis, logger, lingerMs = LINGER_MS } = options;
  const wakes = createWakes(redis);
  const readers = new Map<string, Reader>();
  let isClosed = false;

  function open({ tenantId, topic }: Watched, key: string): Reader {
    const watchers = new Map<string | undefined, Set<Watcher>>();
    const ready = Promise.withResolvers<void>();
    const cursor = openStreamCursor({
      redis,
      stream: liveStreamKey(redis, tenantId, topic),
      from: 'newest',
      signingKeys: options.signingKeys,
      onForged: (entryId) => logger.error({ tenantId, topic, entryId }, 'a live event that is not signed by us was refused'),
    });
    let isReady = false;
    let isStopped = false;
    let isReading = false;
    let isAskedAgain = false;
    let timer: NodeJS.Timeout | undefined;
    let lingering: NodeJS.Timeout | undefined;
    let stopWaking: (() => void) | undefined;

    function deliver(event: DomainEvent): void {
      // The key says whose stream it is; an entry that was copied from another tenant's is signed all the same.
      if (event.tenantId !== tenantId) return;
      for (const watcher of watchers.get(event.subject) ?? []) watcher.onEvent(event);
      for (const watcher of watchers.get(undefined) ?? []) watcher.onEvent(event);
    }
    function tellLoss(): void {
      for (const set of watchers.values()) for (const watcher of set) watcher.onLoss();
    }
    async function look(): Promise<void> {
      if (isStopped) return;
      if (isReading) {
        isAskedAgain = true;
        return;
      }
      isReading = true;
      clearTimeout(timer);
      let nextMs = LOOK_EVERY_MS;
      try {
        do {
          isAskedAgain = false;
          const { hasLost } = await cursor.read(deliver);
          if (hasLost) tellLoss();
        } while (isAskedAgain && !isStopped);
        isReady = true;
        ready.resolve();
      } catch (thrown) {
        nextMs = RETRY_MS;
        if (!isStopped) logger.warn({ tenantId, topic, err: describeThrown(thrown) }, 'live reader: will try again');
      }
      isReading = false;
      if (!isStopped) timer = setTimeout(() => void look(), nextMs);
    }

    void wakes
      .onWake(liveWakeChannel(redis, tenantId, topic), () => void look())
      .then(
        (stop) => {
          stopWaking = stop;
          if (isStopped) return stop();
          // What was appended before the wake-ups began woke nobody.
          void look();
        },
        (thrown: unknown) =>
          logger.error({ tenantId, topic, err: describeThrown(thrown) }, 'live reader: no wake-ups; looking by itself only'),
      );
    void look();

    const reader: Reader = {
      ready: ready.promise,
      isReady: () => isReady,
      add(subject, watcher) {
        clearTimeout(lingering);
        const set = watchers.get(subject) ?? new Set();
        watchers.set(subject, set.add(watcher));
        return () => {
          set.delete(watcher);
          if (set.size === 0 && watchers.get(subject) === set) watchers.delete(subject);
          if (watchers.size > 0 || isStopped) return;
          clearTimeout(lingering);
          lingering = setTimeout(() => {
            reader.stop();
            readers.delete(key);
          }, lingerMs);
        };
      },
      stop() {
        isStopped = true;
        clearTimeout(timer);
        clearTimeout(lingering);
        stopWaking?.();
      },
    };
    return reader;
  }

  return {
    async watch(watched, watcher) {
      if (isClosed) throw new Fault('UNAVAILABLE', 'A part of the system does not answer; try again shortly.');
      const key = `${watched.topic} ${watched.tenantId}`;
      let reader = readers.get(key);
      if (reader === undefined) {
        reader = open(watched, key);
        readers.set(key, reader);
      }
      const stop = reader.add(watched.subject, watcher);
      if (!reader.isReady()) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const waited = setTimeout(resolve, READY_WAIT_MS);
        await Promise.race([reader.ready, promise]);
        clearTimeout(waited);
        if (!reader.isReady()) void reader.ready.then(() => watcher.onLoss());
      }
      return stop;
    },
    openReaders: () => readers.size,
    async close() {
      isClosed = true;
      for (const reader of readers.values()) reader.stop();
      readers.clear();
      await wakes.close();
    },
  };
}
