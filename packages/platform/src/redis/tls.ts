import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';

/**
 * How TLS is spoken to a `rediss` URL: its host must be in the server's certificate, and that must come from a CA of the file, or without one of the
 * machine's. Nothing for a `redis` URL. Throws when the file cannot be read.
 */
export function redisTls(url: string, caFile: string | undefined): { tls?: ConnectionOptions } {
  if (new URL(url).protocol !== 'rediss:') return {};
  return { tls: { rejectUnauthorized: true, ...(caFile === undefined ? {} : { ca: readFileSync(caFile, 'utf8') }) } };
}
