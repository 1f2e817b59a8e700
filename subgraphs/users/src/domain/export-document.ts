import { DATA_ISLANDS, type DataIsland } from './data-request.ts';

/** Characters of a piece: a page of a phone's memory, and far below what an answer may be. */
const PIECE_CHARACTERS = 32_000;

/**
 * An island's part as it stands in the document: in the order of `DATA_ISLANDS` they are one JSON object, each island with the array of its records.
 * `records` is the text of that array.
 */
export function partOfDocument(
  island: DataIsland,
  records: string,
  head: { readonly requestId: string; readonly at: Date },
): string {
  const index = DATA_ISLANDS.indexOf(island);
  const { requestId, at } = head;
  const opening =
    index === 0
      ? `{"format":"academy.personal-data.v1","requestId":${JSON.stringify(requestId)},"exportedAt":"${at.toISOString()}",\n`
      : ',\n';
  return `${opening}"${island}":${records}${index === DATA_ISLANDS.length - 1 ? '\n}\n' : ''}`;
}

/** The text in pieces of at most 32,000 characters, none of which ends inside a character; one empty piece for an empty text. */
export function inPieces(text: string, size = PIECE_CHARACTERS): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    let until = Math.min(from + size, text.length);
    // Not between the two halves of a character outside of the basic plane.
    if (until < text.length && /[\ud800-\udbff]/.test(text.charAt(until - 1))) until -= 1;
    pieces.push(text.slice(from, until));
    from = until;
  }
  return pieces.length === 0 ? [''] : pieces;
}
