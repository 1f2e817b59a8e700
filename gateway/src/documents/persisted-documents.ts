import { z } from 'zod';
import { sha256Hex } from './document-hash.ts';

/** Documents that were registered before anybody asked: by a client's build, not by its requests. */
export type PersistedDocuments = {
  /** Text of the document with this id; `sha256:` before a hash is understood. Undefined when there is none. */
  find(id: string): string | undefined;
  /** Whether this very text is registered. */
  has(source: string): boolean;
  /** Each text once. */
  sources(): Iterable<string>;
};

/** A file as it was found: a manifest (`.json`) or one document (`.graphql`, `.gql`). */
export type DocumentFile = { readonly path: string; readonly text: string };

/** More than any client has; each is kept parsed, a few kB. */
const MAX_DOCUMENTS = 20_000;
const MAX_ID_LENGTH = 256;

const id = z.string().min(1).max(MAX_ID_LENGTH);
const source = z.string().min(1);
/** Apollo's persisted-query-manifest, as `@apollo/generate-persisted-query-manifest` writes it. */
const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id, body: source })),
});
/** `persisted-documents.json` of GraphQL Code Generator, and what relay-compiler writes: id to text. */
const documentsById = z.record(id, source);

/** No document at all. */
export const NO_DOCUMENTS: PersistedDocuments = { find: () => undefined, has: () => false, sources: () => [] };

/**
 * The documents of some files. Each has the id that its manifest gives it and the SHA-256 of its text, in lower-case hexadecimal; that of a
 * single document is taken with and without the white space around it. Throws Error that names the file and what was expected of it.
 */
export function readPersistedDocuments(files: readonly DocumentFile[]): PersistedDocuments {
  const byId = new Map<string, string>();
  const sources = new Set<string>();
  const add = (path: string, key: string, text: string) => {
    const known = byId.get(key);
    if (known !== undefined && known !== text) throw new Error(`${path}: the id ${key} is given to two different documents.`);
    byId.set(key, text);
    sources.add(text);
    if (sources.size > MAX_DOCUMENTS)
      throw new Error(`${path}: more than ${MAX_DOCUMENTS} documents; split the manifest by client.`);
  };
  for (const { path, text } of files) {
    if (path.endsWith('.json')) {
      for (const [key, body] of readManifest(path, text)) {
        add(path, key.replace(/^sha256:/, ''), body);
        add(path, sha256Hex(body), body);
      }
    } else {
      const body = text.trim();
      if (body === '') throw new Error(`${path}: expected a GraphQL document, the file is empty.`);
      add(path, sha256Hex(body), body);
      add(path, sha256Hex(text), body);
    }
  }
  return {
    find: (wanted) => byId.get(wanted.startsWith('sha256:') ? wanted.slice('sha256:'.length) : wanted),
    has: (text) => sources.has(text),
    sources: () => sources,
  };
}

function readManifest(path: string, text: string): readonly (readonly [string, string])[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path}: expected JSON.`, { cause });
  }
  const isApollo = typeof json === 'object' && json !== null && 'format' in json;
  const read = isApollo
    ? apolloManifest.transform(({ operations }) => operations.map((one) => [one.id, one.body] as const)).safeParse(json)
    : documentsById.transform((documents) => Object.entries(documents)).safeParse(json);
  if (read.success) return read.data;
  throw new Error(
    `${path}: expected Apollo's persisted-query-manifest (version 1), or an object of ids and documents. ${z.prettifyError(read.error)}`,
  );
}
