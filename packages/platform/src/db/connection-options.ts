import { readFileSync } from 'node:fs';
import { type ConnectionOptions, checkServerIdentity } from 'node:tls';

/** What postgres.js is told besides the URL itself. */
export type DatabaseConnection = { readonly url: string; readonly ssl: ConnectionOptions | false };

/**
 * Reads `sslmode` and `sslrootcert` of a PostgreSQL URL, as libpq has them: `disable`, or none, speaks in clear; `verify-full` speaks TLS to a server
 * whose certificate has the URL's host in it and comes from a CA of the file, or without one of the machine's. The modes between are refused, for they
 * encrypt for whoever answers. Throws when the file cannot be read.
 */
export function databaseConnection(given: string): DatabaseConnection {
  const url = new URL(given);
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  const caFile = url.searchParams.get('sslrootcert');
  url.searchParams.delete('sslmode');
  url.searchParams.delete('sslrootcert');
  if (mode === 'disable') {
    if (caFile !== null)
      throw new Error('sslrootcert was given without sslmode=verify-full, so that nothing would be verified; add it.');
    return { url: url.toString(), ssl: false };
  }
  if (mode !== 'verify-full')
    throw new Error(`sslmode=verify-full or disable was expected, got ${mode}, which believes whoever answers.`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    url: url.toString(),
    ssl: {
      rejectUnauthorized: true,
      ...(caFile === null ? {} : { ca: readFileSync(caFile, 'utf8') }),
      // The driver hands over a socket, of which TLS knows no host where it is an address.
      checkServerIdentity: (_hostname, certificate) => checkServerIdentity(host, certificate),
    },
  };
}
