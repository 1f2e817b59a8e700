import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { messagesOf, readStream } from './event-stream.ts';
import { askedAfter, watchedDocument } from './watch-document.ts';

describe('the messages of a stream', () => {
  test('end with an empty line, whatever ends a line', () => {
    expect(messagesOf('retry: 5\n:\n\nid: 7\nevent: next\ndata: {"a":1}\n\nevent: complete\ndata:\n\n')).toEqual([
      { event: 'next', data: '{"a":1}', id: '7' },
      { event: 'complete', data: '', id: '7' },
    ]);
    expect(messagesOf('data: a\r\ndata: b\r\rdata: c\n\n').map(({ data }) => data)).toEqual(['a\nb', 'c']);
  });

  test('show one that was forged through a line that nobody escaped', () => {
    const forged = 'event: next\ndata: {"reason":"x\r\n\r\nevent: next\r\ndata: {"data":{"forged":1}}\n\n';
    expect(messagesOf(forged).at(-1)).toMatchObject({ event: 'next', data: '{"data":{"forged":1}}' });
  });
});

describe('a response is read as it comes', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/401') return void response.writeHead(401).end('{"errors":[]}');
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: next\ndata: {"data":{"changed":{"seq":1}}}\n\n');
      server.once('news', () => response.write('event: next\ndata: {"data":{"changed":{"seq":2}}}\n\n'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.closeAllConnections());

  const asked = { method: 'POST', headers: {}, body: '{}', readMs: 100 };

  test('what happens once it has begun is in it', async () => {
    const read = await readStream({ ...asked, url, onBegun: async () => void server.emit('news') });
    expect(read).toMatchObject({ status: 200, hasEnded: false, events: [{ seq: 1 }, { seq: 2 }] });
  });

  test('one that ends is not waited for', async () => {
    const read = await readStream({ ...asked, url: `${url}/401`, readMs: 60_000 });
    expect(read).toMatchObject({ status: 401, body: '{"errors":[]}', hasEnded: true, messages: [] });
  });

  test('one that cannot be opened has no status', async () => {
    expect(await readStream({ ...asked, url: 'http://127.0.0.1:9' })).toMatchObject({ status: undefined, hasEnded: true });
  });
});

describe('a subscription that is watched', () => {
  test('also tells kind and place, and a reason where one is to show', () => {
    const query = 'subscription ($i: ID!) { changed(id: $i) { seq } }';
    expect(watchedDocument(query).replaceAll(/\s+/g, ' ')).toContain('{ seq kind resume }');
    expect(watchedDocument(query, { showsReason: true }).replaceAll(/\s+/g, ' ')).toContain('certification { rejectionReason }');
  });

  test('is left alone when it is none', () => {
    for (const query of ['{ me { id } }', 'subscription {', '']) expect(watchedDocument(query)).toBe(query);
  });

  test('goes on from a token, by its variable or a literal', () => {
    const byVariable = { query: 'subscription ($a: String) { changed(after: $a) { seq } }', variables: { i: 1 } };
    expect(askedAfter(byVariable, 't').variables).toEqual({ i: 1, a: 't' });
    expect(askedAfter({ query: 'subscription { changed(after: "old") { seq } }' }, 't').query).toContain('after: "t"');
    expect(askedAfter({ query: 'subscription { changed { seq } }' }, 't').query).toContain('after: "t"');
  });
});
