import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { documentRules, MAX_DEPTH, MAX_TOKENS } from './document-rules.ts';

/** Documents that are remembered. The gateway's plans of one academy make some hundreds. */
const MAX_DOCUMENTS = 1_000;

/** Characters of their texts in all; as a syntax tree each takes about 100 bytes: 200 MB if the memory were ever full of the longest. */
const MAX_CHARACTERS = 2 * 1024 * 1024;

/** A document that may be executed, or what is wrong with it. */
export type CheckedDocument =
  | { readonly isValid: true; readonly document: DocumentNode }
  | { readonly isValid: false; readonly errors: readonly GraphQLError[] };

const ALL_RULES = [...specifiedRules, ...documentRules];

/**
 * Parses and validates each document once, as long as it is among the last used. What is invalid is not remembered.
 * `onMiss` runs for each document that was not.
 */
export function createDocuments(schema: GraphQLSchema, onMiss: () => void): (query: string) => CheckedDocument {
  const remembered = new LRUCache<string, CheckedDocument>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_checked, query) => query.length,
  });
  return (query) => {
    const known = remembered.get(query);
    if (known !== undefined) return known;
    onMiss();
    const checked = check(schema, query);
    if (checked.isValid) remembered.set(query, checked);
    return checked;
  };
}

function check(schema: GraphQLSchema, query: string): CheckedDocument {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const errors = validate(schema, document, ALL_RULES);
    return errors.length === 0 ? { isValid: true, document } : { isValid: false, errors: errors.map(asValidationError) };
  } catch (thrown) {
    if (thrown instanceof GraphQLError) return { isValid: false, errors: [asParseError(thrown)] };
    // Parser and rules call themselves for each level: thousands of levels exhaust the stack.
    if (thrown instanceof RangeError) return { isValid: false, errors: [tooDeep()] };
    throw thrown;
  }
}

function asParseError({ message, source, positions }: GraphQLError): GraphQLError {
  const place = { source: source ?? null, positions: positions ?? null };
  return new GraphQLError(message, { ...place, extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
}

function tooDeep(): GraphQLError {
  const message = `At most ${MAX_DEPTH} fields below one another were expected, got far more; ask for less.`;
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX' } });
}

function asValidationError({ message, nodes, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { nodes: nodes ?? null, extensions: { ...extensions, code: 'GRAPHQL_VALIDATION_FAILED' } });
}
