import { X509Certificate } from 'node:crypto';
import type { ConnectionOptions } from 'node:tls';
import type { TlsIdentity } from './identity.ts';
import { nameIn } from './names.ts';

/** The server's certificate is good, but another service's. */
export class WrongServerName extends Error {
  override readonly name = 'WrongServerName';
}

/**
 * How a connection to the service of this name is opened: with the identity as it is now, over TLS 1.3, to a server whose certificate is of a CA that
 * is believed and has `name`, whatever address it was reached at. A session is not resumed, for a resumed one skips the certificate.
 */
export function tlsToService(identity: TlsIdentity, name: string) {
  return {
    ...identity.current(),
    minVersion: 'TLSv1.3',
    maxVersion: 'TLSv1.3',
    rejectUnauthorized: true,
    servername: name,
    maxCachedSessions: 0,
    checkServerIdentity: (_hostname, { raw }) =>
      nameIn(new X509Certificate(raw), [name]) === undefined
        ? new WrongServerName(`A certificate with the name ${name} was expected; the server has another one.`)
        : undefined,
  } satisfies ConnectionOptions & { maxCachedSessions: number };
}
