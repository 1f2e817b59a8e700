import { createHash } from 'node:crypto';

/** SHA-256 of a text, in lower-case hexadecimal: the id of a document. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
