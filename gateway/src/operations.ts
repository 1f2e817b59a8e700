import { setImmediate } from 'node:timers/promises';
import { fail, ok, type Result } from '@academy/kernel';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { createCostModel } from './cost/cost-model.ts';
import { createDocumentMemory } from './documents/document-memory.ts';
import { type DocumentPlaces, type FoundDocument, findDocument } from './documents/find-document.ts';
import { type OperationRefusal, refuse, tellMistakes } from './documents/operation-refusal.ts';
import { type PreparedDocument, type PricedSchema, prepareDocument } from './documents/prepare-document.ts';
import type { PreparedOperation } from './documents/prepared-operation.ts';
import { type Limits, nestingOf } from './limits.ts';
import { NO_REPORTS, type OperationRequest, type Reports } from './operation-request.ts';

/** An operation that may be planned: parsed, valid under the schema, within the limits, and open to who asks. */
export type CheckedOperation = {
  readonly source: string;
  /** SHA-256 of `source`, in lower-case hexadecimal. */
  readonly hash: string;
  /** The same object for the same source, for as long as it is remembered and the schema is the same. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly kind: OperationTypeNode;
  readonly operationName: string | undefined;
  /** As they came; coercible to what the operation declares. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Estimated, with these variables. */
  readonly cost: number;
  /** What it might have cost at most. */
  readonly maxCost: number;
  /** Names, without aliases, of every field on the root. */
  readonly rootFields: readonly string[];
  /** What the answer is to tell besides its data. */
  readonly reports: Reports;
  /** Which schema it is valid under. */
  readonly schemaId: string;
  /** What of this hangs on no request: the same object each time, a key for whatever is compiled once per operation. */
  readonly prepared: PreparedOperation;
};

/** A schema, and what tells it from the one before it. */
export type LoadedSchema = { readonly schema: GraphQLSchema; readonly id: string };

/** What the check has to know of who asks. */
export type Asker = {
  readonly tenantId: string;
  readonly isAnonymous: boolean;
  readonly maxCost: number;
  /** Only documents that were registered beforehand are answered. */
  readonly isTrustedOnly: boolean;
  /** Its clients may register documents with their first request. */
  readonly isApqOn: boolean;
};

/** Checks operations. */
export type OperationCheck = {
  /** Answers at once, but for a document that has to be looked for in Redis. */
  check(
    request: OperationRequest,
    asker: Asker,
  ): Result<CheckedOperation, OperationRefusal> | Promise<Result<CheckedOperation, OperationRefusal>>;
  /**
   * Prepares every registered document, so that its first request finds it ready, and lets go of those that are registered no more. Other
   * work goes on between two of them. What does not fit the schema or the limits is told, not thrown.
   */
  prepareRegistered(): AsyncGenerator<Result<PreparedDocument, OperationRefusal & { source: string }>>;
};

export type OperationCheckOptions = {
  readonly limits: Limits;
  readonly isIntrospectionOn: boolean;
  /** Whether fields that show the schema must stand in an operation of their own. */
  readonly isSchemaAskedAlone?: boolean;
  /** The schema now; documents are validated again when it changes. */
  readonly schema: () => LoadedSchema;
  /** The supergraph that it was made of, which says what things cost. */
  readonly supergraphSdl: () => string;
  readonly documents: DocumentPlaces;
  /** What a list is taken to have that nothing sizes; default 10. */
  readonly assumedListSize?: number;
  /** Valid documents that are remembered besides the registered ones; the least recently used goes first. */
  readonly rememberedDocuments?: number;
};

/** Each holds a document of at most 2,500 tokens, about 0.5 MiB: 256 MiB if all were that large, a few MiB as documents are. */
const REMEMBERED_DOCUMENTS = 500;

/** A check with an empty memory. */
export function createOperationCheck(options: OperationCheckOptions): OperationCheck {
  const { limits, documents } = options;
  const memory = createDocumentMemory(options.rememberedDocuments ?? REMEMBERED_DOCUMENTS);
  let priced: PricedSchema | undefined;

  function pricedNow(): PricedSchema {
    const { schema, id } = options.schema();
    if (priced?.id === id) return priced;
    memory.clear();
    priced = { schema, id, costs: createCostModel(options.supergraphSdl(), schema, options.assumedListSize) };
    return priced;
  }

  function prepare(source: string, isRegistered: boolean): Result<PreparedDocument, OperationRefusal> {
    const under = pricedNow();
    const known = memory.find(source);
    if (known !== undefined) return ok(known);
    // Texts are longer in bytes than in characters, never shorter.
    if (source.length > limits.maxBodyBytes || Buffer.byteLength(source) > limits.maxBodyBytes) {
      return refuse(413, 'PAYLOAD_TOO_LARGE', `A request may have ${limits.maxBodyBytes} bytes.`);
    }
    const prepared = prepareDocument(source, under, options);
    if (prepared.ok) memory.keep(prepared.value, isRegistered);
    return prepared;
  }

  function checkFound(
    { source, isRegistered, registerAs }: FoundDocument,
    request: OperationRequest,
    asker: Asker,
  ): Result<CheckedOperation, OperationRefusal> {
    const { operationName, reports = NO_REPORTS } = request;
    const variables = request.variables ?? NO_VARIABLES;
    if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
      return refuse(400, 'BAD_REQUEST', 'Expected `operationName` to be a text.');
    }
    if (!isRecord(variables)) return refuse(400, 'BAD_REQUEST', 'Expected `variables` to be an object.');
    if (nestingOf(variables, limits.maxVariableDepth) > limits.maxVariableDepth) {
      return refuse(400, 'BAD_USER_INPUT', `Values of variables may nest ${limits.maxVariableDepth} levels.`);
    }
    const found = prepare(source, isRegistered);
    if (!found.ok) return found;
    const prepared = chosenOf(found.value, operationName);
    if (prepared === undefined) {
      return refuse(400, 'BAD_REQUEST', 'Expected `operationName` to name one operation of the document.');
    }
    if (prepared.showsSchema) {
      if (!options.isIntrospectionOn) {
        return refuse(400, 'INTROSPECTION_DISABLED', 'The schema cannot be read here; read the published schema reference.');
      }
      if (options.isSchemaAskedAlone === true && !prepared.showsNothingElse) {
        return refuse(400, 'BAD_REQUEST', 'Expected `__schema` and `__type` in an operation of their own.');
      }
    }
    if (asker.isAnonymous && !prepared.isPublic) return refuse(401, 'UNAUTHENTICATED', 'Sign in to ask for this.');
    const mistakes = prepared.checkVariables(variables);
    if (mistakes.length > 0) {
      return fail({ status: 400, code: 'BAD_USER_INPUT', mistakes: tellMistakes(mistakes, options) });
    }
    const unbounded = prepared.cost.findUnbounded(variables);
    if (unbounded !== undefined) return refuse(400, 'BAD_USER_INPUT', unbounded);
    const cost = prepared.cost.of(variables);
    const maxCost = Math.min(limits.maxCost, asker.maxCost);
    // Said this way round, a cost that is no number is refused too.
    if (!(cost <= maxCost)) {
      return refuse(
        400,
        'QUERY_TOO_COMPLEX',
        `An operation may cost ${maxCost}, this one costs ${cost}; ask for smaller pages or fewer fields.`,
      );
    }
    if (registerAs !== undefined && asker.isApqOn) documents.automatic?.register(asker, registerAs, source);
    return ok({
      source,
      hash: prepared.hash,
      document: prepared.document,
      operation: prepared.operation,
      kind: prepared.kind,
      operationName: prepared.operationName,
      variables,
      cost,
      maxCost,
      rootFields: prepared.rootFields,
      reports,
      schemaId: pricedNow().id,
      prepared,
    });
  }

  return {
    check(request, asker) {
      const { query, documentId, extensions } = request;
      if (extensions !== undefined && extensions !== null && !isRecord(extensions)) {
        return refuse(400, 'BAD_REQUEST', 'Expected `extensions` to be an object.');
      }
      const found = findDocument({ query, documentId, persistedQuery: extensions?.['persistedQuery'] }, asker, documents);
      if (found instanceof Promise) return found.then((one) => (one.ok ? checkFound(one.value, request, asker) : one));
      return found.ok ? checkFound(found.value, request, asker) : found;
    },
    async *prepareRegistered() {
      const registered = documents.persisted();
      memory.release((source) => registered.has(source));
      for (const source of registered.sources()) {
        const prepared = prepare(source, true);
        // It may have been known before it was registered.
        if (prepared.ok) memory.keep(prepared.value, true);
        yield prepared.ok ? prepared : fail({ ...prepared.error, source });
        await setImmediate();
      }
    },
  };
}

const NO_VARIABLES: Readonly<Record<string, unknown>> = Object.freeze({});

/** The operation that is asked for: the named one, or the only one; an empty name is none. */
function chosenOf({ operations }: PreparedDocument, name: string | null | undefined): PreparedOperation | undefined {
  if (name === undefined || name === null || name === '') return operations.length === 1 ? operations[0] : undefined;
  return operations.find(({ operationName }) => operationName === name);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
