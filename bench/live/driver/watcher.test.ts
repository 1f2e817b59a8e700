import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { Tally } from './tally.ts';
import { Watcher } from './watcher.ts';

type Next = { kind: string; seq: number };

/** A server that tells what `answers` holds for each subscription, and the variables that each came with. */
async function serve(answers: readonly (readonly Next[])[]) {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const asked: Record<string, unknown>[] = [];
  const webSockets = new WebSocketServer({ server, handleProtocols: () => 'graphql-transport-ws' });
  webSockets.on('connection', (socket) =>
    socket.on('message', (data) => {
      const message = JSON.parse(String(data));
      if (message.type === 'connection_init') return socket.send(JSON.stringify({ type: 'connection_ack' }));
      if (message.type !== 'subscribe') return;
      asked.push(message.payload.variables);
      for (const { kind, seq } of answers[asked.length - 1] ?? []) {
        const payload = {
          data: { certificationStatusChanged: { kind, seq, occurredAt: new Date().toISOString() } },
          extensions: { resume: `behind ${seq}` },
        };
        socket.send(JSON.stringify({ type: 'next', id: message.id, payload }));
      }
    }),
  );
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close() {
      for (const client of webSockets.clients) client.terminate();
      webSockets.close();
      server.close();
    },
  };
}

function watch(port: number, tally: Tally): Watcher {
  const watcher = new Watcher({
    ...{ ports: [port], first: 0, path: '/', token: 'token', query: 'subscription', mustHave: undefined },
    ...{ certification: 'one', localAddress: undefined, awayMs: () => 1, tally },
  });
  watcher.open();
  return watcher;
}

test('a watcher counts what it missed and what it was told twice, and comes back with its last token', async () => {
  const change = (seq: number) => ({ kind: 'CHANGE', seq });
  const server = await serve([[{ kind: 'SNAPSHOT', seq: 1 }, change(2), change(2), change(5)], [change(6)]]);
  const tally = new Tally();
  const watcher = watch(server.port, tally);
  await expect.poll(() => watcher.lastSeq).toBe(5);
  await watcher.cut();
  await expect.poll(() => watcher.lastSeq).toBe(6);
  expect(server.asked).toEqual([{ id: 'one' }, { id: 'one', after: 'behind 5' }]);
  expect(tally.report()).toMatchObject({ deliveries: 4, lost: 2, duplicates: 1, resets: 0 });
  expect(watcher.resumedMs).toHaveLength(1);
  watcher.close();
  server.close();
});

test('a snapshot where the watcher asked to go on counts as a reset', async () => {
  const server = await serve([[{ kind: 'SNAPSHOT', seq: 4 }], [{ kind: 'SNAPSHOT', seq: 9 }]]);
  const tally = new Tally();
  const watcher = watch(server.port, tally);
  await watcher.opened;
  await watcher.cut();
  await expect.poll(() => watcher.lastSeq).toBe(9);
  expect(tally.report()).toMatchObject({ deliveries: 0, resets: 1 });
  watcher.close();
  server.close();
});
