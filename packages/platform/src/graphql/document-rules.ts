import { type ASTNode, GraphQLError, type SelectionSetNode, type ValidationContext, type ValidationRule } from 'graphql';

/** Lexical tokens of a document; the parser stops there. Four times what the gateway lets a client send: plans add keys and type names. */
export const MAX_TOKENS = 10_000;

/** Fields below one another, through fragments. The gateway lets clients have 12; a plan puts them below `_entities`. */
export const MAX_DEPTH = 20;

/** What an island asks of a document besides the rules of GraphQL: no introspection, and no more depth than `MAX_DEPTH`. */
export const documentRules: readonly ValidationRule[] = [noIntrospection, boundedDepth];

const INTROSPECTION_FIELDS = new Set(['__schema', '__type']);

function noIntrospection(context: ValidationContext): ReturnType<ValidationRule> {
  return {
    Field(node) {
      if (!INTROSPECTION_FIELDS.has(node.name.value)) return;
      const message = `An island's schema is read from its SDL, not with ${node.name.value}; leave that field out.`;
      context.reportError(refusal(message, 'INTROSPECTION_DISABLED', node));
    },
  };
}

function boundedDepth(context: ValidationContext): ReturnType<ValidationRule> {
  const measured = new Map<string, number>();
  return {
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet);
      if (depth <= MAX_DEPTH) return;
      const message = `At most ${MAX_DEPTH} fields below one another were expected, got ${depth}; ask for less.`;
      context.reportError(refusal(message, 'QUERY_TOO_COMPLEX', node));
    },
  };

  /** Each fragment is measured once; one that spreads itself counts nothing on the way back, as another rule refuses it. */
  function depthOf(set: SelectionSetNode): number {
    let deepest = 0;
    for (const selection of set.selections) {
      let depth: number;
      if (selection.kind === 'Field') depth = 1 + (selection.selectionSet === undefined ? 0 : depthOf(selection.selectionSet));
      else if (selection.kind === 'InlineFragment') depth = depthOf(selection.selectionSet);
      else depth = depthOfFragment(selection.name.value);
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  function depthOfFragment(name: string): number {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, 0);
    const fragment = context.getFragment(name);
    const depth = fragment === undefined || fragment === null ? 0 : depthOf(fragment.selectionSet);
    measured.set(name, depth);
    return depth;
  }
}

/** `validationErrorCode` survives Apollo Server's own validation errors, whose `code` is always the same. */
function refusal(message: string, validationErrorCode: string, node: ASTNode) {
  return new GraphQLError(message, { nodes: node, extensions: { validationErrorCode } });
}
