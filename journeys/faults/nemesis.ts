import { createLogger } from '@academy/platform/logger';
import { openRedis } from '@academy/platform/redis';
import type { History } from './history.ts';
import { pause } from './pause.ts';
import type { Random } from './random.ts';
import { SECOND, type System } from './system.ts';

export type Strike = { readonly system: System; readonly history: History; readonly random: Random };

/** One kind of fault. */
export type FaultKind = {
  /** Faults that touch the same do not overlap. */
  readonly touches: 'clients' | 'gateways' | 'certification' | 'relay' | 'redis' | 'postgres' | 'schema';
  /** As a row of the fault matrix says it. */
  readonly says: string;
  /** The fault has come and gone when it resolves. Returns what is worth a note. */
  strike(given: Strike): Promise<string | undefined>;
};

/** A gateway that is told to end must have ended by then. */
const DRAIN_WITHIN_MS = 10_000;

/** Every fault by its name. Each heals what it broke. */
export const FAULTS = {
  'cut-clients': {
    touches: 'clients',
    says: 'every connection of a client is reset, 3 to 6 times',
    async strike({ system, random }) {
      const times = random.whole(3, 6);
      let cut = 0;
      for (let time = 0; time < times; time += 1) {
        cut += system.door.cut();
        await pause(random.whole(300, 2_500));
      }
      return `${cut} connections in ${times} cuts`;
    },
  },
  'kill-gateway': {
    touches: 'gateways',
    says: 'kill -9 of one of the two gateways, back after 1 to 3 s',
    async strike({ system, random }) {
      const which = random.pick(['gateway', SECOND.gateway]);
      await system.processes.kill(which);
      await pause(random.whole(1_000, 3_000));
      await system.processes.start(which);
      return which;
    },
  },
  'drain-gateway': {
    touches: 'gateways',
    says: 'SIGTERM to one of the two gateways, as a deployment does it, and a new one',
    async strike({ system, history, random }) {
      const which = random.pick(['gateway', SECOND.gateway]);
      const toldAt = Date.now();
      const code = await system.processes.end(which);
      const tookMs = Date.now() - toldAt;
      if (code !== 0 || tookMs > DRAIN_WITHIN_MS)
        history.add({ op: 'broke', what: `${which} ended with ${code} ${tookMs} ms after SIGTERM` });
      await system.processes.start(which);
      return `${which} drained in ${tookMs} ms`;
    },
  },
  'kill-certification': {
    touches: 'certification',
    says: 'kill -9 of the certification API, back after 0.5 to 2 s',
    strike: (given) =>
      whileAway(given, 'certification', async () => {
        await given.system.processes.kill('certification');
        await pause(given.random.whole(500, 2_000));
        await given.system.processes.start('certification');
      }),
  },
  'kill-worker': {
    touches: 'relay',
    says: 'kill -9 of the certification worker, and with it the outbox relay, back after 0.5 to 2 s',
    async strike({ system, random }) {
      await system.processes.kill('certification-worker');
      await pause(random.whole(500, 2_000));
      await system.processes.start('certification-worker');
      return undefined;
    },
  },
  'two-relays': {
    touches: 'relay',
    says: 'a second certification worker; after 2 to 5 s one of the two is killed, then the other way round',
    async strike({ system, random }) {
      const { processes } = system;
      await processes.start(SECOND.relay);
      await pause(random.whole(2_000, 5_000));
      await processes.kill('certification-worker');
      await pause(random.whole(500, 1_500));
      await processes.start('certification-worker');
      await processes.kill(SECOND.relay);
      return undefined;
    },
  },
  'stop-relay': {
    touches: 'relay',
    says: 'SIGSTOP of the certification worker for 3 to 6 s, SIGCONT; half of the time beside a second one',
    async strike({ system, random }) {
      const { processes } = system;
      const isAlone = random.next() < 0.5;
      if (!isAlone) await processes.start(SECOND.relay);
      processes.signal('certification-worker', 'SIGSTOP');
      await pause(random.whole(3_000, 6_000));
      processes.signal('certification-worker', 'SIGCONT');
      await pause(500);
      if (!isAlone) await processes.kill(SECOND.relay);
      return isAlone ? 'alone' : 'beside a second one';
    },
  },
  'redis-restart': {
    touches: 'redis',
    says: 'kill -9 of Redis, back after 0.2 to 2 s with its append-only file',
    async strike({ system, random }) {
      await system.servers.kill('Redis', 'SIGKILL');
      await pause(random.whole(200, 2_000));
      await system.servers.startRedis();
      return undefined;
    },
  },
  'redis-lost': {
    touches: 'redis',
    says: 'kill -9 of Redis, back after 0.2 to 2 s with nothing',
    async strike({ system, random }) {
      await system.servers.kill('Redis', 'SIGKILL');
      await pause(random.whole(200, 2_000));
      await system.servers.startRedis({ isEmpty: true });
      return undefined;
    },
  },
  'redis-flush': {
    touches: 'redis',
    says: 'FLUSHALL, once to three times',
    async strike({ system, random }) {
      const logger = createLogger({ process: 'faults', level: 'silent' });
      const redis = openRedis({ url: system.servers.redisUrl, namespace: '', logger, name: 'faults' });
      const times = random.whole(1, 3);
      try {
        for (let time = 0; time < times; time += 1) {
          await redis.commands.flushall();
          await pause(random.whole(200, 2_000));
        }
      } finally {
        await redis.close();
      }
      return `${times} times`;
    },
  },
  'redis-half-open': {
    touches: 'redis',
    says: 'what is connected to Redis stays silent for good, and nobody is told; new connections are as ever',
    async strike({ system, random }) {
      const count = system.redisProxy.open;
      system.redisProxy.freeze();
      await pause(random.whole(1_000, 3_000));
      return `${count} connections`;
    },
  },
  'redis-partition': {
    touches: 'redis',
    says: 'nothing reaches Redis for 3 to 8 s, and nobody is told; what was connected then stays silent for good',
    async strike({ system, random }) {
      system.redisProxy.isPartitioned = true;
      await pause(random.whole(3_000, 8_000));
      system.redisProxy.isPartitioned = false;
      return undefined;
    },
  },
  'redis-cut': {
    touches: 'redis',
    says: 'every connection to Redis is reset, 3 to 5 times',
    async strike({ system, random }) {
      const times = random.whole(3, 5);
      for (let time = 0; time < times; time += 1) {
        system.redisProxy.cut();
        await pause(random.whole(200, 1_500));
      }
      return `${times} times`;
    },
  },
  'postgres-restart': {
    touches: 'postgres',
    says: 'fast restart of PostgreSQL: sessions are ended, data written',
    strike: (given) =>
      whileAway(given, 'postgres', async () => {
        await given.system.servers.kill('PostgreSQL', 'SIGINT');
        await given.system.servers.startPostgres();
      }),
  },
  'postgres-kill': {
    touches: 'postgres',
    says: 'kill -9 of PostgreSQL, back after 0.2 to 1.5 s',
    strike: (given) =>
      whileAway(given, 'postgres', async () => {
        await given.system.servers.kill('PostgreSQL', 'SIGKILL');
        await pause(given.random.whole(200, 1_500));
        await given.system.servers.startPostgres();
      }),
  },
  'schema-reload': {
    touches: 'schema',
    says: 'another supergraph, once to three times, with a cut of the clients in between',
    async strike({ system, random }) {
      const times = random.whole(1, 3);
      for (let time = 0; time < times; time += 1) {
        await system.changeSchema();
        await pause(random.whole(500, 2_500));
        if (random.next() < 0.4) system.door.cut();
      }
      return `${times} times`;
    },
  },
} satisfies Record<string, FaultKind>;
export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** The faults of run number `run`: one in turn, so that none is left out, and up to two others. */
export function chooseFaults(run: number, among: readonly FaultName[], random: Random): FaultName[] {
  const first = among[run % among.length];
  if (first === undefined) throw new RangeError('Expected at least one fault to choose from.');
  const others = Array.from({ length: random.whole(0, 2) }, () => random.pick(among));
  return [...new Set([first, ...others])];
}

/** Strikes with each fault once, each at a moment of its own within the first 5 s; resolves when all are over and healed. */
export async function strikeAll(names: readonly FaultName[], given: Strike): Promise<void> {
  const queues = new Map<FaultKind['touches'], Promise<void>>();
  for (const name of names) {
    const fault: FaultKind = FAULTS[name];
    const waitMs = given.random.whole(0, 5_000);
    const before = queues.get(fault.touches) ?? Promise.resolve();
    const strike = Promise.all([before, pause(waitMs)]).then(async () => {
      given.history.add({ op: 'fault', name, phase: 'begins' });
      const note = await fault.strike(given);
      given.history.add({ op: 'fault', name, phase: 'over', ...(note === undefined ? {} : { note }) });
    });
    queues.set(fault.touches, strike);
  }
  await Promise.all(queues.values());
}

/** Notes from when to when nobody can be served. */
async function whileAway({ history }: Strike, what: string, work: () => Promise<void>): Promise<undefined> {
  history.add({ op: 'away', what });
  await work();
  history.add({ op: 'back', what });
  return undefined;
}
