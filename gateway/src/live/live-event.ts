import { certificationStatusChanged, type DomainEvent } from '@academy/contracts';

/** An entry of a certification's history, in the graph's words. */
export type HistoryEntry = {
  /** From 1, without gaps. */
  readonly seq: number;
  /** null for the first. */
  readonly previousStatus: string | null;
  readonly status: string;
  readonly hold: string | null;
  /** RFC 3339, UTC. */
  readonly occurredAt: string;
};

/** What a watching client is told. */
export type LiveEvent = HistoryEntry & { readonly kind: 'SNAPSHOT' | 'CHANGE' | 'RESET' };

/** An entry as an event brought it, and whose certification it is. */
export type AnnouncedEntry = HistoryEntry & { readonly candidateId: string };

/** The entry that an event announces; undefined for events of other kinds and shapes. */
export function entryOf(event: DomainEvent): AnnouncedEntry | undefined {
  if (event.type !== certificationStatusChanged.type) return undefined;
  const parsed = certificationStatusChanged.data.safeParse(event.data);
  if (!parsed.success) return undefined;
  const { seq, previousStatus, status, hold, candidateId } = parsed.data;
  return { seq, previousStatus, status, hold, candidateId, occurredAt: event.occurredAt };
}
