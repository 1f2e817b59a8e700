import { constants } from 'node:crypto';
import type { Server, ServerOptions } from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { SECOND_MS } from '@academy/kernel';
import type { TlsIdentity, TlsMaterial } from './identity.ts';
import { nameIn } from './names.ts';

/** Whoever connects and then says nothing is cut off after this long. */
const HANDSHAKE_WITHIN_MS = 5 * SECOND_MS;

/** Who is at the other end of a connection that was let in. */
export type Peer = {
  /** The name of its certificate by which it was let in. */
  readonly name: string;
  /** Its certificate is good until then, in milliseconds of `Date.now()`. */
  readonly validUntilMs: number;
};

/** Who may connect, and who did. */
export type TlsGate = {
  /** Of the HTTPS server: TLS 1.3, and a certificate of a CA that is believed. */
  readonly options: ServerOptions;
  /**
   * From now on a connection whose certificate has none of the names is closed before a byte of a request is read. New certificates are in force
   * for connections that are opened after their exchange; `onRefused` is told of each that is closed.
   */
  guard(server: Server, onRefused: (reason: string) => void): void;
  /** Undefined for a connection that was not let in, or whose certificate has expired meanwhile. */
  peerOf(socket: Socket): Peer | undefined;
  /** Whether the connection was opened before the newest exchange of certificates: its client should open another. */
  isOutdated(socket: Socket): boolean;
};

/**
 * Lets in who has a certificate of one of the CAs with one of `names`. `requestCert` alone lets in every certificate of the CA, those of other services
 * among them. Sessions are not resumed, for a resumed one skips the certificate.
 */
export function createTlsGate(identity: TlsIdentity, names: readonly string[]): TlsGate {
  const peers = new WeakMap<Socket, Peer & { readonly exchanges: number }>();
  let exchanges = 0;

  return {
    options: {
      ...contextOf(identity.current()),
      requestCert: true,
      rejectUnauthorized: true,
      handshakeTimeout: HANDSHAKE_WITHIN_MS,
    },
    guard(server, onRefused) {
      identity.onChange((material) => {
        server.setSecureContext(contextOf(material));
        exchanges += 1;
      });
      server.on('tlsClientError', (error) =>
        onRefused('code' in error && typeof error.code === 'string' ? error.code : 'handshake'),
      );
      // Before the listener of http itself, which begins to read.
      server.prependListener('secureConnection', (socket: TLSSocket) => {
        const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
        const name = certificate === undefined ? undefined : nameIn(certificate, names);
        if (certificate === undefined || name === undefined) {
          onRefused(certificate === undefined ? 'unauthorized' : 'name');
          socket.destroy();
          return;
        }
        peers.set(socket, { name, validUntilMs: certificate.validToDate.getTime(), exchanges });
      });
    },
    peerOf(socket) {
      const peer = peers.get(socket);
      return peer === undefined || peer.validUntilMs <= Date.now() ? undefined : peer;
    },
    isOutdated: (socket) => (peers.get(socket)?.exchanges ?? exchanges) < exchanges,
  };
}

function contextOf({ cert, key, ca }: TlsMaterial) {
  return { cert, key, ca, minVersion: 'TLSv1.3', maxVersion: 'TLSv1.3', secureOptions: constants.SSL_OP_NO_TICKET } as const;
}
