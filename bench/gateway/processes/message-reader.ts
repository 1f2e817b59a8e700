/** One HTTP/1.1 message: its head without the empty line, and the pieces of its body. */
export type HttpMessage = { readonly head: string; readonly parts: readonly Buffer[]; readonly bytes: number };

type State = 'head' | 'body' | 'chunk-size' | 'chunk-end' | 'trailer';

const CRLF = '\r\n';

/**
 * Cuts a connection's bytes into HTTP/1.1 messages, framed by content-length or chunked, in time linear in the bytes. Messages without either
 * have no body. For both sides of a benchmark, whose own cost must be small: it checks nothing else.
 */
export class MessageReader {
  readonly #onMessage: (message: HttpMessage) => void;
  #rest: Buffer = Buffer.alloc(0);
  #state: State = 'head';
  #isChunked = false;
  #missing = 0;
  #head = '';
  #parts: Buffer[] = [];
  #bytes = 0;

  constructor(onMessage: (message: HttpMessage) => void) {
    this.#onMessage = onMessage;
  }

  /** Takes in what came; calls back for each message that is complete. */
  push(chunk: Buffer): void {
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (;;) {
      const next = this.#state === 'body' ? this.#takeBody(data, at) : this.#takeLine(data, at);
      if (next === undefined) break;
      at = next;
    }
    // A body is consumed to the last byte that is there; only lines wait for their end.
    this.#rest = this.#state === 'body' ? Buffer.alloc(0) : data.subarray(at);
  }

  #takeBody(data: Buffer, at: number): number | undefined {
    const taken = Math.min(this.#missing, data.length - at);
    if (taken > 0) {
      this.#parts.push(data.subarray(at, at + taken));
      this.#bytes += taken;
      this.#missing -= taken;
    }
    if (this.#missing > 0) return undefined;
    if (this.#isChunked) this.#state = 'chunk-end';
    else this.#finish();
    return at + taken;
  }

  /** Reads a head, a chunk's size, the line end behind a chunk, or the end of the last chunk; undefined while it is not all there. */
  #takeLine(data: Buffer, at: number): number | undefined {
    const mark = this.#state === 'head' ? `${CRLF}${CRLF}` : CRLF;
    const end = data.indexOf(mark, at, 'latin1');
    if (end < 0) return undefined;
    const line = data.toString('latin1', at, end);
    if (this.#state === 'head') this.#begin(line);
    else if (this.#state === 'chunk-end') this.#state = 'chunk-size';
    else if (this.#state === 'chunk-size') {
      this.#missing = Number.parseInt(line, 16);
      this.#state = this.#missing === 0 ? 'trailer' : 'body';
    } else if (line === '') this.#finish();
    return end + mark.length;
  }

  #begin(head: string): void {
    this.#head = head;
    const length = /\r\ncontent-length: *(\d+)/i.exec(head);
    this.#isChunked = length === null && /\r\ntransfer-encoding: *chunked/i.test(head);
    if (this.#isChunked) this.#state = 'chunk-size';
    else {
      this.#missing = Number(length?.[1] ?? 0);
      this.#state = 'body';
    }
  }

  #finish(): void {
    const message = { head: this.#head, parts: this.#parts, bytes: this.#bytes };
    this.#state = 'head';
    this.#parts = [];
    this.#bytes = 0;
    this.#onMessage(message);
  }
}

/** The body of a message in one piece. */
export function bodyOf({ parts }: HttpMessage): Buffer {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
}
