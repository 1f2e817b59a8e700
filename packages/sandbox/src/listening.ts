import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** The server accepts connections; the port is the real one when 0 was asked for. Rejects when the port is taken. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('Expected a server that listens on a TCP port');
  return address.port;
}

/**
 * The server is closed: it took no new connection, callers held by a fault were let go, requests under way had
 * `drainMs` to end, and what was left then was cut.
 */
export async function drain(server: Server, closing: AbortController, drainMs: number): Promise<void> {
  const closed = once(server, 'close');
  closing.abort();
  server.close();
  const timer = new AbortController();
  const timeUp = sleep(drainMs, undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([closed, timeUp]);
  timer.abort();
  server.closeAllConnections();
  await closed;
}
