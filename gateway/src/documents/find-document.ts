import { ok, type Result } from '@academy/kernel';
import type { AutomaticDocuments, Shelf } from './automatic-documents.ts';
import { sha256Hex } from './document-hash.ts';
import { type OperationRefusal, refuse } from './operation-refusal.ts';
import type { PersistedDocuments } from './persisted-documents.ts';

/** How a request names its document: by its text, by an id, or by both (which registers it where that is open). */
export type DocumentName = {
  readonly query: unknown;
  /** GraphQL over HTTP, appendix on persisted documents: `sha256:…`, or an id of a manifest. */
  readonly documentId: unknown;
  /** Apollo's `extensions.persistedQuery`: the SHA-256 of the text, or an id of a manifest, in `sha256Hash`. */
  readonly persistedQuery: unknown;
};

/** A document that was found. `registerAs` is set when its client wants it to be found by this hash from now on. */
export type FoundDocument = {
  readonly source: string;
  readonly isRegistered: boolean;
  readonly registerAs?: string;
};

/** Where documents are looked for. */
export type DocumentPlaces = {
  readonly persisted: () => PersistedDocuments;
  /** Whether documents can be registered beforehand at all. */
  readonly hasPersisted: boolean;
  /** undefined: clients register nothing with their requests, whatever their tenant wants. */
  readonly automatic: AutomaticDocuments | undefined;
};

/** Who asks, and which documents her tenant wants answered. */
type DocumentAsker = Shelf & { readonly isTrustedOnly: boolean; readonly isApqOn: boolean };

const MAX_ID_LENGTH = 256;
const EXPECTED = 'Expected `query`: the document, as a text; or `documentId`: the id of a registered one.';

/**
 * Finds the document of a request. Answers at once but for a document that only Redis may know. With `isTrustedOnly` nothing but documents
 * registered beforehand are found, by whichever name.
 */
export function findDocument(
  name: DocumentName,
  asker: DocumentAsker,
  places: DocumentPlaces,
): Result<FoundDocument, OperationRefusal> | Promise<Result<FoundDocument, OperationRefusal>> {
  const { query, documentId } = name;
  const hash = readHash(name.persistedQuery);
  if (hash === null) {
    return refuse(400, 'BAD_REQUEST', 'Expected `extensions.persistedQuery` to be {"version": 1, "sha256Hash": "…"}.');
  }
  if (query === undefined || query === null || query === '') {
    const id = documentId ?? hash;
    if (id === undefined) return refuse(400, 'BAD_REQUEST', EXPECTED);
    if (typeof id !== 'string' || id === '' || id.length > MAX_ID_LENGTH) {
      return refuse(400, 'BAD_REQUEST', `Expected \`documentId\` to be a text of at most ${MAX_ID_LENGTH} characters.`);
    }
    return findById(id, asker, places);
  }
  if (typeof query !== 'string') return refuse(400, 'BAD_REQUEST', EXPECTED);
  if (documentId !== undefined && documentId !== null) {
    return refuse(400, 'BAD_REQUEST', 'Expected either `query` or `documentId`, both came.');
  }
  const isRegistered = places.persisted().has(query);
  if (asker.isTrustedOnly && !isRegistered) {
    return refuse(403, 'DOCUMENT_NOT_TRUSTED', 'Only registered documents are answered here; have this one registered first.');
  }
  if (hash === undefined) return ok({ source: query, isRegistered });
  if (places.persisted().find(hash) !== query && sha256Hex(query) !== hash) {
    return refuse(400, 'BAD_REQUEST', '`sha256Hash` is not the SHA-256 of `query`, in lower-case hexadecimal.');
  }
  return ok({ source: query, isRegistered, ...(isRegistered ? {} : { registerAs: hash }) });
}

function findById(
  id: string,
  asker: DocumentAsker,
  { persisted, hasPersisted, automatic }: DocumentPlaces,
): Result<FoundDocument, OperationRefusal> | Promise<Result<FoundDocument, OperationRefusal>> {
  const source = persisted().find(id);
  if (source !== undefined) return ok({ source, isRegistered: true });
  if (automatic === undefined || !asker.isApqOn || asker.isTrustedOnly) return hasPersisted ? NOT_FOUND : NOT_SUPPORTED;
  return automatic
    .find(asker, id.replace(/^sha256:/, ''))
    .then((found) => (found === undefined ? NOT_FOUND : ok({ source: found, isRegistered: false })));
}

/** Messages are those that Apollo's clients look for. */
const NOT_FOUND = refuse(400, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
const NOT_SUPPORTED = refuse(400, 'PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');

/** undefined when there is none, null when it is not what Apollo's clients send. */
function readHash(persistedQuery: unknown): string | undefined | null {
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  if (typeof persistedQuery !== 'object' || !('sha256Hash' in persistedQuery) || !('version' in persistedQuery)) return null;
  const { sha256Hash, version } = persistedQuery;
  return version === 1 && typeof sha256Hash === 'string' && sha256Hash !== '' ? sha256Hash : null;
}
