import { fileURLToPath } from 'node:url';
import type { EventContract } from '@academy/contracts';
import { newId } from '@academy/platform/ids';
import { createLogger } from '@academy/platform/logger';
import { openRedis, type RedisDoor } from '@academy/platform/redis';
import { createTelemetry } from '@academy/platform/telemetry';
import { openTestDatabase, type TestDatabase } from '@academy/testing/databases';
import { TEST_SIGNING_KEY } from '@academy/testing/island';
import { inject } from 'vitest';
import { z } from 'zod';

const data = z.object({ number: z.number() });

/** An event that only these tests know. */
export const counted: EventContract<z.infer<typeof data>> = {
  type: 'mx.madfam.users.test.counted.v1',
  producer: 'users',
  data,
  live: 'certification',
};

/** A database with the platform's tables alone, and a corner of Redis. */
export type World = AsyncDisposable & {
  readonly db: TestDatabase;
  readonly redis: RedisDoor;
  readonly tools: { logger: ReturnType<typeof createLogger>; telemetry: ReturnType<typeof createTelemetry> };
};

export const signingKeys = [TEST_SIGNING_KEY];

export async function openWorld(): Promise<World> {
  const db = await openTestDatabase({
    adminUrl: inject('adminDatabaseUrl'),
    runId: inject('runId'),
    island: 'users',
    migrations: fileURLToPath(new URL('./fixtures/no-migrations', import.meta.url)),
    seed: { name: 'platform', fill: async () => {} },
  });
  const logger = createLogger({ process: 'test', level: 'silent' });
  const redis = openRedis({ url: inject('redisUrl'), namespace: `test-${newId()}`, logger, name: 'test' });
  return {
    db,
    redis,
    tools: { logger, telemetry: createTelemetry({ process: 'test' }) },
    async [Symbol.asyncDispose]() {
      await redis.close();
      await db.drop();
    },
  };
}

/** Waits until the condition holds; fails after 10 s with what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited 10 s in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
