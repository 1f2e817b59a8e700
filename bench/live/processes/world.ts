// A stand-in for the islands, and for the relay of certification: it keeps the histories in memory, answers what a gateway asks of the tenant
// directory and of certifications, under the island's own schema, and publishes what it commits exactly as the relay does. What is measured
// over it is the gateway, not PostgreSQL. Usage: forked by the benchmark with WORLD in the environment; answers each request once.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { defineCertification } from '@academy/certification';
import { certificationStatusChanged, type DomainEvent } from '@academy/contracts';
import { seedId } from '@academy/kernel';
import { liveStreamKey, liveWakeChannel, STREAM_MAX_ENTRIES, toEntry } from '@academy/platform/events';
import { newId } from '@academy/platform/ids';
import { createWakes } from '@academy/platform/live';
import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, execute, parse } from 'graphql';
import { BENCH_TENANT, TENANT_DIRECTORY } from '../../gateway/processes/bench-tenant.ts';
import { worldCertification } from '../population.ts';
import { BENCH_SIGNING_KEY } from '../signing-key.ts';

/** How the process is told what to be. */
export type WorldSetup = { readonly redisUrl: string; readonly namespace: string; readonly certifications: number };

/** To whom something is told: the gateway, by the signed stream and its wake-up; or the peer, by plain Redis pub/sub. */
export type Audience = 'gateway' | 'peer';

/** One request to the world. */
export type WorldJob =
  /** So many changes a second, of all certifications in turn. */
  | { readonly kind: 'pace'; readonly perSecond: number; readonly ms: number; readonly to: Audience }
  /** A change of each certification, as fast as it goes. */
  | { readonly kind: 'burst'; readonly to: Audience }
  /** A change of this one. */
  | { readonly kind: 'one'; readonly certification: string; readonly to: Audience };

/** What was committed since it was asked, and the newest number of every certification that exists. */
export type Committed = { readonly events: number; readonly seqs: Readonly<Record<string, number>>; readonly tookMs: number };

type Entry = {
  readonly seq: number;
  readonly previousStatus: string | null;
  readonly status: string;
  readonly hold: string | null;
  readonly occurredAt: Date;
};
type Case = { readonly id: string; readonly candidateId: string; readonly courseId: string; readonly entries: Entry[] };

/** As many events leave in one pipeline as the relay moves in one batch. */
const BATCH = 200;
const STATES = ['EVALUATING', 'JUDGED_COMPETENT', 'RESULTS_DELIVERED', 'SUBMISSION_PREPARED', 'SUBMITTED', 'IN_PROCESS'] as const;

async function run({ redisUrl, namespace, certifications }: WorldSetup): Promise<void> {
  const logger = createLogger({ process: 'world', level: 'warn' });
  const redis = openRedis({ url: redisUrl, namespace, logger, name: 'world' });
  const wakes = createWakes(redis);
  const stream = liveStreamKey(redis, BENCH_TENANT.id, 'certification');
  const channel = liveWakeChannel(redis, BENCH_TENANT.id, 'certification');
  const cases = new Map<string, Case>();
  for (let index = 0; index < certifications; index += 1) {
    const id = worldCertification(index);
    cases.set(id, {
      ...{ id, candidateId: seedId(`bench/live/person/${index}`), courseId: seedId('bench/live/course') },
      entries: [{ seq: 1, previousStatus: null, status: 'REGISTERED', hold: null, occurredAt: new Date() }],
    });
  }
  const all = [...cases.values()];

  function commit(one: Case): DomainEvent {
    const seq = one.entries.length + 1;
    const previousStatus = one.entries.at(-1)?.status ?? null;
    const status = STATES[seq % STATES.length] ?? 'EVALUATING';
    const occurredAt = new Date();
    one.entries.push({ seq, previousStatus, status, hold: null, occurredAt });
    return {
      id: newId(),
      type: certificationStatusChanged.type,
      tenantId: BENCH_TENANT.id,
      subject: one.id,
      occurredAt: occurredAt.toISOString(),
      data: {
        ...{ certificationId: one.id, seq, previousStatus, status, hold: null, candidateId: one.candidateId },
        ...{ courseId: one.courseId, enrollmentId: one.id, standardCode: 'EC0586.01' },
      },
    };
  }
  async function publish(events: readonly DomainEvent[], to: Audience): Promise<void> {
    const pipeline = redis.commands.pipeline();
    for (const event of events) {
      if (to === 'peer') pipeline.publish(`certification.${event.subject}`, JSON.stringify(event));
      else pipeline.xadd(stream, 'MAXLEN', '~', STREAM_MAX_ENTRIES, '*', ...toEntry(event, BENCH_SIGNING_KEY));
    }
    await pipeline.exec();
    if (to === 'gateway') await wakes.wake(channel);
  }
  async function pace(perSecond: number, ms: number, to: Audience): Promise<number> {
    const began = performance.now();
    let done = 0;
    for (let elapsed = 0; elapsed < ms; elapsed = performance.now() - began) {
      const due = Math.min(Math.ceil((elapsed / 1_000) * perSecond) - done, BATCH);
      if (due > 0)
        await publish(
          Array.from({ length: due }, (_, index) => commit(caseAt(done + index))),
          to,
        );
      done += Math.max(0, due);
      await pause(1);
    }
    return done;
  }
  async function burst(to: Audience): Promise<number> {
    for (let from = 0; from < all.length; from += BATCH) await publish(all.slice(from, from + BATCH).map(commit), to);
    return all.length;
  }
  function caseAt(index: number): Case {
    const found = all[index % all.length];
    if (found === undefined) throw new Error('The world has no certification.');
    return found;
  }
  async function perform(job: WorldJob): Promise<Committed> {
    const began = performance.now();
    let events = 1;
    if (job.kind === 'pace') events = await pace(job.perSecond, job.ms, job.to);
    else if (job.kind === 'burst') events = await burst(job.to);
    else await publish([commit(cases.get(job.certification) ?? caseAt(0))], job.to);
    const seqs = Object.fromEntries(all.map(({ id, entries }) => [id, entries.length]));
    return { events, seqs, tookMs: performance.now() - began };
  }

  const { port } = await serve(answers(cases));
  process.on('message', (job) => void perform(job as WorldJob).then((answer) => process.send?.(answer)));
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port });
}

type Asked = { readonly query: string; readonly operationName?: string; readonly variables?: Record<string, unknown> };

/** The certification island's schema over these cases. */
function answers(cases: ReadonlyMap<string, Case>): (asked: Asked) => Promise<object> {
  const { typeDefs } = defineCertification();
  const schema = buildSubgraphSchema([{ typeDefs }]);
  const rootValue = {
    certification: ({ id }: { id: string }) => certificationOf(cases.get(id)),
    _entities: ({ representations }: { representations: readonly { __typename: string; id: string }[] }) =>
      representations.map(({ __typename, id }) => ({ __typename, ...certificationOf(cases.get(id)) })),
  };
  const documents = new Map<string, DocumentNode>();
  return async ({ query, operationName, variables }) => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return execute({ schema, document, rootValue, operationName: operationName ?? null, variableValues: variables ?? {} });
  };
}

function certificationOf(one: Case | undefined) {
  if (one === undefined) return null;
  const newest = one.entries.at(-1);
  return {
    id: one.id,
    seq: one.entries.length,
    status: newest?.status,
    hold: newest?.hold,
    history: ({ first = 20, afterSeq = 0 }: { first?: number; afterSeq?: number }) => ({
      edges: one.entries.slice(afterSeq, afterSeq + first).map((node) => ({ cursor: String(node.seq), node })),
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    }),
  };
}

/** One server for all islands: whatever asks for the tenant directory gets it. */
async function serve(answer: (asked: Asked) => Promise<object>): Promise<{ port: number }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as Asked;
    const body = /tenantDirectory|accessRevocations/.test(asked.query) ? TENANT_DIRECTORY : await answer(asked);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  server.keepAliveTimeout = 60_000;
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0 };
}

await run(JSON.parse(process.env['WORLD'] ?? '') as WorldSetup);
