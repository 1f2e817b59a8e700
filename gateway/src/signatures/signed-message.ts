import type { IncomingMessage } from 'node:http';

/** What a signature can be over: a request as it came, and the digests of its body. */
export type SignedMessage = {
  readonly method: string;
  /** Path and query as the client wrote them. */
  readonly target: string;
  /** Every value of every header, by name in lower case. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  /** base64 by algorithm of RFC 9530, of the bytes of the body; undefined when there was none. */
  readonly bodyDigests: Readonly<Record<string, string>> | undefined;
};

const digestsOf = new WeakMap<IncomingMessage, Readonly<Record<string, string>>>();

/** The request has a body with these digests. */
export function noteBodyDigests(request: IncomingMessage, digests: Readonly<Record<string, string>>): void {
  digestsOf.set(request, digests);
}

/** Whether the request says that it is signed; only then is anything of it kept or computed. */
export function isSigned({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['signature-input'] !== undefined && headers['signature'] !== undefined;
}

/** What was signed; undefined for a request that does not say that it was. */
export function signedMessageOf(request: IncomingMessage): SignedMessage | undefined {
  if (!isSigned(request)) return undefined;
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    headers: request.headersDistinct,
    bodyDigests: digestsOf.get(request),
  };
}

/** Value of a header as signatures see it: all its values without space around them; undefined when it did not come. RFC 9421 §2.1. */
export function fieldValue({ headers }: SignedMessage, name: string): string | undefined {
  return headers[name]?.map((value) => value.trim()).join(', ');
}
