import { isUtf8 } from 'node:buffer';
import { type Dispatcher, errors } from 'undici';
import type { AbortNotice } from '../resilience/abort.ts';
import { CallFailure, type CallFailureReason } from './call-failure.ts';
import type { Connection } from './http-connections.ts';

/** An answer may not be larger than this. */
export const MAX_RESPONSE_BYTES = 16 * 1024 * 1024;
/** What is read, and thrown away, of an answer that is of no use, so that its connection can be used again. */
const MAX_DISCARDED_BYTES = 64 * 1024;

const JSON_TYPE = /^application\/(?:json|graphql-response\+json)\s*(?:;|$)/i;
const BUSY_STATUSES: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * One request and its answer on one connection: resolves with the JSON text of a successful answer, rejects with a CallFailure. Settles
 * once, as soon as it is clear how; what comes afterwards is thrown away.
 */
export class HttpExchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<string>;
  readonly #connection: Connection;
  readonly #signal: AbortNotice;
  #resolve!: (json: string) => void;
  #reject!: (failure: CallFailure) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #isSettled = false;
  #isReleased = false;
  #first: Buffer | undefined;
  #more: Buffer[] | undefined;
  #bytes = 0;

  constructor(connection: Connection, signal: AbortNotice) {
    this.#connection = connection;
    this.#signal = signal;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    signal.addEventListener('abort', this);
    if (signal.aborted) this.handleEvent();
  }

  /** The caller's signal aborted. */
  handleEvent(): void {
    const cause = new Error('The caller did not wait any longer.');
    this.#fail('aborted', cause);
    this.#controller?.abort(cause);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#isSettled) controller.abort(new Error('Nobody waits for the answer.'));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    const type = String(headers['content-type']);
    const length = Number(headers['content-length']);
    if (status < 200 || status >= 300) {
      const reason = BUSY_STATUSES.has(status) ? 'busy' : 'refused';
      this.#fail(reason, new Error(`status 200 was expected, got ${status}`), status);
    } else if (!JSON_TYPE.test(type)) this.#fail('nonsense', new Error(`JSON was expected, got ${type.slice(0, 100)}`), status);
    else if (length > MAX_RESPONSE_BYTES) this.#tooLarge(controller);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#isSettled) {
      if (this.#bytes > MAX_DISCARDED_BYTES) controller.abort(new Error('The answer is of no use.'));
    } else if (this.#bytes > MAX_RESPONSE_BYTES) this.#tooLarge(controller);
    else if (this.#first === undefined) this.#first = chunk;
    else if (this.#more === undefined) this.#more = [this.#first, chunk];
    else this.#more.push(chunk);
  }

  onResponseEnd(): void {
    this.#release();
    if (this.#isSettled) return;
    const body = this.#more === undefined ? (this.#first ?? Buffer.alloc(0)) : Buffer.concat(this.#more, this.#bytes);
    if (!isUtf8(body)) {
      this.#fail('nonsense', new Error('The answer is no UTF-8.'));
      return;
    }
    this.#settle();
    this.#resolve(body.toString('utf8'));
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#release();
    const isNoHttp = error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError;
    this.#fail(isNoHttp ? 'nonsense' : 'unreachable', error);
  }

  #tooLarge(controller: Dispatcher.DispatchController): void {
    const cause = new Error(`the answer is larger than ${MAX_RESPONSE_BYTES} bytes`);
    this.#fail('too-large', cause);
    controller.abort(cause);
  }

  #fail(reason: CallFailureReason, cause: Error, status?: number): void {
    if (this.#isSettled) return;
    this.#settle();
    this.#reject(new CallFailure(reason, cause, status));
  }

  #settle(): void {
    this.#isSettled = true;
    this.#first = undefined;
    this.#more = undefined;
    this.#signal.removeEventListener('abort', this);
  }

  #release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#connection.release();
  }
}
