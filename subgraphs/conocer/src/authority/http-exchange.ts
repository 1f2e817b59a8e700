import type { IncomingHttpHeaders } from 'node:http';
import { describeThrown } from '@academy/kernel';
import type { Dispatcher } from 'undici';

/** Most bytes of an answer that are read. */
const BODY_CAP_BYTES = 2 ** 20;

export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** When a request is over: at `signal`, or at `deadlineMs` by `nowMs`, whichever is first. The body counts. */
export type Limits = { readonly signal: AbortSignal; readonly deadlineMs: number; readonly nowMs: () => number };

/**
 * A whole answer, or none. `isWritten`: the first byte of the request may have left this process, so the other side may have read it;
 * false is certain.
 */
export type Exchange =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
  | { readonly kind: 'failed'; readonly cause: string; readonly isWritten: boolean };

/** One request and its whole answer, with no retry and no redirect followed. Never rejects. */
export function exchange(dispatcher: Dispatcher, request: HttpRequest, limits: Limits): Promise<Exchange> {
  const { promise, resolve } = Promise.withResolvers<Exchange>();
  const over = overAt(limits);
  if (over.aborted) return Promise.resolve({ kind: 'failed', cause: 'DEADLINE', isWritten: false });
  let controller: Dispatcher.DispatchController | undefined;
  let head: { status: number; headers: IncomingHttpHeaders } | undefined;
  const chunks: Buffer[] = [];
  let bytes = 0;

  const finish = (result: Exchange) => {
    over.removeEventListener('abort', onOver);
    resolve(result);
  };
  const failWith = (cause: string) => {
    finish({ kind: 'failed', cause, isWritten: controller !== undefined });
    controller?.abort(new Error(cause));
  };
  const onOver = () => failWith(limits.signal.aborted ? 'ABORTED' : 'DEADLINE');
  over.addEventListener('abort', onOver, { once: true });

  const handler: Dispatcher.DispatchHandler = {
    // The last moment before the first byte: a process that stood still since its intent must not write now.
    onRequestStart(started) {
      if (over.aborted || limits.nowMs() >= limits.deadlineMs) {
        failWith('DEADLINE');
        started.abort(new Error('DEADLINE'));
        return;
      }
      controller = started;
    },
    onResponseStart(_controller, status, headers) {
      if (status >= 200) head = { status, headers };
    },
    onResponseData(_controller, chunk) {
      bytes += chunk.length;
      if (bytes > BODY_CAP_BYTES) failWith('BODY_TOO_LARGE');
      else chunks.push(chunk);
    },
    onResponseEnd() {
      if (head !== undefined) finish({ kind: 'answered', ...head, body: Buffer.concat(chunks).toString('utf8') });
    },
    onResponseError(_controller, error) {
      failWith(causeOf(error));
    },
  };
  try {
    dispatcher.dispatch({ ...request, body: request.body ?? null }, handler);
  } catch (thrown) {
    failWith(causeOf(thrown));
  }
  return promise;
}

/** Aborts when the limits are reached; aborted at once when they are behind us. */
export function overAt({ signal, deadlineMs, nowMs }: Limits): AbortSignal {
  const remainingMs = Math.ceil(deadlineMs - nowMs());
  return remainingMs <= 0 ? AbortSignal.abort() : AbortSignal.any([signal, AbortSignal.timeout(remainingMs)]);
}

/** A code if there is one: messages of drivers may repeat what was sent. */
function causeOf(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return describeThrown(thrown).slice(0, 100);
}
