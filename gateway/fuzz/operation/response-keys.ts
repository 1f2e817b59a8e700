import { type GraphQLCompositeType, type GraphQLOutputType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';

/** A field as it is selected at one place of the response. */
export type Selected = {
  readonly parent: GraphQLCompositeType;
  readonly name: string;
  /** Text of the arguments, parentheses included. */
  readonly args: string;
  readonly type: GraphQLOutputType;
};

/** What is selected at each place of the response, so that a new selection can be made to fit: a place is the keys that lead to it. */
export class ResponseKeys {
  readonly #at = new Map<string, Map<string, Selected[]>>();

  /** Fields at a place by response key. */
  at(place: string): ReadonlyMap<string, readonly Selected[]> {
    return this.#at.get(place) ?? new Map();
  }

  /** Takes a field under a key, and says so; false when another field is in the way. */
  take(place: string, key: string, selected: Selected): boolean {
    const keys = this.#at.get(place) ?? new Map<string, Selected[]>();
    this.#at.set(place, keys);
    const there = keys.get(key) ?? [];
    if (!there.every((other) => canStandTogether(selected, other))) return false;
    keys.set(key, [...there, selected]);
    return true;
  }
}

/** Two fields may share a key when they are the same one, or can never meet; and their values have the same shape. */
function canStandTogether(one: Selected, other: Selected): boolean {
  if (shapeOf(one.type) !== shapeOf(other.type)) return false;
  const neverMeet = isObjectType(one.parent) && isObjectType(other.parent) && one.parent !== other.parent;
  return neverMeet || (one.name === other.name && one.args === other.args);
}

function shapeOf(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`;
  if (isListType(type)) return `[${shapeOf(type.ofType)}]`;
  return isLeafType(type) ? type.name : '{}';
}
