import type { RedisDoor } from '@academy/platform/redis';
import { Queue, QueueEvents } from 'bullmq';

/** How a job that somebody put into a queue ended: as BullMQ tells, or `waiting` when nobody took it in time. */
export type JobEnd = 'completed' | 'failed' | 'waiting';

const ENDED_WITHIN_MS = 10_000;

/** Puts jobs straight into an island's queue, as whoever can write to Redis, and waits for their end. No code of the platform has a part in it. */
export async function forgeJobs(
  redis: RedisDoor,
  given: { queue: string; jobs: readonly { name: string; data: Readonly<Record<string, unknown>> }[] },
): Promise<JobEnd[]> {
  const prefix = redis.namespace === '' ? 'bull' : `${redis.namespace}:bull`;
  const connection = redis.connect('attack-queue');
  const listening = redis.connect('attack-queue-events', { blocksForMs: 15_000 });
  const queue = new Queue(given.queue, { connection, prefix });
  const events = new QueueEvents(given.queue, { connection: listening, prefix });
  try {
    await events.waitUntilReady();
    const jobs = await queue.addBulk(given.jobs.map(({ name, data }) => ({ name, data })));
    return await Promise.all(
      jobs.map((job) =>
        job.waitUntilFinished(events, ENDED_WITHIN_MS).then(
          () => 'completed' as const,
          (thrown: unknown) => (/timed out/.test(String(thrown)) ? ('waiting' as const) : ('failed' as const)),
        ),
      ),
    );
  } finally {
    await events.close();
    await queue.close();
    connection.disconnect();
    listening.disconnect();
  }
}
