import { createHash } from 'node:crypto';
import { pipeline, Transform } from 'node:stream';
import type { FastifyInstance, RequestPayload } from 'fastify';
import { isSigned, noteBodyDigests } from './signed-message.ts';

/** Names of RFC 9530 §5 that are not broken, and Node's names for them. */
export const DIGESTS = { 'sha-256': 'sha256', 'sha-512': 'sha512' } as const;

/** Bodies of requests that say that they are signed are digested while they are read; the others cost a look at two headers. */
export function addBodyDigests(app: FastifyInstance): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    if (isSigned(request.raw))
      done(
        null,
        digested(payload, (digests) => noteBodyDigests(request.raw, digests)),
      );
    else done(null, payload);
  });
}

function digested(payload: RequestPayload, onDigests: (digests: Readonly<Record<string, string>>) => void): RequestPayload {
  const hashes = Object.entries(DIGESTS).map(([name, algorithm]) => [name, createHash(algorithm)] as const);
  const tap: Transform & { receivedEncodedLength: number } = Object.assign(
    new Transform({
      transform(chunk: Buffer, _encoding, pass) {
        for (const [, hash] of hashes) hash.update(chunk);
        // What fastify holds against `content-length`.
        tap.receivedEncodedLength += chunk.length;
        pass(null, chunk);
      },
      flush(pass) {
        if (tap.receivedEncodedLength > 0)
          onDigests(Object.fromEntries(hashes.map(([name, hash]) => [name, hash.digest('base64')])));
        pass();
      },
    }),
    { receivedEncodedLength: 0 },
  );
  // A broken connection ends both; whoever reads the body is told by the tap.
  pipeline(payload, tap, () => {});
  return tap;
}
