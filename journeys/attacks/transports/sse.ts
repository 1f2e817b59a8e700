import { readStream, type StreamMessage } from '../live/event-stream.ts';
import type { Trigger } from '../live/triggers.ts';
import { type Asked, watchedDocument } from '../live/watch-document.ts';
import { codesIn, type Observed } from '../observed.ts';

/** A request whose placeholders are filled; what else a request may have is not for a stream. */
export type SseRequest = {
  readonly method?: string | undefined;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly json?: Asked | undefined;
  readonly body?: string | undefined;
  readonly trigger?: string | undefined;
  readonly count?: number | undefined;
  readonly payload?: Readonly<Record<string, unknown>> | undefined;
  /** So many streams at once: what is seen is of one of them, and the status of each. */
  readonly repeat?: number | undefined;
};

export type SseStage = {
  /** Of the gateway: `http://127.0.0.1:4000`. */
  readonly origin: string;
  /** `host`, and `authorization` of the actor. */
  readonly headers: Readonly<Record<string, string>>;
  readonly trigger: Trigger;
};

const READ_MS = 1_500;

/** Reads the stream of a case for `readMs` after it has begun, and after its trigger. */
export async function playSse(
  request: SseRequest,
  { readMs = READ_MS }: { readMs?: number | undefined },
  stage: SseStage,
): Promise<Observed> {
  const { json, payload = {}, trigger } = request;
  const method = request.method ?? 'POST';
  const reason = payload['reason'];
  const watched =
    typeof json?.query === 'string'
      ? { ...json, query: watchedDocument(json.query, { showsReason: reason !== undefined }) }
      : json;
  const body = request.body ?? (watched === undefined || method === 'GET' ? undefined : JSON.stringify(watched));
  const url = new URL(request.path, stage.origin);
  if (method === 'GET' && watched !== undefined) putInto(url, watched);
  const asked = {
    url: url.toString(),
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...stage.headers, ...request.headers },
    body,
    readMs,
  };
  const enter = meetingOf(request.repeat ?? 1);
  const open = (then: () => Promise<void>) => {
    const { meet, isMissing } = enter();
    return readStream({ ...asked, onBegun: () => meet().then(then) }).finally(isMissing);
  };
  const one = open(async () => {
    if (trigger !== undefined) await stage.trigger(trigger, request.count ?? 1, payload);
  });
  const others = Array.from({ length: (request.repeat ?? 1) - 1 }, () => open(async () => {}));
  const [read, ...rest] = await Promise.all([one, ...others]);
  const statuses = [read, ...rest].map(({ status }) => status);
  return {
    status: read.status,
    ...(read.status === undefined ? { refused: 'no answer' } : {}),
    headers: read.headers,
    body: read.body,
    ms: read.ms,
    codes: codesIn(read.body),
    statuses,
    events: read.events,
    failures: typeof reason === 'string' ? wrongWithReason(reason, read.messages) : [],
  };
}

/** All go on together, once every one of them has begun or is known not to come. */
function meetingOf(expected: number): () => { meet(): Promise<void>; isMissing(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let awaited = expected;
  return () => {
    let isAwaited = true;
    const isOneLess = () => {
      if (!isAwaited) return;
      isAwaited = false;
      awaited -= 1;
      if (awaited === 0) resolve();
    };
    return {
      meet() {
        isOneLess();
        return promise;
      },
      isMissing: isOneLess,
    };
  };
}

function putInto(url: URL, { query, variables, operationName }: Asked & { readonly operationName?: unknown }): void {
  if (typeof query === 'string') url.searchParams.set('query', query);
  if (variables !== undefined) url.searchParams.set('variables', JSON.stringify(variables));
  if (typeof operationName === 'string') url.searchParams.set('operationName', operationName);
}

/** A reason that was given must be told as it was given, within an event and not as one: else the case would prove nothing. */
function wrongWithReason(reason: string, messages: readonly StreamMessage[]): string[] {
  const told = messages.flatMap(({ data }) => (data === '' ? [] : [parsed(data)]));
  if (told.includes(undefined)) return ['the stream holds a message that is no JSON'];
  const shown = told.some((one) => JSON.stringify(one).includes(JSON.stringify(reason)));
  return shown ? [] : [`the reason that was given is not told as it was: ${JSON.stringify(reason)}`];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
