import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Case } from '../documents/random-case.ts';
import type { Reply } from '../worlds/doors.ts';

/** How much answers said, all in all. */
export type Coverage = {
  add(tried: Case, reply: Reply): void;
  readonly answers: number;
  /** Answers with anything in them but `__typename`. */
  readonly withData: number;
  /** Answers with a list that has something in it. */
  readonly withLists: number;
  /** By `Type.field`: answers that had a value of it. */
  readonly fields: ReadonlyMap<string, number>;
};

/** Counts, from nothing. */
export function createCoverage(): Coverage {
  const fields = new Map<string, number>();
  const counts = { answers: 0, withData: 0, withLists: 0 };
  const parsed = new Map<string, DocumentNode>();
  return {
    get answers() {
      return counts.answers;
    },
    get withData() {
      return counts.withData;
    },
    get withLists() {
      return counts.withLists;
    },
    fields,
    add({ question, schema, kind }, { data }) {
      counts.answers += 1;
      if (data === null) return;
      const document = parsed.get(question.query) ?? parse(question.query, { noLocation: true });
      parsed.clear();
      parsed.set(question.query, document);
      const told = answeredFields(schema, document, data, kind === 'mutation');
      for (const field of told.fields) fields.set(field, (fields.get(field) ?? 0) + 1);
      if (told.fields.size > 0) counts.withData += 1;
      if (told.hasList) counts.withLists += 1;
    },
  };
}

/** Which fields, as `Type.field`, of which types an answer has values of that are not null; and whether a list of it has something in it. */
export function answeredFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  data: object,
  isMutation: boolean,
): { fields: ReadonlySet<string>; hasList: boolean } {
  const fields = new Set<string>();
  let hasList = false;
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );

  function visit(set: SelectionSetNode, type: GraphQLCompositeType, value: unknown): void {
    if (Array.isArray(value)) {
      hasList ||= value.some((item) => item !== null);
      for (const item of value) visit(set, type, item);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const { __typename: name } = value as { __typename?: unknown };
    const known = isObjectType(type) ? type : schema.getType(String(name));
    for (const selection of set.selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const on = fragment?.typeCondition?.name.value ?? type.name;
        if (fragment !== undefined && isObjectType(known) && (on === known.name || on === type.name))
          visit(fragment.selectionSet, known, value);
        continue;
      }
      if (!isObjectType(known)) continue;
      const field = known.getFields()[selection.name.value];
      const inner = (value as Record<string, unknown>)[selection.alias?.value ?? selection.name.value];
      if (field === undefined || inner === undefined || inner === null) continue;
      fields.add(`${known.name}.${field.name}`);
      const target = getNamedType(field.type);
      if (selection.selectionSet !== undefined && isCompositeType(target)) visit(selection.selectionSet, target, inner);
      else if (Array.isArray(inner)) hasList ||= inner.length > 0;
    }
  }
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION && root != null) visit(one.selectionSet, root, data);
  return { fields, hasList };
}
