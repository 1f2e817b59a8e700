// The load driver: keep-alive connections over raw sockets, each with one prebuilt request under way. Told over IPC what to send and for how
// long; answers with what it measured. It parses framing and status, not JSON: it shares a core with the subgraphs and must cost little.
import { connect, type Socket } from 'node:net';
import { type HttpMessage, MessageReader } from './message-reader.ts';

/** One stretch of load. Request number i bears body i and token i, each list taken in turn. */
export type LoadJob = {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  readonly tokens: readonly string[];
  readonly connections: number;
  readonly ms: number;
  /** Number of the first request, so that stretches go on where others ended. */
  readonly from: number;
};

/** What one stretch measured. */
export type LoadResult = {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers with a status other than 200. */
  readonly refused: number;
  /** Answers of another length than the first one to the same body. */
  readonly odd: number;
  /** Connections that broke or did not answer in time. */
  readonly broken: number;
  readonly bytesIn: number;
};

/** After the end of a stretch, answers are waited for this long. */
const LAST_ANSWER_MS = 15_000;

async function run(job: LoadJob): Promise<LoadResult> {
  const requests = prebuilt(job);
  const lengths = new Map<number, number>();
  const tookMs: number[] = [];
  const count = { refused: 0, odd: 0, broken: 0, bytesIn: 0 };
  let next = job.from;
  const began = performance.now();
  const until = began + job.ms;
  let ended = began;

  function drive(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const socket: Socket = connect({ host: '127.0.0.1', port: job.port, noDelay: true });
    let sentAt = 0;
    let body = 0;
    let isDone = false;
    const finish = (isBroken: boolean): void => {
      if (isDone) return;
      isDone = true;
      if (isBroken) count.broken += 1;
      clearTimeout(tooLate);
      socket.destroy();
      resolve();
    };
    const tooLate = setTimeout(() => finish(true), job.ms + LAST_ANSWER_MS);
    const send = (): void => {
      if (performance.now() >= until) {
        finish(false);
        return;
      }
      const number = next++;
      body = number % job.bodies.length;
      sentAt = performance.now();
      socket.write(requests[number % requests.length] ?? '');
    };
    const take = ({ head, bytes }: HttpMessage): void => {
      ended = performance.now();
      tookMs.push(ended - sentAt);
      count.bytesIn += bytes;
      if (head.slice(9, 12) !== '200') count.refused += 1;
      const usual = lengths.get(body);
      if (usual === undefined) lengths.set(body, bytes);
      else if (usual !== bytes) count.odd += 1;
      if (/\r\nconnection: *close/i.test(head)) finish(true);
      else send();
    };
    const reader = new MessageReader(take);
    socket.on('connect', send);
    socket.on('data', (chunk) => reader.push(chunk as Buffer));
    socket.on('error', () => finish(true));
    socket.on('close', () => finish(true));
    return promise;
  }

  await Promise.all(Array.from({ length: job.connections }, drive));
  tookMs.sort((a, b) => a - b);
  const at = (share: number) => tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))] ?? Number.NaN;
  return { requests: tookMs.length, seconds: (ended - began) / 1_000, p50Ms: at(0.5), p99Ms: at(0.99), ...count };
}

function prebuilt({ path, headers, bodies, tokens }: LoadJob): Buffer[] {
  const fixed = Object.entries({ ...headers, host: '127.0.0.1', 'content-type': 'application/json', accept: 'application/json' })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return Array.from({ length: Math.max(bodies.length, tokens.length) }, (_, index) => {
    const body = bodies[index % bodies.length] ?? '';
    const token = tokens[index % tokens.length] ?? '';
    const head = `POST ${path} HTTP/1.1\r\n${fixed}${token === '' ? '' : `authorization: Bearer ${token}\r\n`}content-length: ${Buffer.byteLength(body)}`;
    return Buffer.from(`${head}\r\n\r\n${body}`);
  });
}

process.on('message', (job) => void run(job as LoadJob).then((result) => process.send?.(result)));
process.on('disconnect', () => process.exit(0));
process.send?.({ port: 0 });
