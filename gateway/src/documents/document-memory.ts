import type { PreparedDocument } from './prepare-document.ts';

/** Documents that were found valid, by their text. */
export type DocumentMemory = {
  find(source: string): PreparedDocument | undefined;
  /** Remembers a document until newer ones push it out; a registered one is kept until `clear`. */
  keep(document: PreparedDocument, isRegistered: boolean): void;
  /** Forgets everything: the schema has changed. */
  clear(): void;
  /** Forgets registered documents that are registered no more. */
  release(isRegistered: (source: string) => boolean): void;
};

/** A memory for so many documents besides the registered ones; the least recently used goes first. */
export function createDocumentMemory(capacity: number): DocumentMemory {
  const recent = new Map<string, PreparedDocument>();
  const registered = new Map<string, PreparedDocument>();
  let newest: PreparedDocument | undefined;

  function forgetOldest(): void {
    const oldest = recent.keys().next().value;
    if (oldest !== undefined) recent.delete(oldest);
  }

  return {
    find(source) {
      const kept = registered.get(source);
      if (kept !== undefined) return kept;
      const known = recent.get(source);
      if (known !== undefined && known !== newest) {
        recent.delete(source);
        recent.set(source, known);
        newest = known;
      }
      return known;
    },
    keep(document, isRegistered) {
      if (isRegistered) {
        registered.set(document.source, document);
        return;
      }
      recent.set(document.source, document);
      newest = document;
      if (recent.size > capacity) forgetOldest();
    },
    clear() {
      recent.clear();
      registered.clear();
      newest = undefined;
    },
    release(isRegistered) {
      for (const source of registered.keys()) if (!isRegistered(source)) registered.delete(source);
    },
  };
}
