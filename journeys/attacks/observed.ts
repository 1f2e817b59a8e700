import type { SqlOutcome } from './db/play-sql.ts';
import type { ToldEvent } from './live/told.ts';
import type { JobEnd } from './redis/forge-jobs.ts';

/** What came of a case, as far as a transport can see it. */
export type Observed = {
  /** Of an HTTP answer; undefined when there was none. */
  readonly status?: number | undefined;
  /** Why there was no answer: refused, reset, or no handshake. */
  readonly refused?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Everything that was said back, as text. */
  readonly body: string;
  readonly ms: number;
  /** Of a WebSocket: how it was closed, and how long after it was opened. */
  readonly closeCode?: number | undefined;
  readonly closedAfterMs?: number | undefined;
  /** Codes of all errors that were told, in order. */
  readonly codes?: readonly string[];
  /** Of a request that was repeated: the status of each; undefined for one that was refused without. */
  readonly statuses?: readonly (number | undefined)[];
  /** Steps, or conditions of the case itself, that did not go as they should: each is a failure. */
  readonly failures: readonly string[];
  /** Of a live feed. */
  readonly events?: readonly ToldEvent[];
  readonly resumed?: { readonly after: number; readonly events: readonly ToldEvent[] } | undefined;
  /** Of databases: of one, or of several whose figures are summed. */
  readonly sql?: readonly { readonly name: string; readonly outcome: SqlOutcome }[];
  readonly isForeignUnchanged?: boolean;
  readonly inserts?: { readonly used: string; readonly unused: string };
  /** Of Redis: what it refused, keys that are not as they should be. */
  readonly error?: string | undefined;
  readonly violations?: readonly string[];
  readonly jobEnds?: readonly JobEnd[];
  readonly conocerSubmissions?: number;
  readonly rowsWritten?: number;
  /** What was laid aside, each once however many islands read it. */
  readonly deadLetters?: number;
};

/** What a transport that has nothing to say says. */
export const NOTHING_SAID = { headers: {}, body: '', failures: [] } as const;

/** The codes of the errors in a text of one or more JSON answers. */
export function codesIn(body: string): string[] {
  return [...body.matchAll(/"code":"([A-Z_]+)"/g)].map(([, code = '']) => code);
}
