// The floor: what is left of a gateway without GraphQL. It makes the calls of the plan, in the plan's shape, with the same HTTP client, and
// answers with what was recorded. Requests under way that are alike (same token, same body) share one execution. Usage: node floor.ts
// RECORDINGS SUBGRAPHS-URL NAMES; tells its port over IPC.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type CallContext, createHttpTransport } from '@academy/platform/topology';
import { BENCH_TENANT } from './bench-tenant.ts';
import type { RecordedPlan, Recording } from './recorded-plan.ts';

const [file = '', url = '', names = ''] = process.argv.slice(2);
const recordings = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recording>));
const urls = Object.fromEntries(names.split(',').map((name) => [name, `${url}/${name}`]));
const transport = createHttpTransport({ urls, path: '' });
const underWay = new Map<string, Promise<string>>();
const principal = { kind: 'anonymous', tenantId: BENCH_TENANT.id } as const;
const DEADLINE_MS = 20_000;

/** Each call's answer is read as text, and nothing is done with it. */
async function perform(plan: RecordedPlan, context: CallContext): Promise<void> {
  if (plan.kind === 'call') await transport.send(plan.subgraph, plan.request, context);
  else if (plan.kind === 'parallel') await Promise.all(plan.steps.map((step) => perform(step, context)));
  else for (const step of plan.steps) await perform(step, context);
}

async function execute(body: string): Promise<string> {
  const recording = recordings.get(body);
  if (recording === undefined) throw new Error('a request that was not recorded');
  await perform(recording.plan, { principal, requestId: 'floor', signal: AbortSignal.timeout(DEADLINE_MS) });
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
