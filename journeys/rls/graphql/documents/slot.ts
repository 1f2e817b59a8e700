import type { GraphQLInputType } from 'graphql';

/** Where a value is given: which argument, or which field of an input, and of what. */
export type Place = {
  /** `Query.courses`, or the name of an input type. */
  readonly of: string;
  /** Of the argument, or of the input's field. */
  readonly name: string;
  /** Of the object that the field answers with; what an `id` is the id of. */
  readonly target: string;
  /** A page may have so many here, for lists that stand in lists. */
  readonly mostOfPage: number;
};

/** A variable, to be given a value each time the document is asked. */
export type Slot = { readonly name: string; readonly type: GraphQLInputType; readonly place: Place };

/** A document of one operation with a variable for every argument. */
export type RandomDocument = { readonly source: string; readonly slots: readonly Slot[] };
