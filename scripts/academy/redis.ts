import { describeThrown } from '@academy/kernel';
import type { Service } from '@academy/platform/lifecycle';
import type { Logger } from '@academy/platform/logger';
import { deriveRedisPasswords, keepRedisUsers } from '@academy/platform/redis';

/** Redis as an academy in one process reaches it, and as its operator looks at it. */
export type RedisUrls = { readonly app: string; readonly admin: string };

/**
 * Redis has users for the roles from now on, with passwords that follow from the signing key. A given Redis whose user may not make any is used as that user:
 * a notice says so.
 */
export async function prepareRedis(options: {
  redisUrl: string;
  redisNamespace: string;
  redisCaFile?: string;
  signingKey: { readonly secret: string };
  logger: Logger;
  onProgress: (message: string) => void;
}): Promise<Service & { readonly urls: RedisUrls }> {
  const { redisUrl, redisNamespace, redisCaFile, signingKey, logger, onProgress } = options;
  try {
    return await keepRedisUsers({
      adminUrl: redisUrl,
      namespace: redisNamespace,
      passwords: deriveRedisPasswords(signingKey.secret),
      caFile: redisCaFile,
      logger,
    });
  } catch (thrown) {
    if (!MAY_NOT.test(describeThrown(thrown))) throw thrown;
    onProgress(`REDIS_URL's user may not make users (${describeThrown(thrown)}): everything runs as that user`);
    return { urls: { app: redisUrl, admin: redisUrl }, stop: async () => {} };
  }
}

/** A user without the right, and a service without the command. */
const MAY_NOT = /^(NOPERM|ERR unknown command)/;
