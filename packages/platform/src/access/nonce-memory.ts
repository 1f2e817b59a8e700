import type { RedisDoor } from '../redis/index.ts';
import { type NonceMemory, SIGNATURE_WINDOW_MS } from './signature.ts';

/** Nonces are remembered for twice the window, in seconds. */
const KEPT_SECONDS = (2 * SIGNATURE_WINDOW_MS) / 1_000;

type Reply = readonly [failed: Error | null, reply: unknown];

/** Nonces of calls that came in one turn of the event loop, and what Redis says to each. */
type Batch = { readonly nonces: string[]; readonly replies: Promise<readonly Reply[]> };

/**
 * Remembers nonces in Redis, so that every replica of an island refuses a replay. Nonces of calls that came together go out in one write.
 * Rejects while Redis is away, after 2 s at the latest: calls are then refused.
 * `placeOf` says under which key a nonce is kept; left out: among those of calls between processes.
 */
export function createNonceMemory(
  redis: RedisDoor,
  placeOf: (nonce: string) => Parameters<RedisDoor['key']>[0] = (nonce) => `sys:nonce:${nonce}`,
): NonceMemory {
  let open: Batch | undefined;
  return {
    async isNew(nonce) {
      open ??= openBatch();
      const place = open.nonces.push(nonce) - 1;
      const [failed, reply] = (await open.replies)[place] ?? [new Error('Redis gave no answer'), null];
      if (failed !== null) throw failed;
      return reply === 'OK';
    },
  };

  function openBatch(): Batch {
    const nonces: string[] = [];
    const { promise: turnOver, resolve } = Promise.withResolvers<void>();
    setImmediate(resolve);
    const replies = turnOver.then(() => {
      open = undefined;
      return remember(nonces);
    });
    return { nonces, replies };
  }

  async function remember(nonces: readonly string[]): Promise<readonly Reply[]> {
    const pipeline = redis.commands.pipeline();
    for (const nonce of nonces) pipeline.set(redis.key(placeOf(nonce)), '1', 'EX', KEPT_SECONDS, 'NX');
    return (await pipeline.exec()) ?? [];
  }
}
