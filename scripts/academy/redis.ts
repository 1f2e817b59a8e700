import { describeThrown } from '@academy/kernel';
import { deriveRedisPasswords, provisionRedisUsers } from '@academy/platform/redis';

/** Redis as an academy in one process reaches it, and as its operator looks at it. */
export type RedisUrls = { readonly app: string; readonly admin: string };

/**
 * Redis has users for the roles, with passwords that follow from the signing key. A given Redis whose user may not make any is used as that user:
 * a notice says so.
 */
export async function prepareRedis(options: {
  redisUrl: string;
  redisNamespace: string;
  redisCaFile?: string;
  signingKey: { readonly secret: string };
  onProgress: (message: string) => void;
}): Promise<RedisUrls> {
  const { redisUrl, redisNamespace, redisCaFile, signingKey, onProgress } = options;
  try {
    const { app, admin } = await provisionRedisUsers({
      adminUrl: redisUrl,
      namespace: redisNamespace,
      passwords: deriveRedisPasswords(signingKey.secret),
      caFile: redisCaFile,
    });
    return { app, admin };
  } catch (thrown) {
    if (!MAY_NOT.test(describeThrown(thrown))) throw thrown;
    onProgress(`REDIS_URL's user may not make users (${describeThrown(thrown)}): everything runs as that user`);
    return { app: redisUrl, admin: redisUrl };
  }
}

/** A user without the right, and a service without the command. */
const MAY_NOT = /^(NOPERM|ERR unknown command)/;
