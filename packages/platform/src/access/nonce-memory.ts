import type { RedisDoor } from '../redis/index.ts';
import { type NonceMemory, SIGNATURE_WINDOW_MS } from './signature.ts';

/** Nonces are remembered for twice the window, in seconds. */
const KEPT_SECONDS = (2 * SIGNATURE_WINDOW_MS) / 1_000;

/** Remembers nonces in Redis, so that every replica of an island refuses a replay. Rejects while Redis is away: calls are then refused. */
export function createNonceMemory(redis: RedisDoor): NonceMemory {
  return {
    async isNew(nonce) {
      const answer = await redis.commands.set(redis.key(`sys:nonce:${nonce}`), '1', 'EX', KEPT_SECONDS, 'NX');
      return answer === 'OK';
    },
  };
}
