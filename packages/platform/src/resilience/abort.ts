/** Who is told of an abort. */
export type AbortListener = (() => void) | { handleEvent(): void };

/** Tells that an answer is of no use any more: what an AbortSignal, which is one, is to those who listen. */
export type AbortNotice = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: AbortListener, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: AbortListener): void;
};

/**
 * An abort that is made for each call and hardly ever happens: one object, where an AbortController with its signal and a listener are many.
 */
export class CallAbort implements AbortNotice {
  aborted = false;
  #first: AbortListener | undefined;
  #others: Set<AbortListener> | undefined;

  /** Tells all who listen, once, and nobody after that. */
  abort(): void {
    if (this.aborted) return;
    this.aborted = true;
    const told = [...(this.#first === undefined ? [] : [this.#first]), ...(this.#others ?? [])];
    this.#first = undefined;
    this.#others = undefined;
    for (const listener of told) {
      if (typeof listener === 'function') listener();
      else listener.handleEvent();
    }
  }

  addEventListener(_type: 'abort', listener: AbortListener): void {
    if (this.aborted) return;
    if (this.#first === undefined) this.#first = listener;
    else if (this.#first !== listener) {
      this.#others ??= new Set();
      this.#others.add(listener);
    }
  }

  removeEventListener(_type: 'abort', listener: AbortListener): void {
    if (this.#first === listener) this.#first = undefined;
    else this.#others?.delete(listener);
  }
}
