import type { Cluster, Worker } from 'node:cluster';
import { SECOND_MS } from '@academy/kernel';
import type { Service } from '@academy/platform/lifecycle';
import type { Logger } from '@academy/platform/logger';

/** A worker that ended is replaced after 100 ms, doubling to 10 s while replacements end young. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10 * SECOND_MS;
/** Who lived for this long ended for a reason of its own: the next pause is the first again. */
const GROWN_UP_MS = 30 * SECOND_MS;

/**
 * Runs `count` worker processes that share what they listen on, and replaces each that ends. `stop` passes the signal on; it resolves when
 * all are gone, and rejects when one of them ended in disorder. `onFailure` is called when a worker ends before any has ever listened: what it was told cannot work, and starting it again
 * would only hide that.
 */
export function runWorkers(options: { cluster: Cluster; count: number; onFailure: () => void; logger: Logger }): Service {
  const { cluster, logger } = options;
  const alive = new Set<Worker>();
  const pauses = new Set<NodeJS.Timeout>();
  const stopped = Promise.withResolvers<void>();
  let hasListened = false;
  let isStopping = false;
  let hasFailed = false;
  let pauseMs = FIRST_PAUSE_MS;

  function start(): void {
    const bornAtMs = performance.now();
    const worker = cluster.fork();
    alive.add(worker);
    logger.info({ worker: worker.id, pid: worker.process.pid }, 'a worker was started');
    worker.once('listening', () => {
      hasListened = true;
    });
    worker.on('error', (error) => logger.error({ worker: worker.id, err: error.message }, 'a worker could not be reached'));
    worker.once('exit', (code, signal) => {
      alive.delete(worker);
      if (isStopping) {
        hasFailed ||= code !== 0;
        if (alive.size === 0) settle();
        return;
      }
      logger.error({ worker: worker.id, pid: worker.process.pid, code, signal }, 'a worker ended');
      if (!hasListened) return options.onFailure();
      replace(performance.now() - bornAtMs);
    });
  }
  function settle(): void {
    if (hasFailed) stopped.reject(new Error('A worker did not finish in good order; its own lines say why.'));
    else stopped.resolve();
  }
  function replace(livedMs: number): void {
    if (livedMs >= GROWN_UP_MS) pauseMs = FIRST_PAUSE_MS;
    const pause = setTimeout(() => {
      pauses.delete(pause);
      start();
    }, pauseMs);
    pauses.add(pause);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }

  for (let started = 0; started < options.count; started += 1) start();
  return {
    stop() {
      isStopping = true;
      for (const pause of pauses) clearTimeout(pause);
      for (const worker of alive) worker.process.kill('SIGTERM');
      if (alive.size === 0) settle();
      return stopped.promise;
    },
  };
}
