import { createHash, createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from '../logger/index.ts';
import { REDIS_RIGHTS, REDIS_ROLES, type RedisGrant, type RedisRole } from './roles.ts';
import { redisTls } from './tls.ts';

const ANSWERS_WITHIN_MS = 3_000;
const LOOK_EVERY_MS = 2_000;
const RETRY_MS = 200;

/** A role's user, `academy-gateway` without a namespace: two systems that share a Redis have users of their own, and nobody else's is touched. */
export function redisUserName(role: RedisRole, namespace: string): string {
  return `${namespace === '' ? 'academy' : namespace}-${role}`;
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

/** Users that are there as long as this is open: a Redis that was started again without an ACL file has forgotten them. */
export type RedisUsers = {
  /** Each role's URL. */
  readonly urls: Readonly<Record<RedisRole, string>>;
  stop(): Promise<void>;
};

/** Where users are made: `adminUrl` is of a user who may run ACL. */
export type RedisUsersOptions = {
  readonly adminUrl: string;
  readonly namespace: string;
  readonly passwords: Readonly<Record<RedisRole, string>>;
  readonly caFile?: string | undefined;
};

/**
 * Every role's user exists from now on, with the rights of its role and no other, and is made again when it is gone, within 2 s; the passwords given last
 * are in force. Rejects when `adminUrl`'s user may not make users, or Redis does not answer.
 */
export async function keepRedisUsers(options: RedisUsersOptions & { logger: Logger }): Promise<RedisUsers> {
  const { adminUrl, namespace, passwords, logger } = options;
  const admin = new Redis(adminUrl, {
    ...redisTls(adminUrl, options.caFile),
    connectionName: `redis-users:${namespace}`,
    disableClientInfo: true,
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    socketTimeout: ANSWERS_WITHIN_MS,
    retryStrategy: () => (isKept ? RETRY_MS : null),
  });
  let isKept = false;
  const make = async () => {
    for (const role of REDIS_ROLES)
      await admin.call('ACL', 'SETUSER', redisUserName(role, namespace), ...redisUserRules(role, namespace, passwords[role]));
  };
  admin.on('error', (error) => logger.debug({ err: error.message }, 'redis users: connection error'));
  const look = async () => {
    if (admin.status !== 'ready') return;
    const users = (await admin.call('ACL', 'USERS')) as string[];
    if (REDIS_ROLES.some((role) => !users.includes(redisUserName(role, namespace)))) await make();
  };
  const lookLoudly = () =>
    look().catch((error: Error) => logger.warn({ err: error.message }, 'redis users: could not be looked after'));
  admin.on('ready', () => {
    if (isKept) void lookLoudly();
  });
  try {
    await admin.connect();
    await make();
  } catch (thrown) {
    admin.disconnect();
    throw thrown;
  }
  isKept = true;
  // By the answer that does not come it is also seen that a connection is dead, whatever TCP says.
  const looking = setInterval(() => void lookLoudly(), LOOK_EVERY_MS);
  looking.unref();
  return {
    urls: redisUrls(options),
    async stop() {
      clearInterval(looking);
      admin.disconnect();
    },
  };
}

function redisUrls({ adminUrl, namespace, passwords }: RedisUsersOptions): Record<RedisRole, string> {
  const urlOf = (role: RedisRole) => {
    const url = new URL(adminUrl);
    url.username = redisUserName(role, namespace);
    url.password = passwords[role];
    return url.toString();
  };
  return Object.fromEntries(REDIS_ROLES.map((role) => [role, urlOf(role)])) as Record<RedisRole, string>;
}

/**
 * What users of this namespace were refused lately, e.g. `worker: xtrim`: Redis remembers the last 128 refusals. In good order there is none, so that one
 * tells of an intruder, or of a right that is missing in the table.
 */
export async function redisRefusals(options: Pick<RedisUsersOptions, 'adminUrl' | 'namespace' | 'caFile'>): Promise<string[]> {
  const refusals: string[] = [];
  await withAdmin(options, async (admin) => {
    const log = (await admin.call('ACL', 'LOG', '128')) as unknown[];
    for (const entry of log) {
      const { username, object } = entryOf(entry);
      const role = REDIS_ROLES.find((one) => redisUserName(one, options.namespace) === username);
      if (role !== undefined) refusals.push(`${role}: ${object}`);
    }
  });
  return refusals;
}

/** A list of names and values in turn, or an object, by the protocol that was agreed on. */
function entryOf(entry: unknown): { username: string; object: string } {
  const values = Array.isArray(entry)
    ? new Map(Array.from({ length: entry.length / 2 }, (_, at) => [entry[2 * at], entry[2 * at + 1]]))
    : new Map(Object.entries(entry as object));
  return { username: String(values.get('username')), object: String(values.get('object')) };
}

/** The roles' users of this namespace are gone afterwards, and their connections with them. */
export async function removeRedisUsers(options: Pick<RedisUsersOptions, 'adminUrl' | 'namespace' | 'caFile'>): Promise<void> {
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
