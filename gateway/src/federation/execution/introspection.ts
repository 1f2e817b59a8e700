import { executeSync, type GraphQLObjectType, Kind } from 'graphql';
import { type ClientOperation, fieldsOf, type Inclusion } from './selected-fields.ts';

type Texts = Readonly<Record<string, string>>;

const NOTHING: Texts = {};
const ROOT_FIELDS = new Set(['__schema', '__type']);

/**
 * Whether an operation asks for the schema itself. Looks at every selection on the root that is written there, included or not, so that it
 * has to be asked once.
 */
export function asksForSchema({ operation, fragments }: ClientOperation): boolean {
  const sets = [operation.selectionSet, ...[...fragments.values()].map(({ selectionSet }) => selectionSet)];
  for (const set of sets) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD && ROOT_FIELDS.has(selection.name.value)) return true;
      if (selection.kind === Kind.INLINE_FRAGMENT) sets.push(selection.selectionSet);
    }
  }
  return false;
}

/** JSON texts, by response key, of what an operation asks of the schema itself: the plan has nothing of it. */
export function introspect(
  client: ClientOperation,
  rootType: GraphQLObjectType,
  isIncluded: Inclusion,
  variableValues: Readonly<Record<string, unknown>>,
): Texts {
  const { schema, operation, fragments } = client;
  const asked = [...fieldsOf(client, rootType, [operation.selectionSet], isIncluded).values()].flat();
  const selections = asked.filter(({ name }) => ROOT_FIELDS.has(name.value));
  if (selections.length === 0) return NOTHING;
  const alone = { ...operation, selectionSet: { ...operation.selectionSet, selections } };
  const document = { kind: Kind.DOCUMENT as const, definitions: [alone, ...fragments.values()] };
  const { data } = executeSync({ schema, document, variableValues });
  return Object.fromEntries(Object.entries(data ?? {}).map(([key, value]) => [key, JSON.stringify(value)]));
}
