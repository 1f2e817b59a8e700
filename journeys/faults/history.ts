import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

/** What one live event says, as far as it is compared: the log's entry and the event must give the same. */
export type Content = Readonly<Record<string, string | number | null>>;

/**
 * One line of a history. `at` is in ms since the epoch, `feed` names what is watched (one log, numbered), `client` someone who watches it and comes
 * back with the last resume token, `connection` counts how often that client has opened the feed.
 */
export type HistoryRecord = { readonly at: number } & (
  | { readonly op: 'run'; readonly run: number; readonly seed: number; readonly faults: readonly string[] }
  | { readonly op: 'fault'; readonly name: string; readonly phase: 'begins' | 'over'; readonly note?: string }
  /** Something without which nobody can be served went away, or answers again. */
  | { readonly op: 'away' | 'back'; readonly what: string }
  | {
      readonly op: 'opens';
      readonly client: string;
      readonly connection: number;
      readonly feed: string;
      readonly tenant: string;
      readonly transport: string;
      /** Only the newest entry counts: those before it may be left out. */
      readonly isCoalesced?: true;
      /** Number of the last event it had; undefined: it has no token. */
      readonly after?: number;
    }
  /** The server has answered the connection. */
  | { readonly op: 'accepted'; readonly client: string; readonly connection: number }
  | {
      readonly op: 'told';
      readonly client: string;
      readonly connection: number;
      readonly kind: string;
      readonly number: number;
      /** Undefined where an event of this kind says nothing more. */
      readonly content?: Content;
    }
  /** Errors in an answer, or in place of one. */
  | { readonly op: 'refused'; readonly client: string; readonly connection: number; readonly codes: readonly string[] }
  | { readonly op: 'ended'; readonly client: string; readonly connection: number; readonly why: string }
  /** A query over HTTP; `status` 0: the connection broke. */
  | {
      readonly op: 'asked';
      readonly tookMs: number;
      /** Of that, how long the asker itself was given no processor: a machine that is busy with other things. */
      readonly stalledMs: number;
      readonly status: number;
      readonly codes: readonly string[];
      readonly hasData: boolean;
    }
  /** An entry of the log, read from PostgreSQL when the run was over; `at` is when it happened. */
  | {
      readonly op: 'happened';
      readonly feed: string;
      readonly tenant: string;
      readonly number: number;
      readonly content: Content;
    }
  /** From here on the log no longer has what earlier tokens speak of: whoever comes with one is told RESET. */
  | { readonly op: 'reset-due'; readonly feed: string }
  /** A learner was told that her course is completed, and this case came of it. */
  | { readonly op: 'promised'; readonly tenant: string; readonly certification: string; readonly enrollment: string }
  /** A client asked for a case, and was answered this state of it. */
  | { readonly op: 'polled'; readonly certification: string; readonly number: number; readonly status: string }
  /** The authority has received this submission, read from its ledger when the run was over; `statuses` in the order in which it reached them. */
  | { readonly op: 'received'; readonly externalRef: string; readonly authorityId: string; readonly statuses: readonly string[] }
  /** What the authority was called for, by its own count, since the run began; `kind` as its ledger names the calls. */
  | { readonly op: 'calls'; readonly kind: string; readonly count: number }
  /** An entry of conocer's audit log about a call to the authority, read from PostgreSQL when the run was over; `case` is the external reference. */
  | {
      readonly op: 'recorded';
      readonly tenant: string;
      readonly number: number;
      readonly hash: string;
      readonly action: string;
      readonly phase: 'before' | 'after';
      readonly externalRef: string;
    }
  /** An auditor was shown this entry of the audit log while faults struck. */
  | { readonly op: 'shown'; readonly tenant: string; readonly number: number; readonly hash: string }
  /** A fact that analytics has, read from PostgreSQL when the run was over. */
  | { readonly op: 'counted'; readonly kind: string; readonly object: string }
  /** A learner tried something and was answered without what she asked for; `status` 0: the connection broke. */
  | { readonly op: 'tried'; readonly what: string; readonly status: number; readonly codes: readonly string[] }
  /** Somebody asked that all that is kept of her be erased, and it was accepted; or it is done, and so many pieces were looked through for what is left. */
  | { readonly op: 'erasure'; readonly person: string; readonly phase: 'accepted' | 'completed'; readonly pieces?: number }
  /** Something of somebody who was erased was found. */
  | { readonly op: 'left'; readonly person: string; readonly what: string; readonly place: string; readonly count: number }
  /** An entry of a stream or a job of a queue that is not ours, or that no reaction can take; `reference` is what tells of it later. */
  | { readonly op: 'planted'; readonly kind: string; readonly where: string; readonly reference: string }
  /** What was planted was acted upon. */
  | { readonly op: 'taken-in'; readonly what: string; readonly where: string }
  /** An island laid this entry, event or job aside after so many attempts; read from PostgreSQL when the run was over. */
  | { readonly op: 'buried'; readonly island: string; readonly reference: string; readonly attempts: number }
  /** A process logged an error about an entry, an event, or its island. */
  | { readonly op: 'alerted'; readonly about: string; readonly says: string }
  /** How far an island has come with a stream that it reads, when the run was over. */
  | { readonly op: 'stream'; readonly stream: string; readonly reader: string; readonly pending: number; readonly lag: number }
  /** Something that should hold of the system itself did not. */
  | { readonly op: 'broke'; readonly what: string }
  /** All faults are over, and every client had time to catch up. */
  | { readonly op: 'end' }
);

type WithoutTime<R> = R extends unknown ? Omit<R, 'at'> & { readonly at?: number } : never;
export type NewRecord = WithoutTime<HistoryRecord>;

/** A history that grows, and is written to a file of JSON lines as it does. */
export type History = {
  readonly records: readonly HistoryRecord[];
  readonly file: string;
  /** `at` is now, unless told. */
  add(record: NewRecord): void;
  /** Resolves when the file is whole. */
  close(): Promise<void>;
};

/** A new history in `file`, whose folder is made. */
export async function openHistory(file: string): Promise<History> {
  await mkdir(dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  const records: HistoryRecord[] = [];
  return {
    records,
    file,
    add(given) {
      const record = { ...given, at: given.at ?? Date.now() } as HistoryRecord;
      records.push(record);
      stream.write(`${JSON.stringify(record)}\n`);
    },
    async close() {
      stream.end();
      await finished(stream);
    },
  };
}
