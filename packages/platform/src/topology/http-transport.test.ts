import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { systemClock } from '@academy/kernel';
import { people } from '@academy/testing/people';
import { afterEach, describe, expect, test } from 'vitest';
import { SIGNATURE_HEADERS, verifyCall } from '../access/index.ts';
import { readAnswer } from './answer.ts';
import { MAX_RESPONSE_BYTES } from './http-exchange.ts';
import { createHttpTransport, DEADLINE_HEADER, type HttpTransportOptions } from './http-transport.ts';
import type { CallContext, ReadyRequest } from './transport.ts';

const key = { id: 'k1', secret: 'a secret of thirty-two characters, or more' };
const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

type Handler = (request: IncomingMessage & { body: string }, response: ServerResponse) => void;

async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => handler(Object.assign(request, { body }), response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function json(response: ServerResponse, body = '{"data":{"a":1}}') {
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

function open(url: string, options: Partial<HttpTransportOptions> = {}) {
  const transport = createHttpTransport({ urls: { users: url }, signingKeys: [key], ...options });
  opened.push(transport);
  return transport;
}

const query: ReadyRequest = {
  query: '{ a }',
  operationName: undefined,
  kind: 'query',
  jsonPrefix: '{"query":"{ a }","variables":',
  variablesJson: '{"x":"ñ"}',
};
const mutation: ReadyRequest = { ...query, kind: 'mutation' };
const context = (signal = AbortSignal.timeout(5_000)): CallContext => ({
  principal: people.raices.alice,
  requestId: 'request-1',
  signal,
});

describe('a call over HTTP', () => {
  test('arrives as it was put together, signed for the principal, with what is left of the deadline', async () => {
    const seen: { body: string; headers: IncomingHttpHeaders }[] = [];
    const url = await serve(({ body, headers }, response) => {
      seen.push({ body, headers });
      json(response);
    });
    const answer = await open(url).send('users', query, { ...context(), dueAtMs: performance.now() + 3_000 });
    expect(readAnswer(answer)).toEqual({ data: { a: 1 } });
    const [{ body, headers } = { body: '', headers: {} }] = seen;
    expect(JSON.parse(body)).toEqual({ query: '{ a }', variables: { x: 'ñ' } });
    expect(headers['x-request-id']).toBe('request-1');
    expect(Number(headers[DEADLINE_HEADER])).toBeGreaterThan(0);
    expect(Number(headers[DEADLINE_HEADER])).toBeLessThanOrEqual(3_000);
    const call = { method: 'POST', path: '/graphql', body };
    const verified = await verifyCall(call, headers, [key], { isNew: async () => true }, systemClock);
    expect(verified).toEqual({ isValid: true, principal: people.raices.alice });
  });

  test('to a subgraph that knows nothing of us is not signed, goes where its URL says and carries the headers given', async () => {
    const seen: IncomingMessage[] = [];
    const url = await serve((request, response) => {
      seen.push(request);
      json(response);
    });
    const unsigned = createHttpTransport({ urls: { products: `${url}/a/b?c=d` }, path: '' });
    opened.push(unsigned);
    await unsigned.send('products', query, { ...context(), headers: { authorization: 'Bearer x' } });
    expect(seen[0]?.url).toBe('/a/b?c=d');
    expect(seen[0]?.headers.authorization).toBe('Bearer x');
    for (const name of Object.values(SIGNATURE_HEADERS)) expect(seen[0]?.headers).not.toHaveProperty(name);
  });

  test.each([
    [500, 'refused'],
    [400, 'refused'],
    [302, 'refused'],
    [502, 'busy'],
    [503, 'busy'],
    [504, 'busy'],
  ])('that is answered %i is %s, and its body stays unread', async (status, reason) => {
    const url = await serve((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end('{"data":{"secret":1}}');
    });
    const failure: unknown = await open(url)
      .send('users', query, context())
      .catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: 'UNAVAILABLE', reason, status });
    expect(String((failure as Error).cause)).not.toContain('secret');
  });

  test('is never sent elsewhere, wherever a redirect points', async () => {
    let elsewhere = 0;
    const other = await serve((_request, response) => {
      elsewhere += 1;
      json(response);
    });
    const url = await serve((_request, response) => {
      response.writeHead(307, { location: `${other}/graphql` }).end();
    });
    await expect(open(url).send('users', query, context())).rejects.toMatchObject({ reason: 'refused', status: 307 });
    expect(elsewhere).toBe(0);
  });

  test.each([
    ['HTML', (response: ServerResponse) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    ['no UTF-8', (response: ServerResponse) => json(response, Buffer.from([0x7b, 0xff, 0x7d]) as unknown as string)],
  ])('that is answered with %s is nonsense', async (_name, answer) => {
    const url = await serve((_request, response) => answer(response));
    await expect(open(url).send('users', query, context())).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: 'nonsense' });
  });

  test.each([
    ['says so', true],
    ['does not say so', false],
  ])('that is answered with more than 16 MiB, by a subgraph that %s, is given up', async (_name, saysSo) => {
    const url = await serve((_request, response) => {
      const length = saysSo ? { 'content-length': String(MAX_RESPONSE_BYTES + 1) } : {};
      response.writeHead(200, { 'content-type': 'application/json', ...length });
      const chunk = Buffer.alloc(1024 * 1024, 32);
      const write = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', write);
      write();
    });
    await expect(open(url).send('users', query, context())).rejects.toMatchObject({ code: 'UNAVAILABLE', reason: 'too-large' });
  });

  test('whose connection is refused, or breaks before the answer is whole, was not answered', async () => {
    await expect(open('http://127.0.0.1:1').send('users', query, context())).rejects.toMatchObject({ reason: 'unreachable' });
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":', () => response.socket?.resetAndDestroy());
    });
    await expect(open(url).send('users', query, context())).rejects.toMatchObject({ reason: 'unreachable' });
  });

  test('that is answered with no HTTP is nonsense', async () => {
    const server = createTcpServer((socket) => socket.on('data', () => socket.end('garbage\r\n\r\n')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push(server);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await expect(open(url).send('users', query, context())).rejects.toMatchObject({ reason: 'nonsense' });
  });

  test('ends when its signal aborts, and one whose signal has aborted is not made', async () => {
    const arrived = Promise.withResolvers<void>();
    let count = 0;
    const url = await serve(() => {
      count += 1;
      arrived.resolve();
    });
    const caller = new AbortController();
    const transport = open(url);
    const call = transport.send('users', query, context(caller.signal));
    await arrived.promise;
    caller.abort();
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', reason: 'aborted' });
    await expect(transport.send('users', query, context(caller.signal))).rejects.toMatchObject({ reason: 'aborted' });
    expect(count).toBe(1);
  });

  test('to a name without a URL is a mistake of ours', async () => {
    await expect(open('http://127.0.0.1:1').send('nobody', query, context())).rejects.toThrow('No URL was given for "nobody".');
  });
});

describe('the connections to a subgraph', () => {
  test('are shared by queries, whose answers come to whom they belong', async () => {
    const ports = new Set<number | undefined>();
    const url = await serve(({ body, socket }, response) => {
      ports.add(socket.remotePort);
      setImmediate(() => json(response, `{"data":${body.slice(body.indexOf('{"x"'), -1)}}`));
    });
    const transport = open(url, { connections: { sharedConnections: 2, pipelining: 8, silentMs: 60_000 } });
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, x) => transport.send('users', { ...query, variablesJson: `{"x":${x}}` }, context())),
    );
    expect(answers.map((answer) => readAnswer(answer).data)).toEqual(Array.from({ length: 16 }, (_, x) => ({ x })));
    expect(ports.size).toBe(2);
  });

  test('are not shared by mutations', async () => {
    const waiting: ServerResponse[] = [];
    const all = Promise.withResolvers<void>();
    const ports = new Set<number | undefined>();
    const url = await serve(({ socket }, response) => {
      ports.add(socket.remotePort);
      waiting.push(response);
      if (waiting.length === 5) all.resolve();
    });
    const transport = open(url, { connections: { sharedConnections: 1, pipelining: 8 } });
    const calls = Array.from({ length: 5 }, () => transport.send('users', mutation, context()));
    await all.promise;
    expect(ports.size).toBe(5);
    for (const response of waiting) json(response);
    await Promise.all(calls);
  });

  test('keep nobody waiting behind a query that hangs', async () => {
    let count = 0;
    const first = Promise.withResolvers<void>();
    const url = await serve((_request, response) => {
      count += 1;
      if (count > 1) return json(response);
      first.resolve();
    });
    const transport = open(url, { connections: { sharedConnections: 1, pipelining: 8 } });
    const hanging = new AbortController();
    const hung = transport.send('users', query, context(hanging.signal)).catch(() => 'aborted');
    await first.promise;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(readAnswer(await transport.send('users', query, context()))).toEqual({ data: { a: 1 } });
    hanging.abort();
    expect(await hung).toBe('aborted');
  });
});

test.each([
  ['before', 0],
  ['behind', 1],
])('a query is answered though the caller of one %s it on the same connection leaves', async (_place, leaving) => {
  const arrived = Promise.withResolvers<void>();
  let count = 0;
  const url = await serve((_request, response) => {
    count += 1;
    // Both of the first connection hang; whoever stays is sent again.
    if (count > 2) return json(response);
    if (count === 2) arrived.resolve();
  });
  const transport = open(url, { connections: { sharedConnections: 1, pipelining: 8, silentMs: 60_000 } });
  const callers = [new AbortController(), new AbortController()];
  const calls = callers.map(({ signal }) => transport.send('users', query, context(signal)).then(readAnswer, () => 'left'));
  await arrived.promise;
  callers[leaving]?.abort();
  const expected: unknown[] = [{ data: { a: 1 } }, { data: { a: 1 } }];
  expected[leaving] = 'left';
  expect(await Promise.all(calls)).toEqual(expected);
});

describe('a question outside of a plan', () => {
  test('gets a response, and a Fault where there is none', async () => {
    const url = await serve(({ body }, response) => json(response, body.includes('good') ? '{"data":{"b":2}}' : '[1]'));
    const transport = open(url);
    expect(await transport.call('users', { query: '{ good }' }, context())).toEqual({ data: { b: 2 } });
    await expect(transport.call('users', { query: '{ bad }' }, context())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

test('an empty ring of keys is refused at once', () => {
  expect(() => createHttpTransport({ urls: {}, signingKeys: [] })).toThrow('At least one signing key');
});
