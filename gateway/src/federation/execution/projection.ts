import type { FieldNode, GraphQLCompositeType, GraphQLFormattedError, SelectionSetNode } from 'graphql';
import { completeResponse } from './response-completion.ts';
import { compileWriter, type ResponseWriter } from './response-writer.ts';
import type { ClientOperation, Inclusion } from './selected-fields.ts';

type Tree = Readonly<Record<string, unknown>>;

/** What a client asked of an object, as JSON text. */
export type Projected = {
  readonly json: string;
  /** Promises of the schema that what was fetched does not keep; paths are the client's, from the object on. */
  readonly broken: readonly GraphQLFormattedError[];
};

/** The values of the variables that decide over selections. */
export type Conditions = {
  /** Tells one combination from another. */
  readonly key: string;
  readonly isIncluded: Inclusion;
};

export type Projection = (
  object: Tree,
  isShared: boolean,
  conditions: Conditions,
  introspected: Readonly<Record<string, string>>,
) => Projected;

/** Writers for different values of the variables; for more combinations answers are completed value by value. */
const MAX_WRITERS = 32;
const NOTHING_BROKEN: readonly GraphQLFormattedError[] = [];

/** Compiles what selection sets ask of objects of a type. Throws Unsupported. */
export function compileProjection(
  client: ClientOperation,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  keyInside: (field: FieldNode) => string,
): Projection {
  const writers = new Map<string, ResponseWriter>();

  function writerFor({ key, isIncluded }: Conditions): ResponseWriter | undefined {
    const known = writers.get(key);
    if (known !== undefined || writers.size >= MAX_WRITERS) return known;
    const made = compileWriter(client, type, sets, isIncluded, keyInside);
    writers.set(key, made);
    return made;
  }

  return (object, isShared, conditions, introspected) => {
    const json = writerFor(conditions)?.(object, isShared, introspected);
    if (json !== undefined) return { json, broken: NOTHING_BROKEN };
    const { data, errors } = completeResponse(client, type, sets, conditions.isIncluded, keyInside, object, introspected);
    return { json: JSON.stringify(data), broken: errors };
  };
}
