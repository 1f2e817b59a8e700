import type { Producer } from '@academy/contracts';
import { SECOND_MS } from '@academy/kernel';
import type { RedisDoor } from '../redis/index.ts';

type Pipeline = ReturnType<RedisDoor['commands']['pipeline']>;

/** What Redis has of what was published to it: all of it; nothing; or, it was started again since, what was published before `sinceMs`. */
export type Survival =
  | { readonly kept: 'all' }
  | { readonly kept: 'nothing' }
  | { readonly kept: 'before'; readonly sinceMs: number };

/** How far Redis had come with an island's events, kept in Redis itself, so that it goes whenever they go. */
export type PublishedMark = {
  /** What is there of what was published. Rejects while Redis cannot be reached. */
  look(): Promise<Survival>;
  /** Written after the entries of a batch that was taken from the outbox at this time of PostgreSQL's, unless Redis was emptied since the look; kept by whatever kept them. */
  add(pipeline: Pipeline, publishedAtMs: number): void;
  /** What was missing is about to be published again: from now on nothing counts as missing. */
  settle(publishedAtMs: number): Promise<void>;
};

/** Batches are marked with when they began, by a clock that may be set back a little. */
const MARGIN_MS = 10 * SECOND_MS;

/**
 * The mark of one island: the server process that wrote it and the newest batch it had. A Redis that was started again, or a replica that
 * took its place, may have lost the last of what it had acknowledged, a second of it or what came after its last snapshot: the mark that it
 * comes back with is as old as its streams.
 */
export function createPublishedMark(redis: RedisDoor, producer: Producer): PublishedMark {
  const key = redis.key(`sys:published:${producer}`);
  let server = '';

  async function ask(): Promise<string | null> {
    const answer = await redis.commands.pipeline().get(key).info('server').exec();
    const [mark, info] = answer ?? [];
    const failure = mark?.[0] ?? info?.[0];
    if (mark === undefined || info === undefined || failure) throw failure ?? new Error('Redis answered a question in part.');
    server = /^run_id:(\S+)/m.exec(String(info[1]))?.[1] ?? '';
    return mark[1] as string | null;
  }

  return {
    async look() {
      const mark = await ask();
      if (mark === null) return { kept: 'nothing' };
      const [ms = '', writer] = mark.split(' ');
      return writer === server ? { kept: 'all' } : { kept: 'before', sinceMs: Number(ms) - MARGIN_MS };
    },
    // Only over a mark that is there: when Redis was emptied since the look, this batch must not say that all is well.
    add: (pipeline, publishedAtMs) => void pipeline.set(key, `${publishedAtMs} ${server}`, 'XX'),
    async settle(publishedAtMs) {
      await redis.commands.set(key, `${publishedAtMs} ${server}`);
    },
  };
}
