// The subgraphs of a benchmark, all on one port: POST /NAME, and /v1/NAME with federation 1's SDL for the peer that wants it. Real
// graphql-js on first sight of a request; its answer is kept whole, as the data never change, so that afterwards a subgraph costs next to
// nothing and the gateway is what is measured. Usage: node subgraphs.ts big|growth; tells its port over IPC.
import { createServer, type Socket } from 'node:net';
import { type GraphQLSchema, graphql } from 'graphql';
import { growthSubgraphs } from '../graph/growth.ts';
import { benchSubgraphs } from '../graph/subgraphs.ts';
import { bodyOf, type HttpMessage, MessageReader } from './message-reader.ts';

/** What the subgraphs did since they started. */
export type SubgraphStats = { readonly calls: number; readonly executed: number; readonly bytesOut: number };

type Served = { readonly schema: GraphQLSchema; readonly firstSdl: string | undefined };
type GraphqlBody = { query: string; variables?: Record<string, unknown>; operationName?: string };

/** Answers beyond this are executed each time; enough for every request of every workload. */
const MAX_KEPT_BYTES = 1_500_000_000;

const graph = process.argv[2] === 'growth' ? growthSubgraphs() : benchSubgraphs();
const served = new Map<string, Served>();
for (const { name, schema, firstSdl } of graph) {
  served.set(`/${name}`, { schema, firstSdl: undefined });
  if (firstSdl !== undefined) served.set(`/v1/${name}`, { schema, firstSdl });
}
const kept = new Map<string, Buffer>();
let keptBytes = 0;
const stats = { calls: 0, executed: 0, bytesOut: 0 };

const server = createServer((socket) => {
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  const reader = new MessageReader((message) => answer(socket, waiting, message));
  /** Answers in the order of their requests, for clients that pipeline. */
  const waiting: { answer: Buffer | undefined }[] = [];
  socket.on('data', (chunk) => reader.push(chunk as Buffer));
});

function answer(socket: Socket, waiting: { answer: Buffer | undefined }[], message: HttpMessage): void {
  stats.calls += 1;
  const path = message.head.slice(message.head.indexOf(' ') + 1, message.head.indexOf(' ', message.head.indexOf(' ') + 1));
  const body = bodyOf(message).toString('latin1');
  const key = path + body;
  const known = kept.get(key);
  if (known !== undefined && waiting.length === 0) {
    send(socket, known);
    return;
  }
  const slot = { answer: known };
  waiting.push(slot);
  if (known !== undefined) return;
  stats.executed += 1;
  void execute(path, Buffer.from(body, 'latin1').toString())
    .catch((thrown: unknown) => JSON.stringify({ errors: [{ message: String(thrown) }] }))
    .then((json) => {
      slot.answer = framed(json);
      keptBytes += key.length + slot.answer.length;
      if (keptBytes < MAX_KEPT_BYTES) kept.set(key, slot.answer);
      while (waiting[0]?.answer !== undefined) send(socket, waiting.shift()?.answer ?? Buffer.alloc(0));
    });
}

function send(socket: Socket, bytes: Buffer): void {
  stats.bytesOut += bytes.length;
  socket.write(bytes);
}

async function execute(path: string, text: string): Promise<string> {
  const subgraph = served.get(path);
  if (subgraph === undefined) throw new Error(`There is no subgraph at ${path}.`);
  const body = JSON.parse(text) as GraphqlBody | GraphqlBody[];
  const one = (request: GraphqlBody) => executeOne(subgraph, request);
  return JSON.stringify(Array.isArray(body) ? await Promise.all(body.map(one)) : await one(body));
}

async function executeOne({ schema, firstSdl }: Served, { query, variables, operationName }: GraphqlBody): Promise<unknown> {
  if (firstSdl !== undefined && /_service\s*\{/.test(query)) return { data: { _service: { sdl: firstSdl } } };
  return graphql({ schema, source: query, variableValues: variables ?? {}, operationName: operationName ?? null });
}

function framed(json: string): Buffer {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(json)}`;
  return Buffer.from(`${head}\r\nconnection: keep-alive\r\n\r\n${json}`);
}

process.on('message', () => process.send?.(stats));
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
