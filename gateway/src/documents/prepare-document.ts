import { fail, ok, type Result } from '@academy/kernel';
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, OperationTypeNode, parse, validate } from 'graphql';
import type { CostModel } from '../cost/cost-model.ts';
import { compileCost } from '../cost/operation-cost.ts';
import { findExcess, type Limits, measureDocument } from '../limits.ts';
import { INTROSPECTION_ROOT_FIELDS, PUBLIC_ROOT_FIELDS } from '../public-fields.ts';
import { sha256Hex } from './document-hash.ts';
import { MAX_MISTAKES, type OperationRefusal, refuse, tellMistakes } from './operation-refusal.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import { rootFieldsOf, rootSelectionsOf } from './root-fields.ts';
import { compileVariableCheck } from './variable-check.ts';

/** A document that is valid under one schema and within the limits, with everything about it that hangs on no request. */
export type PreparedDocument = {
  readonly source: string;
  readonly operations: readonly PreparedOperation[];
};

/** A schema with what things cost in it. */
export type PricedSchema = { readonly schema: GraphQLSchema; readonly id: string; readonly costs: CostModel };

/** Parses, measures and validates a document, and compiles what its operations cost and take. */
export function prepareDocument(
  source: string,
  { schema, costs }: PricedSchema,
  options: { limits: Limits; isIntrospectionOn: boolean },
): Result<PreparedDocument, OperationRefusal> {
  const parsed = parseWithin(source, options.limits.maxTokens);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const excess = findExcess(measureDocument(document), options.limits);
  if (excess !== undefined) return refuse(400, 'QUERY_TOO_COMPLEX', excess);
  const condition = findConditionOnEvents(document);
  if (condition !== undefined) return refuse(400, 'GRAPHQL_VALIDATION_FAILED', condition);
  const errors = validate(schema, document, undefined, { maxErrors: MAX_MISTAKES });
  if (errors.length > 0) {
    return fail({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED', mistakes: tellMistakes(errors, options) });
  }
  const hash = sha256Hex(source);
  const operations = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation): PreparedOperation => {
      const rootFields = rootFieldsOf(document, operation);
      return {
        source,
        hash,
        document,
        operation,
        kind: operation.operation,
        operationName: operation.name?.value,
        rootFields,
        showsSchema: rootFields.some((field) => INTROSPECTION_ROOT_FIELDS.has(field)),
        showsNothingElse: rootFields.every((field) => field === '__typename' || INTROSPECTION_ROOT_FIELDS.has(field)),
        isPublic:
          operation.operation === OperationTypeNode.QUERY &&
          rootFields.every((field) => PUBLIC_ROOT_FIELDS.has(field) || INTROSPECTION_ROOT_FIELDS.has(field)),
        cost: compileCost(document, operation, schema, costs),
        checkVariables: compileVariableCheck(operation, schema, MAX_MISTAKES),
      };
    });
  return ok({ source, operations });
}

function parseWithin(source: string, maxTokens: number): Result<DocumentNode, OperationRefusal> {
  try {
    return ok(parse(source, { maxTokens }));
  } catch (thrown) {
    // Values nested too deep for the stack, which the number of tokens alone does not keep out of a process that is still cold.
    if (thrown instanceof RangeError) return refuse(400, 'QUERY_TOO_COMPLEX', 'The document is nested too deep.');
    if (!(thrown instanceof GraphQLError)) throw thrown;
    if (/more tha[nt] \d+ tokens/.test(thrown.message)) {
      return refuse(400, 'QUERY_TOO_COMPLEX', `A document may have ${maxTokens} tokens.`);
    }
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
