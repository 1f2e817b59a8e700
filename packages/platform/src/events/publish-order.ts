/** What decides when an event may be published. */
export type Unpublished = {
  readonly tenant_id: string;
  readonly subject: string;
  readonly id: string;
  /** Place in the outbox: the order in which the events of one subject were written. */
  readonly position: string;
};

/**
 * Which events are published now, and in which order: those of one subject as they were written, those that are numbered as they are numbered in
 * their tenant. An event that is written early may be numbered late, when its transaction took long. `held` are those in `waiting` and what follows
 * them in their subjects.
 */
export function publishOrder<Event extends Unpublished>(
  events: readonly Event[],
  numbers: ReadonlyMap<string, number>,
  waiting: ReadonlySet<string>,
): { ready: Event[]; held: Event[] } {
  const held: Event[] = [];
  const free: Event[] = [];
  const heldSubjects = new Set<string>();
  for (const event of events.toSorted((one, other) => Number(one.position) - Number(other.position))) {
    if (waiting.has(event.id)) heldSubjects.add(subjectOf(event));
    (heldSubjects.has(subjectOf(event)) ? held : free).push(event);
  }
  const numbered = free
    .filter((event) => numbers.has(event.id))
    .sort((one, other) => (numbers.get(one.id) ?? 0) - (numbers.get(other.id) ?? 0));
  const bySubject = Map.groupBy(free, subjectOf);
  const ready = new Set<Event>();
  for (const event of numbered) {
    for (const one of bySubject.get(subjectOf(event)) ?? []) {
      ready.add(one);
      if (one === event) break;
    }
  }
  for (const event of free) ready.add(event);
  return { ready: [...ready], held };
}

function subjectOf(event: Unpublished): string {
  return `${event.tenant_id} ${event.subject}`;
}
