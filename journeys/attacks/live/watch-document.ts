import { type ArgumentNode, type DocumentNode, Kind, OperationTypeNode, parse, print, type SelectionNode, visit } from 'graphql';

/** What a client sends to have a document run. */
export type Asked = Readonly<Record<string, unknown>> & { readonly query?: unknown; readonly variables?: unknown };

/** What kind of event it is, and where it stands. */
const PLACE = 'kind resume';
/** Where a reason that was given to a status change shows in the stream. */
const REASON = 'certification { rejectionReason }';

/**
 * The same subscription, which also tells what kind of event it is and where it stands: only so can a RESET be told from a silent gap, and a place be
 * resumed from. `showsReason`: it also shows the reason of the newest status. Anything that is no subscription, or does not parse, stays as it is.
 */
export function watchedDocument(query: string, { showsReason = false } = {}): string {
  const document = parsed(query);
  if (document === undefined) return query;
  let isWatch = false;
  const changed = visit(document, {
    OperationDefinition(node) {
      if (node.operation !== OperationTypeNode.SUBSCRIPTION) return false;
      isWatch = true;
      const selections = node.selectionSet.selections.map((one) => withMore(one, showsReason ? `${PLACE} ${REASON}` : PLACE));
      return { ...node, selectionSet: { ...node.selectionSet, selections } };
    },
  });
  return isWatch ? print(changed) : query;
}

/** The same question from another place: `after` is this token, whether the document takes it from a variable or says it itself. */
export function askedAfter(asked: Asked, token: string): Asked {
  const document = typeof asked.query === 'string' ? parsed(asked.query) : undefined;
  if (document === undefined) return asked;
  let variable: string | undefined;
  const literal: ArgumentNode = {
    kind: Kind.ARGUMENT,
    name: { kind: Kind.NAME, value: 'after' },
    value: { kind: Kind.STRING, value: token },
  };
  const changed = visit(document, {
    OperationDefinition(node) {
      const selections = node.selectionSet.selections.map((one) => {
        if (one.kind !== Kind.FIELD) return one;
        const after = one.arguments?.find(({ name }) => name.value === 'after');
        if (after?.value.kind === Kind.VARIABLE) {
          variable = after.value.name.value;
          return one;
        }
        return { ...one, arguments: [...(one.arguments ?? []).filter((argument) => argument !== after), literal] };
      });
      return { ...node, selectionSet: { ...node.selectionSet, selections } };
    },
  });
  const variables = { ...(asked.variables as Record<string, unknown> | undefined) };
  if (variable !== undefined) variables[variable] = token;
  return { ...asked, query: print(changed), variables };
}

function withMore(selection: SelectionNode, more: string): SelectionNode {
  if (selection.kind !== Kind.FIELD || selection.selectionSet === undefined) return selection;
  const [added] = parse(`{ ${more} }`, { noLocation: true }).definitions;
  const fields = added?.kind === Kind.OPERATION_DEFINITION ? added.selectionSet.selections : [];
  return {
    ...selection,
    selectionSet: { ...selection.selectionSet, selections: [...selection.selectionSet.selections, ...fields] },
  };
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return undefined;
  }
}
