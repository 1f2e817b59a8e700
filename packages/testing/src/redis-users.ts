import { REDIS_ROLES, type RedisRole } from '@academy/platform/redis';

/** Passwords of docker-compose.yml and of tests, which guard nothing. */
export const TEST_REDIS_PASSWORDS = Object.fromEntries(
  REDIS_ROLES.map((role) => [role, `only-for-development-${role}`]),
) as Record<RedisRole, string>;
