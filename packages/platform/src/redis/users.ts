import { createHash, createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import { REDIS_RIGHTS, REDIS_ROLES, type RedisGrant, type RedisRole } from './roles.ts';
import { redisTls } from './tls.ts';

/** A role's user: two systems that share a Redis have users of their own. */
export function redisUserName(role: RedisRole, namespace: string): string {
  return namespace === '' ? role : `${namespace}-${role}`;
}

/** What follows the name of a role's user in `ACL SETUSER` and in an ACL file; it has no other right afterwards. The password itself is not in it. */
export function redisUserRules(role: RedisRole, namespace: string, password: string): string[] {
  const prefix = namespace === '' ? '' : `${namespace}:`;
  const { commands, grants, channels } = REDIS_RIGHTS[role];
  const selectorOf = ({ access, keys, commands: allowed }: RedisGrant) =>
    `(${[...keys.map((key) => `${access === 'read' ? '%R~' : '~'}${prefix}${key}`), '-@all', ...allowed.map((one) => `+${one}`)].join(' ')})`;
  return [
    ...['reset', 'on', `#${createHash('sha256').update(password).digest('hex')}`],
    ...channels.map((channel) => `&${prefix}${channel}`),
    ...commands.map((command) => `+${command}`),
    ...grants.map(selectorOf),
  ];
}

/** An ACL file for `aclfile`: the roles' users, and nobody else. */
export function redisAclFile(namespace: string, passwords: Readonly<Record<RedisRole, string>>): string {
  const users = REDIS_ROLES.map((role) => {
    // A file has no `reset`: each line begins from nothing.
    const [, ...rules] = redisUserRules(role, namespace, passwords[role]);
    return `user ${redisUserName(role, namespace)} ${rules.join(' ')}\n`;
  });
  return `user default off resetpass resetkeys resetchannels -@all\n${users.join('')}`;
}

/** Passwords that follow from one secret, so that two runs with the same secret agree. */
export function deriveRedisPasswords(secret: string): Record<RedisRole, string> {
  const derive = (role: RedisRole) => createHmac('sha256', secret).update(`redis_${role}`).digest('hex');
  return Object.fromEntries(REDIS_ROLES.map((role) => [role, derive(role)])) as Record<RedisRole, string>;
}

/**
 * Every role's user exists afterwards, with the rights of its role and no other; the passwords given last are in force. `adminUrl` is of a user who may
 * run ACL. Returns each role's URL. Rejects when it may not, or Redis does not answer.
 */
export async function provisionRedisUsers(options: {
  adminUrl: string;
  namespace: string;
  passwords: Readonly<Record<RedisRole, string>>;
  caFile?: string | undefined;
}): Promise<Record<RedisRole, string>> {
  const { adminUrl, namespace, passwords } = options;
  await withAdmin(options, async (admin) => {
    for (const role of REDIS_ROLES)
      await admin.call('ACL', 'SETUSER', redisUserName(role, namespace), ...redisUserRules(role, namespace, passwords[role]));
  });
  const urlOf = (role: RedisRole) => {
    const url = new URL(adminUrl);
    url.username = redisUserName(role, namespace);
    url.password = passwords[role];
    return url.toString();
  };
  return Object.fromEntries(REDIS_ROLES.map((role) => [role, urlOf(role)])) as Record<RedisRole, string>;
}

/** The roles' users of this namespace are gone afterwards, and their connections with them. */
export async function removeRedisUsers(options: { adminUrl: string; namespace: string; caFile?: string }): Promise<void> {
  await withAdmin(options, async (admin) => {
    await admin.call('ACL', 'DELUSER', ...REDIS_ROLES.map((role) => redisUserName(role, options.namespace)));
  });
}

async function withAdmin(
  { adminUrl, caFile }: { adminUrl: string; caFile?: string | undefined },
  work: (admin: Redis) => Promise<void>,
): Promise<void> {
  const admin = new Redis(adminUrl, {
    ...redisTls(adminUrl, caFile),
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  });
  // What goes wrong rejects the command that it concerns.
  admin.on('error', () => {});
  try {
    await admin.connect();
    await work(admin);
  } finally {
    admin.disconnect();
  }
}
