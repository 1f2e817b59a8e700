// npm run redis:users [-- FILE]
// Writes the ACL file of Redis: one user per role with the least that it needs. Passwords come from REDIS_GATEWAY_PASSWORD, REDIS_ISLAND_PASSWORD,
// REDIS_WORKER_PASSWORD, REDIS_APP_PASSWORD, REDIS_ADMIN_PASSWORD and REDIS_PROBE_PASSWORD; the file holds their SHA-256. See docs/redis.md.
import { writeFile } from 'node:fs/promises';
import { readConfig } from '@academy/platform/config';
import { REDIS_ROLES, type RedisRole, redisAclFile } from '@academy/platform/redis';
import { z } from 'zod';

const password = z.string().min(16);
const config = readConfig(
  z.object({
    REDIS_NAMESPACE: z
      .string()
      .regex(/^[a-z0-9-]*$/)
      .default(''),
    REDIS_GATEWAY_PASSWORD: password,
    REDIS_ISLAND_PASSWORD: password,
    REDIS_WORKER_PASSWORD: password,
    REDIS_APP_PASSWORD: password,
    REDIS_ADMIN_PASSWORD: password,
    REDIS_PROBE_PASSWORD: password,
  }),
  process.env,
);
const passwords = Object.fromEntries(
  REDIS_ROLES.map((role) => [role, config[`REDIS_${role.toUpperCase()}_PASSWORD` as keyof typeof config]]),
) as Record<RedisRole, string>;
const text = redisAclFile(config.REDIS_NAMESPACE, passwords);
const [file] = process.argv.slice(2);
if (file === undefined) console.log(text.trimEnd());
else await writeFile(file, text, { mode: 0o644 });
