const OPCODE_TEXT = 0x1;
const OPCODE_CLOSE = 0x8;
const OPCODE_PING = 0x9;
const OPCODE_PONG = 0xa;
const IS_LAST = 0x80;
const IS_MASKED = 0x80;
const LENGTH_16 = 126;
const LENGTH_64 = 127;
const MASK_BYTES = 4;

/** What a server's frames are handed to. */
export type FrameListener = {
  onText(text: string): void;
  onPing(payload: Buffer): void;
  onClose(code: number, reason: string): void;
};

/**
 * Cuts a connection's bytes into the WebSocket frames of a server, for a benchmark whose own cost must be small. Throws for a message in
 * several frames, which no server under measurement sends.
 */
export class FrameReader {
  readonly #listener: FrameListener;
  #rest: Buffer | undefined;

  constructor(listener: FrameListener) {
    this.#listener = listener;
  }

  /** Takes in what came; calls back for each frame that is complete. */
  push(chunk: Buffer): void {
    const data = this.#rest === undefined ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (;;) {
      const next = this.#take(data, at);
      if (next === undefined) break;
      at = next;
    }
    this.#rest = at === data.length ? undefined : data.subarray(at);
  }

  #take(data: Buffer, at: number): number | undefined {
    if (data.length < at + 2) return undefined;
    const first = data[at] ?? 0;
    const short = (data[at + 1] ?? 0) & 0x7f;
    let begin = at + 2;
    let length = short;
    if (short === LENGTH_16) {
      begin += 2;
      if (data.length < begin) return undefined;
      length = data.readUInt16BE(at + 2);
    } else if (short === LENGTH_64) {
      begin += 8;
      if (data.length < begin) return undefined;
      length = Number(data.readBigUInt64BE(at + 2));
    }
    const end = begin + length;
    if (data.length < end) return undefined;
    if ((first & IS_LAST) === 0) throw new Error('Expected whole messages, got one in several frames.');
    const opcode = first & 0x0f;
    if (opcode === OPCODE_TEXT) this.#listener.onText(data.toString('utf8', begin, end));
    else if (opcode === OPCODE_PING) this.#listener.onPing(data.subarray(begin, end));
    else if (opcode === OPCODE_CLOSE) {
      const code = length >= 2 ? data.readUInt16BE(begin) : 1005;
      this.#listener.onClose(code, data.toString('utf8', Math.min(begin + 2, end), end));
    }
    return end;
  }
}

/** A text of a client, as one frame. */
export function textFrame(text: string): Buffer {
  return frameOf(OPCODE_TEXT, Buffer.from(text));
}

/** The answer to a server's ping. */
export function pongFrame(payload: Buffer): Buffer {
  return frameOf(OPCODE_PONG, payload);
}

/** Masked with zeros, as the protocol allows, so that masking costs nothing. */
function frameOf(opcode: number, payload: Buffer): Buffer {
  const extended = payload.length < LENGTH_16 ? 0 : 2;
  if (payload.length > 0xffff) throw new Error(`Expected at most 65,535 bytes for one frame, got ${payload.length}.`);
  const frame = Buffer.alloc(2 + extended + MASK_BYTES + payload.length);
  frame[0] = IS_LAST | opcode;
  frame[1] = IS_MASKED | (extended === 0 ? payload.length : LENGTH_16);
  if (extended > 0) frame.writeUInt16BE(payload.length, 2);
  payload.copy(frame, 2 + extended + MASK_BYTES);
  return frame;
}
