import { createHash } from 'node:crypto';
import type { Sha256 } from '../domain/portfolio/merkle.ts';

/** SHA-256 of the parts, one after another. */
export const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** SHA-256 of a text in UTF-8, hex. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
