import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createOutboundFetch,
  DEFAULT_OUTBOUND_POLICY,
  type HostAddress,
  type OutboundPolicy,
  type ResolveHost,
  resolveOutbound,
} from '@academy/platform/outbound';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

let heard: string[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const server = createServer((request, response) => {
  heard.push(`${request.method} ${request.headers.host}${request.url}`);
  answer(request, response);
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  heard = [];
  answer = (_request, response) => response.end('fine');
});

const here: HostAddress = { address: '127.0.0.1', family: 4 };
const there: HostAddress = { address: '93.184.216.34', family: 4 };
const always =
  (...addresses: HostAddress[]): ResolveHost =>
  async () =>
    addresses;

/** The operator allows this name without TLS, wherever it leads. */
const open: OutboundPolicy = { ports: [443], allowedHosts: [{ host: 'hooks.example.mx', port: 'any', isHttpAllowed: true }] };

/** The test's own server under a public name that is not on the operator's list. */
const closed = (): OutboundPolicy => ({ ...DEFAULT_OUTBOUND_POLICY, ports: [port] });

describe('an outbound fetch', () => {
  test('connects to the address that was checked, and tells the host its name', async () => {
    const asked: string[] = [];
    const fetch = createOutboundFetch(open, async (host) => {
      asked.push(host);
      return [here];
    });
    const got = await fetch(`http://hooks.example.mx:${port}/a?b=c`, { method: 'POST', body: '{}', headers: { 'x-a': '1' } });
    expect(got).toMatchObject({ status: 200, body: 'fine' });
    expect(heard).toEqual([`POST hooks.example.mx:${port}/a?b=c`]);
    expect(asked).toEqual(['hooks.example.mx']);
  });

  test('gives back a status that is no success', async () => {
    answer = (_request, response) => response.writeHead(500).end('broken');
    const fetch = createOutboundFetch(open, always(here));
    expect(await fetch(`http://hooks.example.mx:${port}/`)).toMatchObject({ status: 500, body: 'broken' });
  });

  test.each([
    ['this machine', [here]],
    ['the metadata service', [{ address: '169.254.169.254', family: 4 }]],
    ['this machine in IPv6', [{ address: '::1', family: 6 }]],
    ['an IPv4 address in IPv6 clothes', [{ address: '::ffff:10.0.0.1', family: 6 }]],
    ['a public and a private address', [there, here]],
    ['nothing', []],
  ] as [string, HostAddress[]][])('does not connect to a name that leads to %s', async (_what, addresses) => {
    const fetch = createOutboundFetch(closed(), always(...addresses));
    await expect(fetch(`https://rebind.example.mx:${port}/`)).rejects.toMatchObject({ reason: 'ADDRESS' });
    expect(heard).toEqual([]);
  });

  test('looks again each time, and not between its look and its connection', async () => {
    const answers = [[there], [here]];
    let looks = 0;
    const resolve: ResolveHost = async () => answers[Math.min(looks++, 1)] ?? [];
    expect(await resolveOutbound(`https://rebind.example.mx:${port}/`, closed(), resolve)).toMatchObject({
      ok: true,
      value: { addresses: [there] },
    });
    await expect(createOutboundFetch(closed(), resolve)(`https://rebind.example.mx:${port}/`)).rejects.toMatchObject({
      reason: 'ADDRESS',
    });
    expect([looks, heard]).toEqual([2, []]);
  });

  test('does not follow a redirect', async () => {
    answer = (_request, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
    const fetch = createOutboundFetch(open, always(here));
    await expect(fetch(`http://hooks.example.mx:${port}/`)).rejects.toMatchObject({ reason: 'REDIRECT' });
    expect(heard).toHaveLength(1);
  });

  test.each(['told', 'untold'])('does not read an answer that is too large, its length %s', async (length) => {
    answer = (_request, response) => {
      if (length === 'told') response.setHeader('content-length', 2_000);
      response.write('x'.repeat(1_000));
      response.end('x'.repeat(1_000));
    };
    const fetch = createOutboundFetch(open, always(here));
    await expect(fetch(`http://hooks.example.mx:${port}/`, { maxBytes: 1_500 })).rejects.toMatchObject({ reason: 'TOO_LARGE' });
  });

  test.each([
    ['says nothing', () => {}],
    ['stops in the middle', (_request: IncomingMessage, response: ServerResponse) => void response.write('a')],
  ])('does not wait for a server that %s', async (_what, behaviour) => {
    answer = behaviour;
    const fetch = createOutboundFetch(open, always(here));
    await expect(fetch(`http://hooks.example.mx:${port}/`, { deadlineMs: 100 })).rejects.toMatchObject({ reason: 'DEADLINE' });
  });

  test('does not wait for a name that nobody resolves', async () => {
    const fetch = createOutboundFetch(open, () => new Promise(() => {}));
    await expect(fetch('https://hooks.example.mx/', { deadlineMs: 100 })).rejects.toMatchObject({ reason: 'DEADLINE' });
  });

  test('says that nobody answers, and not how', async () => {
    const fetch = createOutboundFetch(open, always(here));
    await expect(fetch('http://hooks.example.mx:1/')).rejects.toMatchObject({
      reason: 'UNREACHABLE',
      message: expect.not.stringMatching(/ECONN|127\.0/),
    });
  });

  test('refuses an address by its text before anything is resolved', async () => {
    const fetch = createOutboundFetch(DEFAULT_OUTBOUND_POLICY, () => Promise.reject(new Error('resolved')));
    await expect(fetch('http://169.254.169.254/latest')).rejects.toMatchObject({ reason: 'SCHEME' });
    await expect(fetch('https://0x7f.1/')).rejects.toMatchObject({ reason: 'HOST' });
  });

  test('says to try again when names cannot be resolved', async () => {
    const fetch = createOutboundFetch(open, () => Promise.reject(new Error('EAI_AGAIN')));
    await expect(fetch('https://hooks.example.mx/')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
