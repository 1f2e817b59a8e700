import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { probeUrl } from './external.mjs';
import { findFreePort, isFree, wantedGatewayPort } from './ports.mjs';

let server;
let busy;

beforeEach(async () => {
  server = createServer((socket) => socket.on('error', () => {}));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  busy = server.address().port;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

test('a free port is taken as wanted', async () => {
  const wanted = await findFreePort(0);
  expect(await findFreePort(wanted)).toBe(wanted);
});

test('a busy port gives way to a free one', async () => {
  expect(await isFree(busy)).toBe(false);
  const other = await findFreePort(busy);
  expect(other).not.toBe(busy);
  expect(await isFree(other)).toBe(true);
});

test('a port that is busy on every address counts as busy on ours', async () => {
  const everywhere = createServer().listen(0, '0.0.0.0');
  await once(everywhere, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (everywhere.address());
  expect(await findFreePort(port)).not.toBe(port);
  everywhere.close();
});

test('PORT is a port, or the start is refused before anything runs', () => {
  expect(wantedGatewayPort(undefined)).toBe(4_000);
  expect(wantedGatewayPort('')).toBe(4_000);
  expect(wantedGatewayPort('0')).toBe(0);
  expect(wantedGatewayPort('8080')).toBe(8_080);
  for (const wrong of ['abc', '-1', '65536', '80.5']) expect(() => wantedGatewayPort(wrong)).toThrow(/PORT should be a number/);
});

test('a server given by URL is shown without its password', async () => {
  expect(await probeUrl('DATABASE_URL', `postgres://root:secret@127.0.0.1:${busy}/postgres`, 5432)).toBe(
    `DATABASE_URL (127.0.0.1:${busy})`,
  );
});

test('a server given by URL that does not answer is named, without its password', async () => {
  const unused = await findFreePort(0);
  const probe = probeUrl('REDIS_URL', `redis://:secret@127.0.0.1:${unused}`, 6379);
  await expect(probe).rejects.toThrow(`REDIS_URL points to 127.0.0.1:${unused}`);
  await expect(probe).rejects.not.toThrow('secret');
});

test('what is no URL is refused with an example', async () => {
  await expect(probeUrl('DATABASE_URL', 'localhost', 5432)).rejects.toThrow('postgres://user:password@host:5432/postgres');
});
