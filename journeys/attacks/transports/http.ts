import { request as open } from 'node:http';
import { codesIn, type Observed } from '../observed.ts';

/** A request whose placeholders and generators are filled. */
export type HttpRequest = {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly json?: unknown;
  readonly body?: string | Buffer | undefined;
};

const DEADLINE_MS = 15_000;
/** Answers of the gateway are far smaller; what is more is not read. */
const MAX_BYTES = 16 * 2 ** 20;

/** Sends one request as it is, with any `host`, and tells what came. Never rejects. */
export function playHttp(
  asked: HttpRequest,
  stage: { origin: string; headers: Readonly<Record<string, string>> },
): Promise<Observed> {
  const startedAt = performance.now();
  const body = asked.body ?? (asked.json === undefined ? undefined : JSON.stringify(asked.json));
  const headers = {
    ...(asked.json === undefined && asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...stage.headers,
    ...lowerCased(asked.headers),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  };
  const { promise, resolve } = Promise.withResolvers<Observed>();
  const said = (more: Partial<Observed>) =>
    resolve({ headers: {}, body: '', failures: [], ms: performance.now() - startedAt, ...more });
  const refused = (thrown: Error) => said({ refused: thrown.message });
  try {
    const { hostname, port } = new URL(stage.origin);
    const path = asked.path ?? '/graphql';
    const sent = open({
      hostname,
      port,
      path,
      method: asked.method ?? 'POST',
      headers,
      agent: false,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    sent.on('error', refused);
    sent.on('response', (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= MAX_BYTES) chunks.push(chunk);
        else sent.destroy(new Error('the answer is too long'));
      });
      answer.on('error', refused);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        said({ status: answer.statusCode, headers: answer.headers, body: text, codes: codesIn(text) });
      });
    });
    sent.end(body);
  } catch (thrown) {
    // A header that Node does not send.
    refused(thrown instanceof Error ? thrown : new Error(String(thrown)));
  }
  return promise;
}

/** The same request so many times, so many at once; what is seen is of the last, and the status of each. */
export async function playManyHttp(times: number, concurrency: number, one: () => Promise<Observed>): Promise<Observed> {
  const statuses: (number | undefined)[] = [];
  let bodies = '';
  let last: Observed = { headers: {}, body: '', failures: [], ms: 0 };
  let begun = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: Math.min(concurrency, times) }, async () => {
      while (begun < times) {
        begun += 1;
        last = await one();
        statuses.push(last.status);
        if (bodies.length < MAX_BYTES && !bodies.endsWith(last.body)) bodies += last.body;
      }
    }),
  );
  return { ...last, statuses, body: bodies, ms: performance.now() - startedAt };
}

function lowerCased(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
