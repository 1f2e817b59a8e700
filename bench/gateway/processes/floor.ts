// The floor: what is left of a gateway without GraphQL. It makes the calls of the plan, in the plan's shape, with the same HTTP client, and
// answers with what was recorded. Requests under way that are alike (same token, same body) share one execution. Usage: node floor.ts
// RECORDINGS SUBGRAPHS-URL; tells its port over IPC.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Agent } from 'undici';
import type { RecordedPlan, Recording } from './recorded-plan.ts';

const [file = '', url = ''] = process.argv.slice(2);
const recordings = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recording>));
const agent = new Agent({ connections: 64, pipelining: 1, keepAliveTimeout: 30_000 });
const underWay = new Map<string, Promise<string>>();
const headers = { 'content-type': 'application/json', accept: 'application/json' };

async function perform(plan: RecordedPlan): Promise<void> {
  if (plan.kind === 'call') return call(plan.path, plan.body);
  if (plan.kind === 'parallel') await Promise.all(plan.steps.map(perform));
  else for (const step of plan.steps) await perform(step);
}

/** Reads the whole answer as text and does nothing with it. */
function call(path: string, body: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const chunks: Buffer[] = [];
  agent.dispatch(
    { origin: url, path, method: 'POST', headers, body },
    {
      onRequestStart: () => {},
      onResponseStart: (_controller, status) => {
        if (status !== 200) reject(new Error(`a subgraph answered ${status}`));
      },
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => {
        Buffer.concat(chunks).toString('utf8');
        resolve();
      },
      onResponseError: (_controller, error) => reject(error),
    },
  );
  return promise;
}

async function execute(body: string): Promise<string> {
  const recording = recordings.get(body);
  if (recording === undefined) throw new Error('a request that was not recorded');
  await perform(recording.plan);
  return recording.answer;
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk as Buffer));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    const key = `${request.headers.authorization} ${body}`;
    let answer = underWay.get(key);
    if (answer === undefined) {
      answer = execute(body).finally(() => underWay.delete(key));
      underWay.set(key, answer);
    }
    answer.then(
      (json) => {
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(json) });
        response.end(json);
      },
      (thrown: unknown) => {
        response.writeHead(500);
        response.end(String(thrown));
      },
    );
  });
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined });
});
