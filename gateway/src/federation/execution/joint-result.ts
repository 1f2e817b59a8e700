import type { GraphQLFormattedError } from 'graphql';
import type { FetchResult } from '../subgraph-fetch.ts';
import type { JointOperation } from './joint-operation.ts';

/** What one slot asks for, and for whom. */
export type SlotContent = {
  /** JSON texts of the representations. */
  readonly texts: readonly string[];
  readonly parts: readonly SlotShare[];
};

/** One part's share of a slot. */
export type SlotShare = {
  readonly part: number;
  /** How many entities it asks for. */
  readonly count: number;
  /** Which of the slot's texts they are, in the part's order; undefined for the first `count`. */
  readonly indexes: readonly number[] | undefined;
};

/**
 * What each part would have got by itself of an answer to all. Undefined when that cannot be told: no data, other entities than were asked
 * for, or an error that is of no entity.
 */
export function shareOut(
  { data, errors = [] }: FetchResult,
  { slots, slotOf }: JointOperation,
  contents: readonly SlotContent[],
): FetchResult[] | undefined {
  if (data === null) return undefined;
  const ofSlots = new Map<unknown, GraphQLFormattedError[]>();
  for (const error of errors) {
    const [slot, index] = error.path ?? [];
    if (typeof slot !== 'string' || !slots.includes(slot) || typeof index !== 'number') return undefined;
    ofSlots.set(slot, [...(ofSlots.get(slot) ?? []), error]);
  }
  const shares: FetchResult[] = new Array(slotOf.length);
  for (const [slot, { texts, parts }] of contents.entries()) {
    const entities = data[slots[slot] ?? ''];
    if (!Array.isArray(entities) || entities.length !== texts.length) return undefined;
    const broken = ofSlots.get(slots[slot]);
    for (const share of parts) {
      const own = ownOf(entities, share);
      const told = broken?.flatMap((error) => toldTo(error, share)) ?? [];
      shares[share.part] = { data: { _entities: own }, ...(told.length === 0 ? {} : { errors: told }) };
    }
  }
  return shares;
}

function ownOf(entities: unknown[], { count, indexes }: SlotShare): unknown[] {
  if (indexes !== undefined) return indexes.map((index) => entities[index]);
  return entities.length === count ? entities : entities.slice(0, count);
}

/** An error of a slot's entity, at each place that the part has for it. */
function toldTo(error: GraphQLFormattedError, { count, indexes }: SlotShare): GraphQLFormattedError[] {
  const [, index, ...inside] = error.path ?? [];
  if (typeof index !== 'number') return [];
  const at = (place: number) => ({ ...error, path: ['_entities', place, ...inside] });
  if (indexes === undefined) return index < count ? [at(index)] : [];
  return indexes.flatMap((one, place) => (one === index ? [at(place)] : []));
}
