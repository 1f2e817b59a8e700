import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { FrameReader, pongFrame, textFrame } from './frames.ts';

const TEXTS = ['', 'short', 'á'.repeat(100), 'x'.repeat(70_000)];
const HANDSHAKE =
  'GET / HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

test('a server of ws reads what is sent, and what it sends, pings and closes with is read, however it is cut', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  const webSockets = new WebSocketServer({ server });
  const got: string[] = [];
  const whole = Promise.withResolvers<Buffer>();
  webSockets.on('connection', (socket) => {
    socket.on('pong', (payload) => got.push(`pong ${String(payload)}`));
    socket.on('message', (data) => {
      got.push(String(data));
      if (got.length < 3) return;
      socket.ping('alive');
      for (const text of TEXTS) socket.send(text);
      socket.close(4401, 'over');
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write(HANDSHAKE);
  client.once('data', () => {
    client.write(pongFrame(Buffer.from('here')));
    client.write(textFrame('one'));
    client.write(textFrame('two'.repeat(100)));
    const chunks: Buffer[] = [];
    client.on('data', (chunk) => {
      chunks.push(chunk as Buffer);
      if (framesOf(chunks).at(-1)?.startsWith('close') === true) whole.resolve(Buffer.concat(chunks));
    });
  });
  const bytes = await whole.promise;
  client.destroy();
  for (const one of webSockets.clients) one.terminate();
  webSockets.close();
  server.close();

  expect(got).toEqual(['pong here', 'one', 'two'.repeat(100)]);
  const expected = ['ping alive', ...TEXTS, 'close 4401 over'];
  expect(framesOf([bytes])).toEqual(expected);
  for (const length of [1, 7, 1_000]) expect(framesOf(pieces(bytes, length))).toEqual(expected);
});

/** Heads of frames cut into pieces of this length, and what is long into larger ones. */
function pieces(bytes: Buffer, length: number): Buffer[] {
  const cut: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const next = at + (at < 1_000 || at > bytes.length - 100 ? length : 1_000);
    cut.push(bytes.subarray(at, next));
    at = next;
  }
  return cut;
}

function framesOf(chunks: readonly Buffer[]): string[] {
  const told: string[] = [];
  const reader = new FrameReader({
    onText: (text) => told.push(text),
    onPing: (payload) => told.push(`ping ${String(payload)}`),
    onClose: (code, reason) => told.push(`close ${code} ${reason}`),
  });
  for (const chunk of chunks) reader.push(chunk);
  return told;
}
