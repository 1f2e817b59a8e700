import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alice } from './people.ts';
import { openGateway } from './running-gateway.ts';

let graph: Awaited<ReturnType<typeof openGateway>>;
beforeAll(async () => {
  graph = await openGateway();
  graph.planted.set('User.displayName', () => 'ñandú '.repeat(1_000));
});
afterAll(() => graph[Symbol.asyncDispose]());

const LARGE = '{ me { displayName } }';
const readers: Record<string, (bytes: Buffer) => Buffer> = {
  zstd: zstdDecompressSync,
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

/** Asks as a client that does not decompress by itself. */
async function ask(query: string, acceptEncoding?: string, headers: Record<string, string> = {}) {
  const token = await graph.tokenOf(alice);
  return new Promise<{ headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    const asking = request(`${graph.url}/t/raices/graphql`, { method: 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(chunks) }));
    });
    asking.on('error', reject);
    asking.setHeader('content-type', 'application/json');
    asking.setHeader('authorization', `Bearer ${token}`);
    for (const [name, value] of Object.entries(headers)) asking.setHeader(name, value);
    if (acceptEncoding !== undefined) asking.setHeader('accept-encoding', acceptEncoding);
    asking.end(JSON.stringify({ query }));
  });
}

describe('a large answer', () => {
  test.each([
    ['zstd', 'zstd'],
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['*', 'zstd'],
    ['*, zstd;q=0', 'br'],
    ['GZIP', 'gzip'],
  ])('to a client that accepts %s comes as %s', async (accepted, encoding) => {
    const plain = await ask(LARGE);
    const { headers, bytes } = await ask(LARGE, accepted);
    expect([headers['content-encoding'], Number(headers['content-length'])]).toEqual([encoding, bytes.length]);
    expect(bytes.length).toBeLessThan(plain.bytes.length / 10);
    expect(readers[encoding]?.(bytes).equals(plain.bytes)).toBe(true);
  });

  test.each([[undefined], ['identity'], ['deflate'], ['gzip;q=0'], ['gzip;q=0.5, identity'], ['*;q=0']])(
    'to a client that accepts %s comes as it is',
    async (accepted) => {
      const { headers, bytes } = await ask(LARGE, accepted);
      expect(headers['content-encoding']).toBeUndefined();
      expect(JSON.parse(bytes.toString())).toEqual({ data: { me: { displayName: 'ñandú '.repeat(1_000) } } });
    },
  );

  test('tells caches that it depends on accept-encoding, and on the origin', async () => {
    expect((await ask(LARGE, 'gzip')).headers['vary']).toMatch(/accept-encoding/);
    expect((await ask(LARGE)).headers['vary']).toMatch(/accept-encoding/);
    expect((await ask(LARGE, 'gzip', { origin: 'https://raices.example' })).headers['vary']).toMatch(/origin.*accept-encoding/i);
  });
});

test.each(Object.keys(readers))('an answer of 300 kB comes as %s from another thread', async (encoding) => {
  graph.planted.set('User.displayName', () => 'ñandú '.repeat(50_000));
  const { headers, bytes } = await ask(LARGE, encoding);
  graph.planted.set('User.displayName', () => 'ñandú '.repeat(1_000));
  expect(headers['content-encoding']).toBe(encoding);
  expect(JSON.parse(String(readers[encoding]?.(bytes)))).toEqual({ data: { me: { displayName: 'ñandú '.repeat(50_000) } } });
});

test('a small answer is not worth it', async () => {
  const { headers, bytes } = await ask('{ me { id } }', 'gzip');
  expect(headers['content-encoding']).toBeUndefined();
  expect(JSON.parse(bytes.toString())).toEqual({ data: { me: { id: alice.userId } } });
});

test('the explorer is compressed too, a compressed request is refused', async () => {
  const page = await fetch(`${graph.url}/explorer/explorer.js`, { headers: { 'accept-encoding': 'br' } });
  expect(page.headers.get('content-encoding')).toBe('br');
  const headers = { 'content-type': 'application/json', 'content-encoding': 'br' };
  expect((await graph.send('/t/raices/graphql', { method: 'POST', headers, body: 'x' })).status).toBe(415);
});
