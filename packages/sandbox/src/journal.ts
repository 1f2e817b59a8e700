import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { type LedgerEvent, ledgerEvent } from './ledger-event.ts';

/** Where a ledger's events outlive the process. */
export type Journal = {
  /** What was written before this process began, oldest first. */
  readonly history: readonly LedgerEvent[];
  /** The event survives a kill of this process once this returns; it throws when the disk refuses. */
  append(event: LedgerEvent): void;
  /** Forgets everything. */
  clear(): void;
};

/** A journal that forgets with the process. */
export const memoryJournal: Journal = { history: [], append: () => undefined, clear: () => undefined };

/**
 * A journal of one JSON event per line. A last line cut short by a crash is dropped: its request was never answered.
 * Throws on any other line it cannot read, rather than forget submissions that clients count on.
 * Writes are synchronous and not flushed: they survive kill -9, not a power cut.
 */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
  return {
    history: whole
      .split('\n')
      .slice(0, -1)
      .map((line, index) => readEvent(line, `${file}:${index + 1}`)),
    append: (event) => appendFileSync(file, `${JSON.stringify(event)}\n`),
    clear: () => {
      if (existsSync(file)) truncateSync(file, 0);
    },
  };
}

function readEvent(line: string, place: string): LedgerEvent {
  try {
    return ledgerEvent.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${place}: expected one ledger event as JSON; move the file away to begin with an empty ledger`, {
      cause,
    });
  }
}
