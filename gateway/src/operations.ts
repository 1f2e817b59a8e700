import { createHash } from 'node:crypto';
import { type FaultCode, fail, ok, type Result } from '@academy/kernel';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  validate,
} from 'graphql';
import { withoutSuggestion } from './errors.ts';
import { costOf, findExcess, type Limits, measureDocument, nestingOf } from './limits.ts';
import { INTROSPECTION_ROOT_FIELDS, PUBLIC_ROOT_FIELDS } from './public-fields.ts';

/** An operation as a client sends it, on any transport. Nothing of it has been looked at. */
export type OperationRequest = {
  readonly query: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
  /** Names a persisted document, in place of `query`. */
  readonly documentId?: unknown;
};

/** An operation that may be planned: parsed, valid under the schema, within the limits, and open to who asks. */
export type CheckedOperation = {
  readonly source: string;
  /** SHA-256 of `source`, base64url. */
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly kind: OperationTypeNode;
  readonly operationName: string | undefined;
  /** As they came; coercible to what the operation declares. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
  /** Names, without aliases, of every field on the root. */
  readonly rootFields: readonly string[];
};

/** Why an operation may not be planned. `status` is for transports that have one. */
export type OperationRefusal = {
  readonly status: 400 | 401 | 413;
  readonly code: FaultCode;
  /** One to three sentences for the client. */
  readonly mistakes: readonly Mistake[];
};

/** A sentence, and the place in the document that it is about. */
export type Mistake = {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
};

/** A schema, and what tells it from the one before it. */
export type LoadedSchema = { readonly schema: GraphQLSchema; readonly id: string };

/** Checks operations. */
export type OperationCheck = {
  check(request: OperationRequest, asker: { isAnonymous: boolean; maxCost: number }): Result<CheckedOperation, OperationRefusal>;
};

export type OperationCheckOptions = {
  readonly limits: Limits;
  readonly isIntrospectionOn: boolean;
  /** The schema now; documents are validated again when it changes. */
  readonly schema: () => LoadedSchema;
  /** Valid documents that are remembered; the least recently used goes first. */
  readonly rememberedDocuments?: number;
};

type ValidDocument = { readonly document: DocumentNode; readonly hash: string };

/** A client learns of this many mistakes at once; looking for more would cost more than it helps. */
const MAX_MISTAKES = 3;

/** Each holds a document of at most 2,500 tokens, about 0.5 MiB: 256 MiB if all were that large, a few MiB as documents are. */
const REMEMBERED_DOCUMENTS = 500;

/** A check with an empty memory. */
export function createOperationCheck(options: OperationCheckOptions): OperationCheck {
  const { limits, isIntrospectionOn } = options;
  const remembered = new Map<string, ValidDocument>();
  const capacity = options.rememberedDocuments ?? REMEMBERED_DOCUMENTS;

  function prepare(source: string, loaded: LoadedSchema): Result<ValidDocument, OperationRefusal> {
    const hash = createHash('sha256').update(source).digest('base64url');
    const key = `${loaded.id}/${hash}`;
    const known = remembered.get(key);
    if (known !== undefined) {
      remembered.delete(key);
      remembered.set(key, known);
      return ok(known);
    }
    const parsed = parseWithin(source, limits.maxTokens);
    if (!parsed.ok) return parsed;
    const excess = findExcess(measureDocument(parsed.value), limits);
    if (excess !== undefined) return refuse(400, 'QUERY_TOO_COMPLEX', excess);
    const condition = findConditionOnEvents(parsed.value);
    if (condition !== undefined) return refuse(400, 'GRAPHQL_VALIDATION_FAILED', condition);
    const errors = validate(loaded.schema, parsed.value, undefined, { maxErrors: MAX_MISTAKES });
    if (errors.length > 0)
      return fail({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED', mistakes: errors.slice(0, MAX_MISTAKES).map(tell) });
    const valid = { document: parsed.value, hash };
    remembered.set(key, valid);
    if (remembered.size > capacity) {
      const oldest = remembered.keys().next().value;
      if (oldest !== undefined) remembered.delete(oldest);
    }
    return ok(valid);
  }

  function tell(error: GraphQLError): Mistake {
    const message = isIntrospectionOn ? error.message : withoutSuggestion(error.message);
    return error.locations === undefined ? { message } : { message, locations: error.locations };
  }

  return {
    check(request, asker) {
      const { query, operationName } = request;
      const variables = request.variables ?? {};
      if (typeof query !== 'string' || query === '')
        return refuse(400, 'BAD_REQUEST', 'Expected `query`: the document, as a text.');
      if (Buffer.byteLength(query) > limits.maxBodyBytes) {
        return refuse(413, 'PAYLOAD_TOO_LARGE', `A request may have ${limits.maxBodyBytes} bytes.`);
      }
      if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
        return refuse(400, 'BAD_REQUEST', 'Expected `operationName` to be a text.');
      }
      if (!isRecord(variables)) return refuse(400, 'BAD_REQUEST', 'Expected `variables` to be an object.');
      if (nestingOf(variables, limits.maxVariableDepth) > limits.maxVariableDepth) {
        return refuse(400, 'BAD_USER_INPUT', `Values of variables may nest ${limits.maxVariableDepth} levels.`);
      }

      const { schema, id } = options.schema();
      const prepared = prepare(query, { schema, id });
      if (!prepared.ok) return prepared;
      const { document, hash } = prepared.value;
      const operation = getOperationAST(document, operationName);
      if (operation === null || operation === undefined) {
        return refuse(400, 'BAD_REQUEST', 'Expected `operationName` to name one operation of the document.');
      }
      const rootFields = rootFieldsOf(document, operation);
      const showsSchema = rootFields.some((field) => INTROSPECTION_ROOT_FIELDS.has(field));
      if (showsSchema && !isIntrospectionOn) {
        return refuse(400, 'INTROSPECTION_DISABLED', 'The schema cannot be read here; read the published schema reference.');
      }
      const isPublic = rootFields.every((field) => PUBLIC_ROOT_FIELDS.has(field) || INTROSPECTION_ROOT_FIELDS.has(field));
      if (asker.isAnonymous && !(isPublic && operation.operation === OperationTypeNode.QUERY)) {
        return refuse(401, 'UNAUTHENTICATED', 'Sign in to ask for this.');
      }
      const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: MAX_MISTAKES });
      if (coerced.errors !== undefined) {
        return fail({ status: 400, code: 'BAD_USER_INPUT', mistakes: coerced.errors.slice(0, MAX_MISTAKES).map(tell) });
      }
      const cost = costOf(document, operation, schema, coerced.coerced);
      const maxCost = Math.min(limits.maxCost, asker.maxCost);
      if (cost > maxCost) {
        return refuse(
          400,
          'QUERY_TOO_COMPLEX',
          `An operation may cost ${maxCost}, this one costs ${cost}; ask for smaller pages or fewer fields.`,
        );
      }
      return ok({
        source: query,
        hash,
        document,
        operation,
        kind: operation.operation,
        operationName: operation.name?.value,
        variables,
        cost,
        rootFields,
      });
    },
  };
}

function parseWithin(source: string, maxTokens: number): Result<DocumentNode, OperationRefusal> {
  try {
    return ok(parse(source, { maxTokens }));
  } catch (thrown) {
    if (!(thrown instanceof GraphQLError)) throw thrown;
    if (/more tha[nt] \d+ tokens/.test(thrown.message))
      return refuse(400, 'QUERY_TOO_COMPLEX', `A document may have ${maxTokens} tokens.`);
    const place = thrown.locations === undefined ? {} : { locations: thrown.locations };
    return fail({ status: 400, code: 'GRAPHQL_PARSE_FAILED', mistakes: [{ message: thrown.message, ...place }] });
  }
}

/**
 * Why a subscription has no root field to wait for: one that may be left out. As the specification's draft says; graphql-js and the
 * planner throw instead of telling.
 * https://spec.graphql.org/draft/#sec-Single-Root-Field
 */
function findConditionOnEvents(document: DocumentNode): string | undefined {
  const isConditional = document.definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.operation === OperationTypeNode.SUBSCRIPTION &&
      rootSelectionsOf(document, definition).some(({ directives }) =>
        directives?.some(({ name }) => name.value === 'skip' || name.value === 'include'),
      ),
  );
  return isConditional ? 'The root field of a subscription may not bear @skip or @include; leave out the directive.' : undefined;
}

function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const fields = rootSelectionsOf(document, operation).filter((selection) => selection.kind === Kind.FIELD);
  return [...new Set(fields.map(({ name }) => name.value))];
}

/** Fields on the root, and the fragments that they are in. */
function rootSelectionsOf(document: DocumentNode, operation: OperationDefinitionNode): SelectionNode[] {
  const found: SelectionNode[] = [];
  const visited = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      found.push(selection);
      if (selection.kind === Kind.FIELD) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = document.definitions.find(
          (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
        );
        if (fragment?.kind === Kind.FRAGMENT_DEFINITION) collect(fragment.selectionSet);
      }
    }
  };
  collect(operation.selectionSet);
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(status: OperationRefusal['status'], code: FaultCode, message: string): { ok: false; error: OperationRefusal } {
  return { ok: false, error: { status, code, mistakes: [{ message }] } };
}
