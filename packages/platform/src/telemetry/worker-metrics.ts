import type { Cluster, Worker } from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { AggregatorRegistry, type MetricObject, type Registry } from 'prom-client';

/** A worker that has not answered after this long is left out. */
const WORKER_ANSWER_MS = 1_000;
/** And the primary has a little more, to add up. */
const ANSWER_MS = 2_000;

/** What primary and workers tell each other. `all`: a worker asks for the measures of all; `mine`: the primary asks for a worker's. */
type Message =
  | { readonly academy: 'all?' | 'mine?'; readonly id: string }
  | { readonly academy: 'all'; readonly id: string; readonly text: string }
  | { readonly academy: 'mine'; readonly id: string; readonly metrics: MetricObject[] };

/**
 * In the primary: from now on every worker that asks is told the measures of all workers that listen, added up (prom-client's rules: sums,
 * but averages for lags). What a worker had counted goes with it when it dies, as after a restart.
 */
export function gatherWorkerMetrics(cluster: Cluster): void {
  const listening = new Set<number>();
  const asked = new Map<string, (metrics: MetricObject[]) => void>();

  async function ask(worker: Worker): Promise<MetricObject[][]> {
    const id = randomUUID();
    const { promise, resolve } = Promise.withResolvers<MetricObject[][]>();
    const timer = setTimeout(() => resolve([]), WORKER_ANSWER_MS);
    asked.set(id, (metrics) => resolve([metrics]));
    tell(worker, { academy: 'mine?', id });
    const answer = await promise;
    clearTimeout(timer);
    asked.delete(id);
    return answer;
  }
  async function tellAll(worker: Worker, id: string): Promise<void> {
    const workers = Object.values(cluster.workers ?? {}).filter((one) => one !== undefined && listening.has(one.id));
    const answers = await Promise.all(workers.map((one) => (one === undefined ? [] : ask(one))));
    tell(worker, { academy: 'all', id, text: await AggregatorRegistry.aggregate(answers.flat()).metrics() });
  }

  cluster.on('listening', (worker) => listening.add(worker.id));
  cluster.on('exit', (worker) => listening.delete(worker.id));
  cluster.on('message', (worker, message: unknown) => {
    if (!isMessage(message)) return;
    if (message.academy === 'mine') asked.get(message.id)?.(message.metrics);
    if (message.academy === 'all?') void tellAll(worker, message.id);
  });
}

/** In a worker: tells the primary its measures when it asks. Answers how to get the text of all; rejects when the primary is silent for 2 s. */
export function joinWorkerMetrics(worker: Worker, registry: Registry): () => Promise<string> {
  const waiting = new Map<string, (text: string) => void>();
  worker.on('message', (message: unknown) => {
    if (!isMessage(message)) return;
    const { id } = message;
    if (message.academy === 'all') waiting.get(id)?.(message.text);
    if (message.academy === 'mine?') {
      void registry
        .getMetricsAsJSON()
        .then((metrics) => tell(worker, { academy: 'mine', id, metrics: metrics as MetricObject[] }));
    }
  });
  return async () => {
    const id = randomUUID();
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const timer = setTimeout(() => reject(new Error(`the primary gave no measures within ${ANSWER_MS} ms`)), ANSWER_MS);
    waiting.set(id, resolve);
    tell(worker, { academy: 'all?', id });
    return promise.finally(() => {
      clearTimeout(timer);
      waiting.delete(id);
    });
  };
}

function tell(worker: Worker, message: Message): void {
  // Who dies in this moment has no use for it; without a callback that would be an error of the channel.
  if (worker.isConnected()) worker.send(message, () => undefined);
}

function isMessage(message: unknown): message is Message {
  return typeof message === 'object' && message !== null && 'academy' in message;
}
