import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Observed } from '../observed.ts';

const request = z.strictObject({
  /** Sent at once. */
  head: z.string().optional(),
  /** Sent character by character, again from its beginning when it is over. */
  drip: z.string().optional(),
  everyMs: z.number().default(1),
  forMs: z.number().default(1_500),
});

/** Opens a connection, writes, and listens for `forMs` or until it is closed. Throws for a verb that it does not know. */
export async function playRaw(given: unknown, origin: string): Promise<Observed> {
  const { head, drip, everyMs, forMs } = request.parse(given);
  const { hostname, port } = new URL(origin);
  const startedAt = performance.now();
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  let closedAfterMs: number | undefined;
  const onClosed = () => {
    closedAfterMs ??= performance.now() - startedAt;
  };
  socket
    .on('data', (chunk) => chunks.push(Buffer.from(chunk)))
    .on('error', onClosed)
    .on('close', onClosed)
    .on('end', onClosed);
  if (head !== undefined) socket.write(head);
  let at = 0;
  while (closedAfterMs === undefined && performance.now() - startedAt < forMs) {
    if (drip !== undefined && !socket.destroyed) {
      socket.write(drip[at % drip.length] ?? 'a');
      at += 1;
    }
    await pause(Math.max(1, everyMs));
  }
  socket.destroy();
  const body = Buffer.concat(chunks).toString('latin1');
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(body)?.[1];
  return {
    status: status === undefined ? undefined : Number(status),
    headers: {},
    body,
    ms: performance.now() - startedAt,
    closedAfterMs,
    failures: [],
  };
}
