/** Who connects to Redis. `app` is a process that is all of the first three; `admin` looks, and changes nothing; `probe` asks whether it is there. */
export const REDIS_ROLES = ['gateway', 'island', 'worker', 'app', 'admin', 'probe'] as const;
export type RedisRole = (typeof REDIS_ROLES)[number];

/** What may be done with keys: patterns without the namespace, and commands. Nothing else may. */
export type RedisGrant = {
  /** `read`: only commands that read. */
  readonly access?: 'read';
  readonly keys: readonly string[];
  readonly commands: readonly string[];
};

/** Everything that a role may do. */
export type RedisRights = {
  /** Commands without keys. */
  readonly commands: readonly string[];
  readonly grants: readonly RedisGrant[];
  /** Channels of pub/sub, without the namespace. */
  readonly channels: readonly string[];
};

/** What the driver sends when it opens a connection, keeps it, and closes it. */
const CONNECTION = ['auth', 'hello', 'ping', 'quit', 'info', 'client|setname', 'client|id', 'client|getname'];
const TRANSACTION = ['multi', 'exec', 'discard'];
/** A script may do what its user may, and no more. */
const SCRIPT = ['eval', 'evalsha', 'time'];
const LISTEN = ['subscribe', 'unsubscribe', 'psubscribe', 'punsubscribe', 'publish'];

const VALUES = ['get', 'mget', 'getex', 'getdel', 'set', 'setex', 'psetex', 'incr', 'incrby', 'decr'];
const LIFETIMES = ['del', 'unlink', 'exists', 'type', 'ttl', 'pttl', 'expire', 'pexpire', 'expireat', 'pexpireat', 'persist'];
const HASHES = ['hget', 'hmget', 'hgetall', 'hset', 'hmset', 'hsetnx', 'hdel', 'hexists', 'hincrby', 'hlen', 'hkeys'];
const SETS = ['sadd', 'srem', 'smembers', 'sismember', 'smismember', 'scard'];
const LISTS = [
  'lpush',
  'rpush',
  'lpop',
  'rpop',
  'lrange',
  'llen',
  'lrem',
  'lpos',
  'lindex',
  'lset',
  'ltrim',
  'rpoplpush',
  'lmove',
];
const SORTED = [
  ...['zadd', 'zrem', 'zscore', 'zmscore', 'zcard', 'zcount', 'zlexcount', 'zrank', 'zpopmin', 'zincrby'],
  ...['zrange', 'zrangebyscore', 'zrangebylex', 'zrevrange', 'zrevrangebyscore', 'zremrangebyscore', 'zremrangebyrank'],
];
const STREAM_READS = ['xread', 'xrange', 'xrevrange', 'xlen', 'xinfo|stream'];

const gateway: RedisRights = {
  commands: [...CONNECTION, ...TRANSACTION, ...SCRIPT, ...LISTEN],
  grants: [
    {
      keys: ['t:*', 'rl:*', 'sub:*', 'sys:tenant-directory'],
      commands: [...VALUES, ...LIFETIMES, ...HASHES, ...SETS, ...SORTED, 'eval', 'evalsha'],
    },
    { access: 'read', keys: ['sys:events:*', 't:*:live:*'], commands: STREAM_READS },
  ],
  channels: ['t:*:wake:*'],
};

const island: RedisRights = {
  commands: [...CONNECTION, ...TRANSACTION],
  grants: [{ keys: ['sys:nonce:*'], commands: ['set', 'get', 'exists'] }],
  channels: [],
};

const worker: RedisRights = {
  commands: [...CONNECTION, ...TRANSACTION, ...SCRIPT, ...LISTEN],
  grants: [
    { keys: ['sys:events:*', 't:*:live:*'], commands: ['xadd', ...STREAM_READS] },
    { keys: ['sys:events:*'], commands: ['xreadgroup', 'xack', 'xautoclaim', 'xgroup|create', 'xinfo|groups'] },
    { keys: ['sys:published:*'], commands: ['get', 'set'] },
    // BullMQ's scripts and what it asks beside them.
    {
      keys: ['bull:*'],
      commands: [
        ...[...VALUES, ...LIFETIMES, ...HASHES, ...SETS, ...LISTS, ...SORTED, ...STREAM_READS],
        ...['bzpopmin', 'rename', 'xadd', 'xtrim', 'xdel', 'eval', 'evalsha'],
      ],
    },
  ],
  channels: ['t:*:wake:*'],
};

/** What each role may do: everything that it was seen to do when the journeys ran, and its like; what is dangerous, nobody. */
export const REDIS_RIGHTS: Readonly<Record<RedisRole, RedisRights>> = {
  gateway,
  island,
  worker,
  app: {
    commands: [...new Set([...gateway.commands, ...island.commands, ...worker.commands])],
    grants: [...gateway.grants, ...island.grants, ...worker.grants],
    channels: [...new Set([...gateway.channels, ...worker.channels])],
  },
  admin: {
    commands: [
      ...CONNECTION,
      ...['scan', 'dbsize', 'config|get', 'slowlog|get', 'slowlog|len', 'latency|latest', 'memory|stats', 'lastsave', 'time'],
      ...['client|list', 'client|info', 'acl|log', 'acl|whoami', 'acl|load', 'pubsub|channels', 'pubsub|numsub'],
    ],
    grants: [
      {
        access: 'read',
        keys: ['*'],
        commands: [
          ...['get', 'mget', 'strlen', 'exists', 'type', 'ttl', 'pttl', 'object|encoding', 'memory|usage'],
          ...['hget', 'hmget', 'hgetall', 'hlen', 'hkeys', 'hscan', 'smembers', 'sismember', 'scard', 'sscan'],
          ...['lrange', 'llen', 'lindex', 'zrange', 'zrangebyscore', 'zrevrange', 'zscore', 'zcard', 'zcount', 'zscan'],
          ...[...STREAM_READS, 'xinfo|groups', 'xinfo|consumers', 'xpending'],
        ],
      },
    ],
    channels: [],
  },
  probe: { commands: ['auth', 'hello', 'ping', 'quit'], grants: [], channels: [] },
};
