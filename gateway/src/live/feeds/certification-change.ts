import { caseUnassigned, certificationStatusChanged, type DomainEvent } from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import { z } from 'zod';

/** A step of a certification, in the graph's words, as an island tells of it. */
export const statusChange = z.object({
  /** Of the certification's history, from 1, without gaps. */
  seq: z.number().int().min(1),
  /** null for the first. */
  previousStatus: z.string().nullable(),
  status: z.string(),
  hold: z.string().nullable(),
  /** RFC 3339, UTC. */
  occurredAt: z.iso.datetime(),
});
export type StatusChange = z.infer<typeof statusChange>;

/** A step, and which certification took it. */
export const placedChange = statusChange.extend({
  certificationId: z.string(),
  candidateId: z.string(),
  courseId: z.string(),
  standardCode: z.string().nullable(),
});
export type PlacedChange = z.infer<typeof placedChange>;

/** The step that an event announces; undefined for events of other kinds and shapes. */
export function announcedChange(event: DomainEvent): PlacedChange | undefined {
  if (event.type !== certificationStatusChanged.type) return undefined;
  const parsed = certificationStatusChanged.data.safeParse(event.data);
  return parsed.success ? { ...parsed.data, occurredAt: event.occurredAt } : undefined;
}

/** Whether an event says that a certification changed, or who may see it: whoever sees it by an assignment looks at the log then. */
export function isCertificationNews(event: DomainEvent): boolean {
  return event.type === certificationStatusChanged.type || event.type === caseUnassigned.type;
}

/** Entries that were read as somebody's who is assigned are true for so long: an assignment may end meanwhile. */
export const ASSIGNED_GOOD_FOR_MS = 2 * SECOND_MS;

/** What an event tells of a step. */
export function valuesOf({ seq, previousStatus, status, hold, occurredAt }: StatusChange) {
  return { seq, previousStatus, status, hold, occurredAt };
}
