import { type IncomingHttpHeaders, request } from 'node:http';
import { eventOf, type ToldEvent } from './told.ts';

/** A message of a stream of server-sent events, as the standard has a client read it. */
export type StreamMessage = { readonly event: string; readonly data: string; readonly id: string | undefined };

/** What was read of a response. `status` undefined: the connection was refused or broke off before an answer. */
export type StreamRead = {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly messages: readonly StreamMessage[];
  readonly events: readonly ToldEvent[];
  /** Whether the server ended it, rather than the time that it was read for. */
  readonly hasEnded: boolean;
  readonly ms: number;
};

export type StreamAsked = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | undefined;
  /** It is read for so long, or until it ends. */
  readonly readMs: number;
  /** Runs once the first message has come, or `BEGIN_MS` after the headers. */
  readonly onBegun?: () => Promise<void>;
};

const BEGIN_MS = 1_500;

/** Reads a response as it comes for `readMs` after it has begun. Never rejects for what the server does; rejects with what `onBegun` throws. */
export async function readStream(asked: StreamAsked): Promise<StreamRead> {
  const startedAt = performance.now();
  const { promise, resolve } = Promise.withResolvers<{
    status: number | undefined;
    headers: IncomingHttpHeaders;
    hasEnded: boolean;
  }>();
  let body = '';
  let begun = () => {};
  const hasBegun = new Promise<void>((done) => {
    begun = done;
  });
  let answer: { status: number | undefined; headers: IncomingHttpHeaders } = { status: undefined, headers: {} };
  const sent = request(asked.url, { method: asked.method, headers: asked.headers }, (response) => {
    answer = { status: response.statusCode, headers: response.headers };
    setTimeout(begun, BEGIN_MS).unref();
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      body += chunk;
      if (/^data:/m.test(body)) begun();
    });
    const end = () => resolve({ ...answer, hasEnded: true });
    response.on('end', end).on('error', end).on('close', end);
  });
  sent.on('error', () => resolve({ ...answer, hasEnded: true }));
  sent.end(asked.body);
  const ended = promise.then(() => 'ended' as const);
  let failure: unknown;
  const reading = Promise.race([hasBegun, ended]).then(async (how) => {
    if (how === 'ended') return;
    await asked.onBegun?.();
    await new Promise((done) => setTimeout(done, asked.readMs));
  });
  await Promise.race([ended, reading]).catch((thrown: unknown) => {
    failure = thrown;
  });
  sent.destroy();
  if (failure !== undefined) throw failure;
  const { status, headers, hasEnded } = await Promise.race([promise, Promise.resolve({ ...answer, hasEnded: false })]);
  const messages = messagesOf(body);
  const events = messages.flatMap(({ event, data }) => (event === 'next' ? (eventOf(parsed(data)) ?? []) : []));
  return { status, headers, body, messages, events, hasEnded, ms: performance.now() - startedAt };
}

/** The messages of a stream, by the rules that browsers read it by: a line ends with CR, LF or both, a message with an empty line. */
export function messagesOf(body: string): StreamMessage[] {
  const messages: StreamMessage[] = [];
  let event = '';
  let data: string[] = [];
  let id: string | undefined;
  for (const line of body.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    if (line === '') {
      if (data.length > 0) messages.push({ event: event === '' ? 'message' : event, data: data.join('\n'), id });
      event = '';
      data = [];
      continue;
    }
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    if (field === 'id') id = value;
  }
  return messages;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
