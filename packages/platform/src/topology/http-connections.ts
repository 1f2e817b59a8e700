import type { Socket } from 'node:net';
import { buildConnector, Client } from 'undici';
import { type TlsIdentity, tlsToService } from '../tls/index.ts';
import { batchWrites } from './batched-writes.ts';

/** How many connections one origin gets, and how they are shared. */
export type ConnectionLimits = {
  /** Most connections to one origin. Each costs a socket here and there. Default 64. */
  readonly connections: number;
  /** So many connections are used before requests share one. More of them delay fewer neighbours and batch fewer writes. Default 16. */
  readonly sharedConnections: number;
  /**
   * Most queries under way on one shared connection: their writes leave together (a quarter less CPU per call at 4, a third at 8), and a
   * query that hangs keeps those behind it waiting, until its deadline. Mutations never share. 1 turns sharing off. Default 4.
   */
  readonly pipelining: number;
  /** A shared connection that was silent for so long while something is under way is slow: nothing new is put behind it. Default 20. */
  readonly silentMs: number;
};

export const defaultConnectionLimits: ConnectionLimits = { connections: 64, sharedConnections: 16, pipelining: 4, silentMs: 20 };

/** Beneath the deadline of every caller: to leave time for another try. */
const CONNECT_TIMEOUT_MS = 2_000;
/** A backstop: the callers' own deadlines are shorter. */
const SILENCE_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 30_000;

/** One keep-alive connection and what is under way on it. It connects when it is needed, and again when it broke. */
export class Connection {
  readonly client: Client;
  underWay = 0;
  /** When its oldest request began to wait for its turn to be answered, in milliseconds of `performance.now()`. */
  progressAtMs = 0;

  constructor(client: Client) {
    this.client = client;
  }

  /** To be called once for each `take`. */
  release(): void {
    this.underWay -= 1;
    this.progressAtMs = performance.now();
  }
}

/** The connections to one origin. */
export type Connections = {
  /** The connection that answers soonest by what is known; what it carries is counted until `release`. */
  take(mayShare: boolean): Connection;
  close(): Promise<void>;
};

/** How a connection is opened. */
type Connect = ReturnType<typeof buildConnector>;

/**
 * Opens plain connections, and `https` ones to servers that any CA of the machine vouches for; with `proof`, only to the service of that name, by
 * certificates on both sides as they are when the connection is opened.
 */
function connector(proof: { identity: TlsIdentity; name: string } | undefined): Connect {
  const always = { timeout: CONNECT_TIMEOUT_MS, allowH2: false };
  if (proof === undefined) return buildConnector(always);
  const build = () => buildConnector({ ...always, ...tlsToService(proof.identity, proof.name) });
  let connect = build();
  proof.identity.onChange(() => {
    connect = build();
  });
  return (options, callback) => connect(options, callback);
}

/** Connections to `origin`, e.g. `http://users:4001`; none is opened yet. `proof`: by certificates, to the service of that name. */
export function openConnections(
  origin: string,
  limits: ConnectionLimits,
  proof?: { identity: TlsIdentity; name: string },
): Connections {
  const { pipelining } = limits;
  const connect = connector(proof);
  const all: Connection[] = [];

  function open(): Connection {
    const client = new Client(origin, {
      pipelining,
      allowH2: false,
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: SILENCE_TIMEOUT_MS,
      bodyTimeout: SILENCE_TIMEOUT_MS,
      connect: (options, callback) => {
        connect(options, (...[error, socket]) => {
          if (error !== null) return callback(error, null);
          callback(null, pipelining > 1 ? (batchWrites(socket as Socket) as typeof socket) : socket);
        });
      },
    });
    const connection = new Connection(client);
    all.push(connection);
    return connection;
  }

  function choose(mayShare: boolean, nowMs: number): Connection {
    let idle: Connection | undefined;
    let shared: Connection | undefined;
    let least: Connection | undefined;
    for (let index = 0; index < all.length; index += 1) {
      const one = all[index] as Connection;
      const isOfTheShared = index < limits.sharedConnections;
      if (one.underWay === 0) {
        if (isOfTheShared) return one;
        idle ??= one;
        continue;
      }
      if (least === undefined || one.underWay < least.underWay) least = one;
      const hasRoom = isOfTheShared && one.underWay < pipelining && nowMs - one.progressAtMs < limits.silentMs;
      if (hasRoom && (shared === undefined || one.underWay < shared.underWay)) shared = one;
    }
    if (mayShare && shared !== undefined && all.length >= limits.sharedConnections) return shared;
    if (idle !== undefined) return idle;
    return all.length < limits.connections || least === undefined ? open() : least;
  }

  return {
    take(mayShare) {
      const nowMs = performance.now();
      const chosen = choose(mayShare, nowMs);
      if (chosen.underWay === 0) chosen.progressAtMs = nowMs;
      chosen.underWay += 1;
      return chosen;
    },
    async close() {
      await Promise.all(all.map(({ client }) => client.close()));
    },
  };
}
